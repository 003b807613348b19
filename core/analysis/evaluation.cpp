// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/evaluation.h"

#include "alignoscope/error.h"
#include "analysis/gold_alignment.h"
#include "text/piece_marks.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace alignoscope {

namespace {

using Scores = std::vector<Translator::ForcedScore>;

struct Texts {
    std::vector<std::string> sources, references, hypotheses;
};

void throwIfStopped(const Progress& progress)
{
    if (progress.stop.stop_requested())
        throw Error(ErrorKind::Cancelled, {"evaluation", "it was stopped", "", "", ""});
}

/// The part of the whole that a step takes: its own 0…1 becomes `from`…`to`.
Progress part(const Progress& whole, double from, double to)
{
    Progress progress;
    progress.stop = whole.stop;
    if (whole.report)
        progress.report = [report = whole.report, from, to](double fraction) { report(from + fraction * (to - from)); };
    return progress;
}

Texts textsOf(const TextPairs& pairs)
{
    Texts texts;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        texts.sources.emplace_back(pairs.source(i));
        texts.references.emplace_back(pairs.target(i));
    }
    return texts;
}

/// The best translation of every source; how long that took goes into the report.
std::vector<std::string> translations(const Translator& translator, const Texts& texts, TranslationOptions options,
                                      const Progress& progress, EvaluationReport& report)
{
    options.best = 1;
    options.attention = false;
    const auto begin = std::chrono::steady_clock::now();
    const auto translated = translator.translate(texts.sources, options, progress);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::vector<std::string> hypotheses;
    for (const Translation& translation : translated)
        hypotheses.push_back(translation.hypotheses.empty() ? std::string() : translation.hypotheses.front().text);
    return hypotheses;
}

void addForcedScores(const Scores& scores, EvaluationReport& report)
{
    double loss = 0;
    std::int64_t correct = 0;
    for (const auto& score : scores) {
        loss += score.loss;
        correct += score.correct;
        report.targetTokens += score.targetTokens;
    }
    if (report.targetTokens == 0)
        return;
    report.loss = loss / static_cast<double>(report.targetTokens);
    report.perplexity = std::exp(report.loss);
    report.tokenAccuracy = static_cast<double>(correct) / static_cast<double>(report.targetTokens);
}

/// BLEU of the sentences of 1–10, 11–20, … source tokens; a bucket without sentences is left out.
std::vector<LengthBucket> bleuByLength(const Texts& texts, const Scores& scores, bool lowercase,
                                       BleuTokenizer tokenizer)
{
    constexpr int width = 10;
    std::map<int, Texts> buckets;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const int length = std::max(scores[i].sources - 1, 1); // without EOS
        Texts& bucket = buckets[(length - 1) / width];
        bucket.references.push_back(texts.references[i]);
        bucket.hypotheses.push_back(texts.hypotheses[i]);
    }
    std::vector<LengthBucket> result;
    for (const auto& [number, bucket] : buckets) {
        result.push_back({number * width + 1, (number + 1) * width, static_cast<std::int64_t>(bucket.references.size()),
                          bleu(bucket.hypotheses, bucket.references, lowercase, tokenizer).score});
    }
    return result;
}

void addTextScores(const Texts& texts, const Scores& scores, bool lowercase, EvaluationReport& report)
{
    const auto tokenizer = bleuTokenizerFor(texts.references);
    report.bleu = bleu(texts.hypotheses, texts.references, lowercase, tokenizer);
    report.chrf = chrf(texts.hypotheses, texts.references, lowercase);
    report.bleuByLength = bleuByLength(texts, scores, lowercase, tokenizer);
}

} // namespace

EvaluationReport evaluate(const Translator& translator, const RawCorpus& corpus, const std::vector<GoldAlignment>* gold,
                          const TranslationOptions& options, const Progress& progress)
{
    if (gold)
        analysis::requireGoldForEveryPair(*gold, corpus.pairs.size());
    EvaluationReport report;
    Texts texts = textsOf(corpus.pairs);
    report.sentences = static_cast<std::int64_t>(corpus.pairs.size());
    throwIfStopped(progress);
    // forced decoding first: it is the quicker half, and finds out at once whether the gold alignments fit
    const Scores scores = translator.score(texts.sources, texts.references, part(progress, 0, 0.2));
    addForcedScores(scores, report);
    if (gold == nullptr && analysis::goldFits(corpus, translator.text(), scores))
        gold = &corpus.gold;
    if (gold) {
        report.alignment = analysis::scoreAttention(scores, *gold);
        report.agreement = analysis::agreementOf(scores, *gold);
    }
    throwIfStopped(progress);
    for (std::string& reference : texts.references)
        reference = text::withoutPieceMarks(reference, translator.text().target());
    texts.hypotheses = translations(translator, texts, options, part(progress, 0.2, 0.98), report);
    throwIfStopped(progress);
    addTextScores(texts, scores, translator.text().lowercase, report);
    progress(1);
    return report;
}

} // namespace alignoscope
