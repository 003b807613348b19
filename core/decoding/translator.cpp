// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/translator.h"

#include "alignoscope/beam_trace.h"
#include "alignoscope/error.h"
#include "alignoscope/intervention.h"
#include "alignoscope/run.h"
#include "decoding/model_translator.h"
#include "models/checkpoint_tensors.h"
#include "storage/run_writer.h"

namespace alignoscope {

Translator::~Translator() = default;

BeamTrace Translator::traceBeam(std::string_view, const TranslationOptions&, int) const
{
    throw Error(ErrorKind::Usage, {"beam", "this translator does not tell how it searches", {}, {}, {}});
}

std::shared_ptr<const Translator> Translator::open(const std::filesystem::path& folder, bool best)
{
    const Run run = Run::open(folder);
    if (run.experiment().model.task == Task::Classification)
        throw Error(ErrorKind::Usage,
                    {folder.string(), "this run labels texts, it does not translate", "a run that translates",
                     "a text classifier", "Choose another run, or ask this one for labels."});
    const storage::TensorFile file = storage::readTensorFile(storage::checkpoint(folder, best));

    auto model = std::make_shared<models::TrainedModel>();
    const auto sizes = models::sizesOf(run.experiment().model, run.sourceVocabulary().size(),
                                       run.targetVocabulary().size(), run.experiment().dataset.maxLength);
    model->network = std::make_shared<models::RnnSearch<float>>(sizes);
    model->language = std::make_shared<models::Language>(
        models::Language{run.experiment().dataset.text, run.sourceVocabulary(), run.targetVocabulary()});
    model->parameters.resize(static_cast<std::size_t>(model->network->layout().size()));
    models::readTensors(file, model->network->layout(), "", model->parameters);
    model->step = models::readCount(file, "step");
    return std::make_shared<decoding::ModelTranslator>(std::move(model), true);
}

InterventionResult Translator::intervene(std::string_view, const Intervention&) const
{
    throw Error(ErrorKind::Usage, {"intervention", "this translator has no model to intervene in", {}, {}, {}});
}

std::shared_ptr<const Translator> Translator::limited(const StateLimitOptions&) const
{
    throw Error(ErrorKind::Usage, {"attention", "this translator has no attention to limit", {}, {}, {}});
}

AttentionSnapshot attentionOf(const Translation& translation, std::size_t hypothesis)
{
    const Hypothesis& chosen = translation.hypotheses.at(hypothesis);
    AttentionSnapshot snapshot;
    snapshot.sentence = SentenceId(-1);
    snapshot.sourceTokens = translation.source;
    snapshot.sourceUnknown = translation.sourceUnknown;
    snapshot.targetTokens = chosen.tokens;
    snapshot.weights = chosen.attention;
    snapshot.centres = chosen.centres;
    snapshot.window = chosen.window;
    snapshot.loss = -chosen.logProbability / static_cast<double>(chosen.tokens.size());
    return snapshot;
}

} // namespace alignoscope
