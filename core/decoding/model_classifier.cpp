// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/model_classifier.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "decoding/encoded_text.h"
#include "decoding/labelling.h"
#include "models/checkpoint_tensors.h"
#include "nn/thread_team.h"
#include "storage/run_writer.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace alignoscope {
namespace decoding {
namespace {

constexpr std::size_t textsTogether = 32;

Classification classificationOf(EncodedText&& text, Labelled&& labelled)
{
    Classification result;
    text.tokens.pop_back(); // end of sentence
    text.unknown.pop_back();
    result.tokens = std::move(text.tokens);
    result.unknown = std::move(text.unknown);
    result.attention = std::move(labelled.attention);
    result.attention.resize(result.tokens.size(), 0.0F); // what was cut off
    result.padding = labelled.padding;
    result.probabilities = std::move(labelled.probabilities);
    result.label = labelled.label;
    return result;
}

} // namespace

std::vector<std::string> labelsOf(const Vocabulary& targets)
{
    std::vector<std::string> labels;
    for (std::int32_t i = Vocabulary::marks; i < targets.size(); ++i)
        labels.push_back(targets.token(TokenId(i)));
    return labels;
}

ModelClassifier::ModelClassifier(std::shared_ptr<const models::TrainedClassifier> model)
    : m_model(std::move(model)), m_labels(labelsOf(m_model->language->target)),
      m_weights(m_model->network->layout(), nn::Weights<float>::Passes::Forward)
{
}

std::vector<Classification> ModelClassifier::classify(const std::vector<std::string>& texts,
                                                      const Progress& progress) const
{
    std::call_once(m_packed, [this] {
        m_weights.attach(m_model->parameters.data());
        m_weights.pack();
    });
    const models::Language& language = *m_model->language;
    std::vector<EncodedText> encoded;
    for (const std::string& text : texts)
        encoded.push_back(encode(text, language.text.source(), language.source));
    const auto order = longestFirst(encoded);
    const std::size_t groups = (order.size() + textsTogether - 1) / textsTogether;
    const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    nn::ThreadTeam team(static_cast<int>(std::clamp<std::size_t>(groups, 1, cores)));
    std::atomic<std::size_t> next = 0, done = 0;
    std::vector<Classification> results(texts.size());
    team.run([&](int part) {
        Labelling labelling(*m_model->network, m_weights);
        for (std::size_t group = next++; group < groups; group = next++) {
            if (progress.stop.stop_requested())
                throw Error(ErrorKind::Cancelled, {"classification", "stopped before it was done", {}, {}, {}});
            const std::size_t first = group * textsTogether, end = std::min(order.size(), first + textsTogether);
            std::vector<std::span<const TokenId>> together;
            for (std::size_t i = first; i < end; ++i)
                together.emplace_back(encoded[order[i]].ids);
            auto labelled = labelling.label(together);
            for (std::size_t i = first; i < end; ++i)
                results[order[i]] = classificationOf(std::move(encoded[order[i]]), std::move(labelled[i - first]));
            ++done;
            if (part == 0) // the calling thread
                progress(static_cast<double>(done) / static_cast<double>(groups));
        }
    });
    progress(1);
    return results;
}

} // namespace decoding

Classifier::~Classifier() = default;

std::shared_ptr<const Classifier> Classifier::open(const std::filesystem::path& folder, bool best)
{
    const Run run = Run::open(folder);
    if (run.experiment().model.task != Task::Classification)
        throw Error(ErrorKind::Usage,
                    {folder.string(), "this run translates, it does not label texts", "a run of the text classifier",
                     "a run of '" + run.experiment().preset + "'", "Choose another run."});
    const storage::TensorFile file = storage::readTensorFile(storage::checkpoint(folder, best));
    auto model = std::make_shared<models::TrainedClassifier>();
    model->network = std::make_shared<models::TextClassifier<float>>(models::sizesOf(
        run.experiment().model.classifier, run.sourceVocabulary().size(), run.targetVocabulary().size()));
    model->language = std::make_shared<models::Language>(
        models::Language{run.experiment().dataset.text, run.sourceVocabulary(), run.targetVocabulary()});
    model->parameters.resize(static_cast<std::size_t>(model->network->layout().size()));
    models::readTensors(file, model->network->layout(), "", model->parameters);
    model->step = models::readCount(file, "step");
    return std::make_shared<decoding::ModelClassifier>(std::move(model));
}

} // namespace alignoscope
