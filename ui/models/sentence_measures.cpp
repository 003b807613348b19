// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentence_measures.h"

#include "alignoscope/attention_measures.h"
#include "alignoscope/attention_shape.h"
#include "alignoscope/metrics.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numeric>

namespace alignoscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SentenceMeasures)
};

/// Imported attention may come without the mark at the end.
bool endsWithMark(const std::vector<std::string>& tokens)
{
    return !tokens.empty() && isEndToken(tokens.back());
}

double meanRowEntropy(const AttentionSnapshot& picture)
{
    const auto entropies = rowEntropies(picture.weights, picture.targets(), picture.sources());
    return entropies.empty()
        ? 0
        : std::accumulate(entropies.begin(), entropies.end(), 0.0) / static_cast<double>(entropies.size());
}

} // namespace

void measure(SentenceMeasures& measures, const AttentionSnapshot& picture, const std::optional<GoldAlignment>& gold)
{
    measures[SentenceMeasure::Length] = picture.sources() - (endsWithMark(picture.sourceTokens) ? 1 : 0);
    measures[SentenceMeasure::Loss].reset();
    if (!std::isnan(picture.loss)) // a file of attention does not tell it
        measures[SentenceMeasure::Loss] = picture.loss;
    for (const SentenceMeasure of :
         {SentenceMeasure::Entropy, SentenceMeasure::Coverage, SentenceMeasure::AbsentmindednessOut,
          SentenceMeasure::AbsentmindednessIn, SentenceMeasure::Confidence, SentenceMeasure::AlignmentErrors})
        measures[of].reset();
    if (!hasAlignment(picture.weights)) // a model without attention
        return;
    const AttentionMeasures attention = measureAttention(picture.weights, picture.targets(), picture.sources());
    measures[SentenceMeasure::Entropy] = meanRowEntropy(picture);
    measures[SentenceMeasure::Coverage] = attention.coverageDeviation;
    measures[SentenceMeasure::AbsentmindednessOut] = attention.absentmindednessOut;
    measures[SentenceMeasure::AbsentmindednessIn] = attention.absentmindednessIn;
    measures[SentenceMeasure::Confidence] = attention.confidence;
    if (gold && picture.forced && !(gold->sure.empty() && gold->possible.empty()))
        measures[SentenceMeasure::AlignmentErrors] = 100 * scoreAlignments({likeliestLinks(picture)}, {*gold}).aer;
}

void measureText(SentenceMeasures& measures, const AttentionSnapshot& picture)
{
    measures[SentenceMeasure::Length] = picture.sources();
    measures[SentenceMeasure::Entropy] = meanRowEntropy(picture);
}

std::vector<SentenceMeasure> measuresOf(Task task)
{
    using enum SentenceMeasure;
    if (task == Task::Classification)
        return {LabelConfidence, Loss, Length, Entropy};
    return {Length,     Loss,           Bleu, Chrf, Entropy, Coverage, AbsentmindednessOut, AbsentmindednessIn,
            Confidence, AlignmentErrors};
}

QString titleOf(SentenceMeasure measure)
{
    switch (measure) {
    case SentenceMeasure::Length:
        return Words::tr("Length");
    case SentenceMeasure::Loss:
        return Words::tr("Loss");
    case SentenceMeasure::Bleu:
        return Words::tr("BLEU");
    case SentenceMeasure::Chrf:
        return Words::tr("chrF");
    case SentenceMeasure::Entropy:
        return Words::tr("Entropy");
    case SentenceMeasure::Coverage:
        return Words::tr("Coverage");
    case SentenceMeasure::AbsentmindednessOut:
        return Words::tr("Scatter out");
    case SentenceMeasure::AbsentmindednessIn:
        return Words::tr("Scatter in");
    case SentenceMeasure::Confidence:
    case SentenceMeasure::LabelConfidence:
        return Words::tr("Confidence");
    case SentenceMeasure::AlignmentErrors:
        return Words::tr("AER %");
    }
    return {};
}

