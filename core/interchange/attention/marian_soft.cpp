// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/alignment_words.h"
#include "interchange/attention/fields.h"
#include "interchange/attention/marian.h"
#include "interchange/attention/marian_fields.h"

#include <algorithm>
#include <iterator>

namespace alignoscope::interchange {

namespace {

bool isSoft(std::string_view alignment)
{
    std::vector<float> numbers;
    const auto rows = wordsOf(alignment);
    return !rows.empty() && alignment.find(',') != std::string_view::npos
        && std::ranges::all_of(rows, [&](std::string_view row) { return readNumbers(row, ',', numbers).empty(); });
}

/// Why the matrix cannot be read, or nothing.
std::string readMatrix(std::string_view alignment, RawSentence& sentence)
{
    for (const std::string_view row : wordsOf(alignment)) {
        const std::size_t before = sentence.weights.size();
        if (const std::string_view bad = readNumbers(row, ',', sentence.weights); !bad.empty())
            return "row " + std::to_string(sentence.rows + 1) + ": " + quoted(bad) + " is not a number";
        if (std::string problem = addRow(sentence, sentence.weights.size() - before); !problem.empty())
            return problem;
    }
    return sentence.rows == 0 ? "there are no weights in it" : std::string();
}

} // namespace

bool looksLikeMarianSoft(const std::vector<std::string_view>& lines)
{
    const auto soft = std::ranges::count_if(lines, [](std::string_view line) {
        const auto parts = marianLine(line);
        return parts && isSoft(parts->alignment);
    });
    return soft > 0 && 2 * soft >= std::ssize(lines); // the others may be damaged
}

void readMarianSoft(AttentionLines& lines, RawAttention& attention)
{
    attention.format = AttentionFormat::MarianSoft;
    attention.facts.endColumn = true;
    attention.facts.rowsCertain = true;
    readMarianLines(lines, attention, [&attention](std::string_view alignment, RawSentence& sentence) {
        std::string problem = readMatrix(alignment, sentence);
        attention.spend(static_cast<std::int64_t>(sentence.weights.size()));
        return problem;
    });
}

} // namespace alignoscope::interchange
