// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/given_decisions.h"

#include "alignoscope/error.h"
#include "decoding/encoded_text.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::decoding {

namespace {

constexpr int farthest = 100000; // no translation is that long, and what is kept for each position stays small

[[noreturn]] void refuse(std::string where, std::string what, std::string expected, std::string got)
{
    throw Error(ErrorKind::Usage, {std::move(where), std::move(what), std::move(expected), std::move(got), {}});
}

std::size_t checkedPosition(int target)
{
    if (target < 0 || target >= farthest)
        refuse("intervention", "there is no such position in a translation", "0 to " + std::to_string(farthest - 1),
               std::to_string(target));
    return static_cast<std::size_t>(target);
}

std::string rowName(const Intervention::Row& row)
{
    return "attention of target word " + std::to_string(row.target + 1);
}

void checkNumbers(const Intervention::Row& row, std::size_t sources)
{
    if (row.weights.size() != sources)
        refuse(rowName(row), "there must be a weight for every source token, the end of the sentence included",
               std::to_string(sources), std::to_string(row.weights.size()));
    for (const float weight : row.weights)
        if (!std::isfinite(weight) || weight < 0)
            refuse(rowName(row), "a weight cannot be used", "a number from 0 on", std::to_string(weight));
}

/// The row over the positions that are read, summing to 1.
std::vector<float> readRow(const Intervention::Row& row, std::size_t sources, const std::vector<std::size_t>& read)
{
    checkNumbers(row, sources);
    double sum = 0;
    for (const std::size_t s : read)
        sum += static_cast<double>(row.weights[s]);
    if (!(sum > 0))
        refuse(rowName(row), "the weights leave nothing to look at", "at least one above 0 on a word that is read",
               "none");
    std::vector<float> weights;
    for (const std::size_t s : read)
        weights.push_back(static_cast<float>(static_cast<double>(row.weights[s]) / sum));
    return weights;
}

std::optional<TokenId> givenWord(const std::string& token, const Vocabulary& target)
{
    if (token.empty())
        return std::nullopt;
    return token == endOfSentence ? Vocabulary::endSentence : target.id(token); // a vocabulary does not find its marks
}

void checkWord(const std::string& token)
{
    if (token.empty())
        refuse("intervention", "a word cannot be empty", "a token", "none");
}

} // namespace

std::vector<std::size_t> readPositions(const Intervention& intervention, std::size_t sources)
{
    std::vector<bool> dropped(sources, false);
    for (const int position : intervention.dropped) {
        if (position < 0 || static_cast<std::size_t>(position) + 1 >= sources)
            refuse("intervention", "this source token cannot be dropped",
                   "a word of the " + std::to_string(sources - 1) + " before the end", std::to_string(position));
        dropped[static_cast<std::size_t>(position)] = true;
    }
    std::vector<std::size_t> read;
    for (std::size_t s = 0; s < sources; ++s)
        if (!dropped[s])
            read.push_back(s);
    return read;
}

std::vector<std::string> givenTokens(const Intervention& intervention)
{
    std::vector<std::string> tokens = intervention.prefix;
    for (const std::string& token : tokens)
        checkWord(token);
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t)
        if (tokens[t] == endOfSentence)
            refuse("intervention", "a translation cannot go on after its end", "</s> as the last token at most",
                   "position " + std::to_string(t));
    for (const auto& word : intervention.words) {
        const std::size_t at = checkedPosition(word.target);
        checkWord(word.token);
        if (at < tokens.size() && !tokens[at].empty())
            refuse("intervention", "two words are given for one position", "one", std::to_string(word.target));
        tokens.resize(std::max(tokens.size(), at + 1));
        tokens[at] = word.token;
    }
    return tokens;
}

Steering steeringOf(const Intervention& intervention, const Vocabulary& target, std::size_t sources,
                    const std::vector<std::size_t>& read)
{
    Steering steering;
    for (const std::string& token : givenTokens(intervention))
        steering.words.push_back(givenWord(token, target));
    for (const auto& row : intervention.rows) {
        const std::size_t at = checkedPosition(row.target);
        if (at >= steering.rows.size())
            steering.rows.resize(at + 1);
        if (!steering.rows[at].empty())
            refuse(rowName(row), "two rows are given for one position", "one", "two");
        steering.rows[at] = readRow(row, sources, read);
    }
    return steering;
}

} // namespace alignoscope::decoding
