// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/validation_split.h"

#include "corpus/builtin/draw.h"
#include "corpus/progress_part.h"

#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace alignoscope::corpus {
namespace {

using Place = std::uint32_t; ///< of a pair among those that are split

/// 64 bits: that two different sentences agree in all of them is not expected in any corpus, and would only keep the
/// two together. It begins far from 0, where a type could undo it and short sentences would agree.
std::uint64_t hashOf(std::span<const TypeId> sentence)
{
    std::uint64_t hash = 0xcbf29ce484222325U + sentence.size();
    for (const TypeId type : sentence) {
        hash = (hash ^ type) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 32;
    }
    return hash * 0xbf58476d1ce4e5b9U;
}

ScratchArray<std::uint64_t> hashSources(const TokenizedCorpus& corpus, const PairSet& pairs, const Progress& progress)
{
    ScratchArray<std::uint64_t> hashes;
    inOrder(corpus, pairs, progress, [&](std::size_t pair) { hashes.push_back(hashOf(corpus.source.sentence(pair))); });
    return hashes;
}

/// Pairs with the same source tokens are a group, which is called by the first of them.
struct Groups {
    std::vector<Place> ofPair, sizes;

    [[nodiscard]] std::vector<Place> names() const
    {
        std::vector<Place> names;
        for (Place place = 0; place < ofPair.size(); ++place)
            if (ofPair[place] == place)
                names.push_back(place);
        return names;
    }
};

struct Hashed {
    std::uint64_t hash;
    Place place;
    bool operator<(const Hashed& other) const { return std::tie(hash, place) < std::tie(other.hash, other.place); }
};

void addGroups(const std::vector<Hashed>& sorted, Groups& groups)
{
    for (std::size_t i = 0, first = 0; i < sorted.size(); ++i) {
        if (sorted[i].hash != sorted[first].hash)
            first = i;
        const Place name = sorted[first].place;
        groups.ofPair[sorted[i].place] = name;
        ++groups.sizes[name];
    }
}

/// A part of all hashes at a time is sorted, so that the table that is sorted stays small.
Groups groupBySource(const TokenizedCorpus& corpus, const PairSet& pairs, const Progress& progress)
{
    constexpr unsigned partBits = 4, parts = 1U << partBits;
    const ScratchArray<std::uint64_t> hashes = hashSources(corpus, pairs, partOf(progress, 0, 0.5));
    Groups groups{std::vector<Place>(hashes.size()), std::vector<Place>(hashes.size(), 0)};
    std::vector<Hashed> sorted;
    for (unsigned part = 0; part < parts; ++part) {
        throwIfStopped(progress.stop);
        progress(0.5 + part * 0.5 / parts);
        sorted.clear();
        for (std::size_t i = 0; i < hashes.size(); ++i)
            if (hashes[i] >> (64 - partBits) == part)
                sorted.push_back({hashes[i], static_cast<Place>(i)});
        std::sort(sorted.begin(), sorted.end());
        addGroups(sorted, groups);
        hashes.release();
    }
    return groups;
}

// Fisher and Yates, by hand: std::shuffle differs from library to library.
void shuffle(std::vector<Place>& places, std::uint64_t seed)
{
    Draw draw(seed);
    for (std::size_t i = places.size(); i > 1; --i)
        std::swap(places[i - 1], places[draw.below(i)]);
}

std::size_t wantedPairs(std::size_t pairs, double share)
{
    const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(pairs)));
    return std::min({std::max<std::size_t>(wanted, 1), mostValidationPairs, pairs - 1});
}

} // namespace

PairSet chooseValidation(const TokenizedCorpus& corpus, const PairSet& pairs, double share, std::uint64_t seed,
                         const Progress& progress)
{
    PairSet chosen(pairs.corpusSize());
    if (!(share > 0) || pairs.size() < 2)
        return chosen;
    const Groups groups = groupBySource(corpus, pairs, progress);
    std::vector<Place> names = groups.names();
    if (names.size() < 2)
        return chosen;

    shuffle(names, seed);
    PairSet taken(groups.ofPair.size());
    std::size_t wanted = wantedPairs(pairs.size(), share);
    for (std::size_t i = 0; i < names.size() && wanted > 0; ++i)
        if (const Place size = groups.sizes[names[i]]; size <= wanted) {
            wanted -= size;
            taken.add(names[i]);
        }
    std::size_t place = 0;
    for (std::size_t pair = 0; pair < pairs.corpusSize(); ++pair)
        if (pairs.contains(pair) && taken.contains(groups.ofPair[place++]))
            chosen.add(pair);
    return chosen;
}

} // namespace alignoscope::corpus
