// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/length_test_set.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_set>

namespace alignoscope::experiments {

namespace {

constexpr int bucketWidth = 10; // that of evaluate

using Buckets = std::map<int, std::vector<std::size_t>>;

Buckets bucketsOf(const std::vector<int>& lengths)
{
    Buckets buckets;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        buckets[(std::max(lengths[i], 1) - 1) / bucketWidth].push_back(i);
    return buckets;
}

void takeEvenly(const std::vector<std::size_t>& from, std::size_t count, std::vector<std::size_t>& to)
{
    count = std::min(count, from.size());
    for (std::size_t i = 0; i < count; ++i)
        to.push_back(from[i * from.size() / count]);
}

RawCorpus part(const RawCorpus& whole, const std::vector<std::size_t>& pairs)
{
    RawCorpus result;
    result.source = whole.source;
    result.format = whole.format;
    result.encoding = whole.encoding;
    result.suggested = whole.suggested;
    for (const std::size_t i : pairs) {
        result.pairs.add(whole.pairs.source(i), whole.pairs.target(i), whole.pairs.line(i));
        if (!whole.gold.empty())
            result.gold.push_back(whole.gold[i]);
    }
    return result;
}

std::string longestOf(const LengthPlan& plan)
{
    return std::to_string(*std::ranges::max_element(plan.trainedTo));
}

/// Nothing can be seen of long sentences where there are none.
void requireLongSentences(const LengthPlan& plan, const RawCorpus& corpus, const std::vector<int>& lengths)
{
    const int longest = lengths.empty() ? 0 : *std::ranges::max_element(lengths);
    if (longest > *std::ranges::max_element(plan.trainedTo))
        return;
    throw Error(ErrorKind::Input,
                {corpus.source.label(), "it has no sentence longer than those the models are trained on",
                 "some of more than " + longestOf(plan) + " words", "at most " + std::to_string(longest),
                 "Train on shorter sentences (--lengths), or choose a corpus with longer ones, such as "
                 "builtin:long-phrases-en-fr."});
}

/// A test set of every length: at most every fifth sentence of a length that is trained on.
std::vector<std::size_t> heldOut(const LengthPlan& plan, const std::vector<int>& lengths)
{
    const int trained = *std::ranges::max_element(plan.trainedTo);
    std::vector<std::size_t> chosen;
    for (const auto& [number, pairs] : bucketsOf(lengths)) {
        const bool free = number * bucketWidth >= trained;
        takeEvenly(pairs,
                   std::min<std::size_t>(static_cast<std::size_t>(plan.testSentences),
                                         free ? pairs.size() : (pairs.size() + 4) / 5),
                   chosen);
    }
    std::ranges::sort(chosen);
    return chosen;
}

/// All pairs but the chosen ones and those with a chosen one's source sentence.
std::vector<std::size_t> others(const RawCorpus& corpus, const std::vector<std::size_t>& chosen)
{
    std::unordered_set<std::string_view> tested;
    for (const std::size_t i : chosen)
        tested.insert(corpus.pairs.source(i));
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        if (!tested.contains(corpus.pairs.source(i)))
            rest.push_back(i);
    return rest;
}

/// One side as lines. An experiment goes on with the files it began with, so others are not replaced.
void keep(const RawCorpus& corpus, bool target, const std::filesystem::path& file)
{
    std::string lines;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        lines.append(target ? corpus.pairs.target(i) : corpus.pairs.source(i)).append("\n");
    if (std::ifstream there(file, std::ios::binary); there) {
        const std::string bytes{std::istreambuf_iterator<char>(there), std::istreambuf_iterator<char>()};
        if (bytes != lines)
            throw Error(
                ErrorKind::Usage,
                {file.string(), "the folder holds an experiment on another corpus", "", "", "Choose another folder."});
        return;
    }
    writeFileAtomically(file, lines);
}

void holdOut(const LengthPlan& plan, const std::filesystem::path& folder, const RawCorpus& whole,
             const TextOptions& text, LengthCorpora& corpora)
{
    const std::vector<int> lengths = sourceLengths(whole, text);
    requireLongSentences(plan, whole, lengths);
    const std::vector<std::size_t> chosen = heldOut(plan, lengths);
    auto training = std::make_shared<RawCorpus>(part(whole, others(whole, chosen)));
    auto test = std::make_shared<RawCorpus>(part(whole, chosen));
    std::filesystem::create_directories(folder);
    const auto name = [&](const char* file) { return std::filesystem::absolute(folder / file); };
    keep(*training, false, name("train.source.txt"));
    keep(*training, true, name("train.target.txt"));
    keep(*test, false, name("test.source.txt"));
    keep(*test, true, name("test.target.txt"));
    training->source = {{}, name("train.source.txt"), name("train.target.txt")};
    training->format = CorpusFormat::LineAligned;
    training->gold.clear(); // the files have none
    test->source = {{}, name("test.source.txt"), name("test.target.txt")};
    corpora = {training->source, {}, training, test};
}

std::optional<CorpusSource> testOf(const LengthPlan& plan)
{
    if (plan.test != CorpusSource())
        return plan.test;
    CorpusSource own;
    own.builtin = plan.base.corpus.builtin + "-test";
    const bool there =
        std::ranges::any_of(builtinCorpora(), [&](const BuiltinCorpus& corpus) { return corpus.name == own.builtin; });
    return there ? std::optional(own) : std::nullopt;
}

} // namespace

std::vector<int> sourceLengths(const RawCorpus& corpus, const TextOptions& text)
{
    const SideText side = text.source();
    std::vector<int> lengths;
    lengths.reserve(corpus.pairs.size());
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        lengths.push_back(static_cast<int>(tokenize(corpus.pairs.source(i), side).size()));
    return lengths;
}

std::vector<std::size_t> chooseByLength(const std::vector<int>& lengths, std::size_t most)
{
    std::vector<std::size_t> chosen;
    for (const auto& [number, pairs] : bucketsOf(lengths))
        takeEvenly(pairs, most, chosen);
    std::ranges::sort(chosen);
    return chosen;
}

LengthCorpora lengthCorpora(const LengthPlan& plan, const std::filesystem::path& folder, const Progress& progress)
{
    const Experiment& base = plan.base;
    auto whole = std::make_shared<const RawCorpus>(readCorpus(base.corpus, base.read, progress));
    LengthCorpora corpora;
    const auto named = testOf(plan);
    if (!named) {
        holdOut(plan, folder, *whole, base.dataset.text, corpora);
        return corpora;
    }
    ReadOptions read = base.read;
    read.limit = 0; // meant for training
    read.format = CorpusFormat::Automatic;
    const RawCorpus test = readCorpus(*named, read, progress);
    const std::vector<int> lengths = sourceLengths(test, base.dataset.text);
    requireLongSentences(plan, test, lengths);
    corpora = {base.corpus, base.read, whole, nullptr};
    corpora.test = std::make_shared<const RawCorpus>(
        part(test, chooseByLength(lengths, static_cast<std::size_t>(plan.testSentences))));
    return corpora;
}

} // namespace alignoscope::experiments

namespace alignoscope {

RawCorpus evenlyByLength(const RawCorpus& corpus, const TextOptions& text, int most)
{
    const std::vector<int> lengths = experiments::sourceLengths(corpus, text);
    return experiments::part(corpus, experiments::chooseByLength(lengths, static_cast<std::size_t>(std::max(most, 1))));
}

} // namespace alignoscope
