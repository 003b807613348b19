// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/orientation.h"

#include <cmath>
#include <utility>

namespace alignoscope::interchange {

namespace {

/// For and against rows being target words.
struct Votes {
    std::int64_t target = 0, source = 0;
    void add(bool forTarget, bool forSource)
    {
        target += forTarget && !forSource ? 1 : 0;
        source += forSource && !forTarget ? 1 : 0;
    }
};

/// Whether so many rows or columns may be so many words, their end perhaps included.
bool fits(std::int32_t size, const std::optional<Words>& words)
{
    if (!words)
        return true;
    const auto count = static_cast<std::int32_t>(words->size());
    return size == count || size == count + 1;
}

std::optional<Words> wordsOf(const SentenceText& text, const std::optional<Words>& own, std::int64_t line)
{
    return text.given() ? text.words(line) : own;
}

/// How many rows, and how many columns, have weights that add up to 1; those of zeros are padding.
void voteBySums(const RawSentence& sentence, Votes& votes)
{
    std::vector<double> columns(static_cast<std::size_t>(sentence.columns));
    bool rowsAdd = sentence.rows > 0, columnsAdd = sentence.columns > 0;
    for (std::int32_t row = 0; row < sentence.rows; ++row) {
        double sum = 0;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const double weight = sentence.weights[static_cast<std::size_t>(row) * columns.size() + column];
            sum += weight;
            columns[column] += weight;
        }
        rowsAdd = rowsAdd && (sum == 0 || addsUpToOne(sum));
    }
    for (const double sum : columns)
        columnsAdd = columnsAdd && (sum == 0 || addsUpToOne(sum));
    votes.add(rowsAdd, columnsAdd);
}

} // namespace

bool addsUpToOne(double sum)
{
    constexpr double rounding = 0.02;
    return std::abs(sum - 1) <= rounding;
}

bool rowsAreSource(RawAttention& attention, const Texts& texts)
{
    const MatrixRows wish = attention.options().rows;
    if (attention.facts.hard)
        return false;
    if (wish != MatrixRows::Automatic)
        return wish == MatrixRows::Source;
    if (attention.facts.rowsCertain)
        return false;
    Votes shapes, sums;
    for (const RawSentence& sentence : attention.sentences) {
        const auto source = wordsOf(texts.source, sentence.source, sentence.textLine);
        const auto target = wordsOf(texts.target, sentence.target, sentence.textLine);
        shapes.add(fits(sentence.rows, target) && fits(sentence.columns, source),
                   fits(sentence.rows, source) && fits(sentence.columns, target));
        voteBySums(sentence, sums);
    }
    if (shapes.target != shapes.source) {
        if (shapes.source > shapes.target)
            attention.assume("The rows are source words: turned round, as their numbers of words say.");
        return shapes.source > shapes.target;
    }
    if (sums.target != sums.source) {
        if (sums.source > sums.target)
            attention.assume("The rows are source words: turned round, as every column adds up to 1.");
        return sums.source > sums.target;
    }
    const bool source = attention.facts.usualRows == MatrixRows::Source;
    attention.assume(source ? "The rows are taken for source words and turned round; nothing in the file tells."
                            : "The rows are taken for target words; nothing in the file tells.");
    return source;
}

void turn(RawSentence& sentence)
{
    std::vector<float> turned;
    turned.reserve(sentence.weights.size());
    for (std::int32_t column = 0; column < sentence.columns; ++column)
        for (std::int32_t row = 0; row < sentence.rows; ++row)
            turned.push_back(sentence.weights[static_cast<std::size_t>(row) * static_cast<std::size_t>(sentence.columns)
                                              + static_cast<std::size_t>(column)]);
    sentence.weights = std::move(turned);
    std::swap(sentence.rows, sentence.columns);
}

} // namespace alignoscope::interchange