static QString explanationOfText(SentenceMeasure measure)
{
    switch (measure) {
    case SentenceMeasure::Length:
        return Words::tr("Words of the text");
    case SentenceMeasure::Loss:
        return Words::tr("How surprised the model is by the text’s own label: smaller is better, 0 is certain, 0.69 is "
                         "the toss of a coin. Measured at each validation");
    case SentenceMeasure::Entropy:
        return Words::tr("How widely the model looks about in the text: 0 is one word alone; the more words share its "
                         "attention, the larger");
    default:
        return Words::tr("How sure the model is of the label it chose: 1 is certain. Being sure is not being right");
    }
}

QString explanationOf(SentenceMeasure measure, Task task)
{
    if (task == Task::Classification)
        return explanationOfText(measure);
    switch (measure) {
    case SentenceMeasure::Length:
        return Words::tr("Words of the source sentence");
    case SentenceMeasure::Loss:
        return Words::tr("How surprised the model is by the given translation: smaller is better, 0 is certain");
    case SentenceMeasure::Bleu:
        return Words::tr("How much the model’s own translation shares with the given one, in runs of up to four words: "
                         "0 nothing, 100 all. Measured at each validation");
    case SentenceMeasure::Chrf:
        return Words::tr(
            "How much the model’s own translation shares with the given one, in runs of up to six letters: "
            "0 nothing, 100 all. Kinder than BLEU to a wrong ending. Measured at each validation");
    case SentenceMeasure::Entropy:
        return Words::tr("How widely the model looks about while it writes a word, on average: 0 is one source word "
                         "alone; the more words share its attention, the larger");
    case SentenceMeasure::Coverage:
        return Words::tr("Coverage deviation: 0 when every source word got one word’s worth of attention in all; the "
                         "further below 0, the more was left out or looked at again and again");
    case SentenceMeasure::AbsentmindednessOut:
        return Words::tr("Absentmindedness out: 0 when each written word looks at one source word; the further below "
                         "0, the more its look is scattered");
    case SentenceMeasure::AbsentmindednessIn:
        return Words::tr("Absentmindedness in: 0 when each source word is looked at by one written word; the further "
                         "below 0, the more words look at it");
    case SentenceMeasure::Confidence:
        return Words::tr("Coverage and both kinds of scatter in one number between 0 and 1: near 1, attention is tidy");
    case SentenceMeasure::AlignmentErrors:
        return Words::tr("Alignment error rate in per cent, where somebody who knows linked the words by hand: 0 is "
                         "all as known, 100 all wrong");
    case SentenceMeasure::LabelConfidence:
        return explanationOfText(measure);
    }
    return {};
}

QString keyOf(SentenceMeasure measure)
{
    static constexpr std::array<const char*, sentenceMeasures> keys{"length",
                                                                    "loss",
                                                                    "bleu",
                                                                    "chrf",
                                                                    "entropy",
                                                                    "coverage_deviation",
                                                                    "absentmindedness_out",
                                                                    "absentmindedness_in",
                                                                    "confidence",
                                                                    "aer",
                                                                    "label_confidence"};
    return QString::fromLatin1(keys.at(static_cast<std::size_t>(measure)));
}

QString valueText(SentenceMeasure measure, double value)
{
    switch (measure) {
    case SentenceMeasure::Length:
        return QLocale().toString(static_cast<qlonglong>(value));
    case SentenceMeasure::Bleu:
    case SentenceMeasure::Chrf:
    case SentenceMeasure::AlignmentErrors:
        return QLocale().toString(value, 'f', 0);
    default: {
        const QString text = QLocale().toString(value, 'f', 2);
        return text.startsWith(u'-') && text.toDouble() == 0 ? text.mid(1) : text; // never −0.00
    }
    }
}

} // namespace alignoscope::ui
