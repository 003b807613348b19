// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/normalize.h"

#include "alignoscope/error.h"
#include "interchange/attention/fitted_side.h"
#include "interchange/attention/link_matrix.h"
#include "interchange/attention/orientation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alignoscope::interchange {

namespace {

/// Why a weight cannot be one, or nothing.
std::string weightFault(const RawSentence& sentence)
{
    constexpr float slack = 0.001F; // weights are rounded when they are written
    for (std::size_t i = 0; i < sentence.weights.size(); ++i)
        if (!(sentence.weights[i] >= -slack && sentence.weights[i] <= 1 + slack))
            return "row " + std::to_string(i / static_cast<std::size_t>(sentence.columns) + 1) + ": the weight "
                + std::to_string(sentence.weights[i]) + " is not from 0 to 1";
    return {};
}

std::int32_t usedRows(const RawSentence& sentence)
{
    const auto last = std::ranges::find_if(sentence.weights.rbegin(), sentence.weights.rend(),
                                           [](float weight) { return weight != 0; });
    const auto cells = static_cast<std::int32_t>(sentence.weights.rend() - last);
    return sentence.columns == 0 ? 0 : (cells + sentence.columns - 1) / sentence.columns;
}

std::int32_t usedColumns(const RawSentence& sentence)
{
    std::int32_t used = 0;
    for (std::size_t i = 0; i < sentence.weights.size(); ++i)
        if (sentence.weights[i] != 0)
            used = std::max(used, static_cast<std::int32_t>(i % static_cast<std::size_t>(sentence.columns)) + 1);
    return used;
}

std::string mismatch(const char* what, std::int32_t size, const char* side, const std::optional<Words>& words)
{
    return std::to_string(size) + " " + what + " for " + std::to_string(words ? words->size() : 0) + " " + side
        + " words";
}

class Normalizer {
public:
    Normalizer(RawAttention attention, const Texts& texts) : m_raw(std::move(attention)), m_texts(texts) { }

    ImportedAttention run()
    {
        const bool turned = rowsAreSource(m_raw, m_texts);
        m_linksNameEnds = m_raw.facts.endLinks && linksNameEnds(m_raw, m_texts);
        for (RawSentence& sentence : m_raw.sentences) {
            std::string reason = turned ? (turn(sentence), std::string()) : std::string();
            if (reason = take(sentence); !reason.empty())
                m_raw.skip(sentence.line, std::move(reason));
            sentence = {}; // its memory
        }
        requireSome();
        tell();
        m_result.format = m_raw.format;
        m_result.hard = m_raw.facts.hard;
        m_result.assumptions = std::move(m_raw.assumptions);
        m_result.skipped = std::move(m_raw.skipped);
        m_result.skippedTotal = m_raw.skippedTotal;
        std::ranges::stable_sort(m_result.skipped, {}, &SkippedLine::line);
        return std::move(m_result);
    }

private:
    RawAttention m_raw;
    const Texts& m_texts;
    ImportedAttention m_result;
    bool m_linksNameEnds = false;
    bool m_endColumn = false, m_endRow = false, m_noSourceWords = false, m_noTargetWords = false;
    std::int32_t m_cutRows = 0, m_cutColumns = 0;
    std::int64_t m_rows = 0, m_otherSums = 0;

    /// Why the sentence cannot be shown, or nothing.
    std::string take(RawSentence& sentence)
    {
        if (m_texts.source.given() && !(sentence.source = m_texts.source.words(sentence.textLine)))
            return "the source text has only " + std::to_string(m_texts.source.lines()) + " lines";
        if (m_texts.target.given() && !(sentence.target = m_texts.target.words(sentence.textLine)))
            return "the target text has only " + std::to_string(m_texts.target.lines()) + " lines";
        if (m_raw.facts.hard)
            if (std::string reason = spreadLinks(sentence, m_linksNameEnds, m_raw); !reason.empty())
                return reason;
        if (std::string reason = weightFault(sentence); !reason.empty())
            return reason;
        const bool hard = m_raw.facts.hard;
        const auto columns = fit({sentence.columns, hard ? sentence.columns : usedColumns(sentence), sentence.source,
                                  m_raw.facts.endColumn, false});
        const auto rows = fit({sentence.rows, hard ? sentence.rows : usedRows(sentence), sentence.target,
                               m_raw.facts.endRow, m_raw.facts.weightedPadding});
        if (!columns)
            return mismatch("columns", sentence.columns, "source", sentence.source);
        if (!rows)
            return mismatch("rows", sentence.rows, "target", sentence.target);
        if (columns->tokens.empty() || rows->tokens.empty())
            return "there are no words and no links in it";
        add(sentence, *columns, *rows);
        return {};
    }

