// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/classifier_evaluation.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace alignoscope {
namespace {

void requireLabels(const RawCorpus& corpus)
{
    if (corpus.task != Task::Classification)
        throw Error(ErrorKind::Usage,
                    {corpus.source.label(), "these are sentence pairs, and the run labels texts", "texts with labels",
                     "sentences with translations", "Choose a corpus of texts with labels."});
}

struct KnownTexts {
    std::vector<std::string> texts;
    std::vector<std::size_t> labels; ///< of each, in the order of the classifier's
};

/// The texts whose label the classifier knows.
KnownTexts knownTexts(const Classifier& classifier, const RawCorpus& corpus, ClassificationReport& report)
{
    KnownTexts known;
    const auto& labels = classifier.labels();
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const auto label = tokenize(corpus.pairs.target(i), TokenizerKind::Whole, false);
        const auto found = label.empty() ? labels.end() : std::find(labels.begin(), labels.end(), label.front());
        if (found == labels.end()) {
            ++report.unknownLabels;
            continue;
        }
        known.texts.emplace_back(corpus.pairs.source(i));
        known.labels.push_back(static_cast<std::size_t>(found - labels.begin()));
    }
    if (known.texts.empty()) {
        std::string names;
        for (const std::string& label : labels)
            names += (names.empty() ? "" : ", ") + label;
        throw Error(ErrorKind::Input,
                    {corpus.source.label(), "no text has a label that the classifier knows", names,
                     corpus.pairs.size() > 0 ? std::string(corpus.pairs.target(0)) : "", ""});
    }
    return known;
}

double share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

std::vector<LabelScore> scoresOf(const std::vector<std::string>& labels,
                                 const std::vector<std::vector<std::int64_t>>& confusion)
{
    std::vector<LabelScore> scores;
    for (std::size_t label = 0; label < labels.size(); ++label) {
        LabelScore score{labels[label]};
        std::int64_t given = 0;
        for (std::size_t other = 0; other < labels.size(); ++other) {
            score.texts += confusion[label][other];
            given += confusion[other][label];
        }
        score.precision = share(confusion[label][label], given);
        score.recall = share(confusion[label][label], score.texts);
        const double sum = score.precision + score.recall;
        score.f1 = sum > 0 ? 2 * score.precision * score.recall / sum : 0;
        scores.push_back(std::move(score));
    }
    return scores;
}

} // namespace

ClassificationReport evaluate(const Classifier& classifier, const RawCorpus& corpus, const Progress& progress)
{
    requireLabels(corpus);
    ClassificationReport report;
    const KnownTexts known = knownTexts(classifier, corpus, report);
    const std::size_t count = classifier.labels().size();
    report.sentences = static_cast<std::int64_t>(known.texts.size());
    const auto begin = std::chrono::steady_clock::now();
    const auto found = classifier.classify(known.texts, progress);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    report.confusion.assign(count, std::vector<std::int64_t>(count, 0));
    std::int64_t right = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        constexpr double smallest = 1e-300; // a loss is a number
        report.loss -=
            std::log(std::max(smallest, found[i].probabilities[known.labels[i]])) / static_cast<double>(found.size());
        const auto given = static_cast<std::size_t>(found[i].label);
        ++report.confusion[known.labels[i]][given];
        right += given == known.labels[i] ? 1 : 0;
    }
    report.accuracy = share(right, report.sentences);
    report.labels = scoresOf(classifier.labels(), report.confusion);
    return report;
}

} // namespace alignoscope
