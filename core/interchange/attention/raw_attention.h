// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/attention_import.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::interchange {

using Words = std::vector<std::string>;

/// One sentence as the file has it: nothing turned round, cut off or added yet.
struct RawSentence {
    std::int64_t line = 0;               ///< where it begins, counted from 1; of an array: which sentence
    std::int64_t textLine = 0;           ///< which line of the texts is its own, counted from 0
    std::optional<Words> source, target; ///< where the file has them
    std::int32_t rows = 0, columns = 0;  ///< of `weights`
    std::vector<float> weights;          ///< row-major
    std::vector<Link> links;             ///< of a file of links, tokens counted from 0
};

/// What a format says of all its sentences.
struct FormatFacts {
    bool hard = false;            ///< links, no weights
    bool endColumn = false;       ///< the last source column is the end of the sentence, words or not
    bool endRow = false;          ///< the same of the last row where the words of the target are not known
    bool endLinks = false;        ///< a link may name the end of the sentence, behind the last word
    bool weightedPadding = false; ///< target padding has weights like words
    MatrixRows usualRows = MatrixRows::Target;
    bool rowsCertain = false; ///< no matrix of this format lies the other way
};

/// What a reader of a format fills. Throws Error(Input) beyond the limits.
class RawAttention {
public:
    RawAttention(std::string where, const AttentionReadOptions& options);

    [[nodiscard]] const AttentionReadOptions& options() const { return m_options; }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] bool full() const; ///< as many sentences as were asked for
    /// Before memory is taken for so many weights.
    void spend(std::int64_t cells);
    void add(RawSentence sentence);
    void skip(std::int64_t line, std::string reason);
    void assume(const std::string& sentence); ///< each is kept once
    [[noreturn]] void fail(std::string what, std::string expected = {}, std::string got = {}) const;

    AttentionFormat format = AttentionFormat::Automatic;
    FormatFacts facts;
    std::vector<RawSentence> sentences;
    std::vector<std::string> assumptions;
    std::vector<SkippedLine> skipped;
    std::int64_t skippedTotal = 0;

private:
    std::string m_where;
    AttentionReadOptions m_options;
    std::int64_t m_cells = 0;
};

} // namespace alignoscope::interchange