    void add(const RawSentence& sentence, const FittedSide& columns, const FittedSide& rows)
    {
        auto snapshot = std::make_shared<AttentionSnapshot>();
        snapshot->sentence = SentenceId{static_cast<std::int32_t>(m_result.sentences.size())};
        snapshot->loss = std::numeric_limits<double>::quiet_NaN();
        snapshot->sourceTokens = columns.tokens;
        snapshot->targetTokens = rows.tokens;
        snapshot->sourceUnknown.assign(columns.tokens.size(), false);
        snapshot->weights.reserve(rows.tokens.size() * columns.tokens.size());
        for (std::size_t row = 0; row < rows.tokens.size(); ++row) {
            const auto first = sentence.weights.begin()
                + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(sentence.columns));
            double sum = 0;
            for (std::size_t column = 0; column < columns.tokens.size(); ++column) {
                snapshot->weights.push_back(first[static_cast<std::ptrdiff_t>(column)]);
                sum += snapshot->weights.back();
            }
            m_otherSums += !m_raw.facts.hard && !addsUpToOne(sum) ? 1 : 0;
            ++m_rows;
        }
        remember(columns, rows);
        m_result.sentences.push_back(std::move(snapshot));
    }

    void remember(const FittedSide& columns, const FittedSide& rows)
    {
        m_endColumn = m_endColumn || columns.endAdded;
        m_endRow = m_endRow || rows.endAdded;
        m_noSourceWords = m_noSourceWords || columns.numbered;
        m_noTargetWords = m_noTargetWords || rows.numbered;
        m_cutColumns = std::max(m_cutColumns, columns.cut);
        m_cutRows = std::max(m_cutRows, rows.cut);
        m_result.wordsMissing = m_noSourceWords || m_noTargetWords;
    }

    void requireSome() const
    {
        if (!m_result.sentences.empty())
            return;
        if (m_raw.skipped.empty())
            throw Error(ErrorKind::Input,
                        {m_raw.where(), "there is no sentence in it", "at least one", "none", "Choose another file."});
        const SkippedLine& first = m_raw.skipped.front();
        throw Error(ErrorKind::Input,
                    {m_raw.where() + ", line " + std::to_string(first.line), "no sentence of it can be read",
                     "attention whose size is that of its words", first.reason,
                     "Give the text with the words that the model read, pieces of words included."});
    }

    void tell()
    {
        if (m_endColumn && m_endRow)
            m_raw.assume("The last row and column are the end of the sentence.");
        else if (m_endColumn)
            m_raw.assume("The last column is the end of the source sentence; it has no row on the target side.");
        else if (m_endRow)
            m_raw.assume("The last row is the end of the target sentence; it has no column on the source side.");
        if (m_cutColumns > 0)
            m_raw.assume("Padding was cut off: up to " + std::to_string(m_cutColumns) + " columns of a sentence.");
        if (m_cutRows > 0)
            m_raw.assume("Padding was cut off: up to " + std::to_string(m_cutRows) + " rows of a sentence.");
        if (m_noSourceWords)
            m_raw.assume("The file has no source words: their places are numbered.");
        if (m_noTargetWords)
            m_raw.assume("The file has no target words: their places are numbered.");
        if (m_noTargetWords && m_raw.facts.weightedPadding)
            m_raw.assume("Without the target text, rows of padding cannot be told from words.");
        if (m_raw.facts.hard)
            m_raw.assume("These are links, not weights: the links of a target word share 1 among them.");
        if (m_otherSums > 0)
            m_raw.assume("In " + std::to_string(m_otherSums) + " of " + std::to_string(m_rows)
                         + " rows the weights do not add up to 1; they are shown as they are.");
    }
};

} // namespace

ImportedAttention normalize(RawAttention attention, const Texts& texts)
{
    return Normalizer(std::move(attention), texts).run();
}

} // namespace alignoscope::interchange
