// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/marian_fields.h"

#include "interchange/attention/fields.h"

#include <algorithm>

namespace alignoscope::interchange {

namespace {

void forgetScores(RawAttention& attention)
{
    const bool scores = std::ranges::all_of(attention.sentences, [](const RawSentence& sentence) {
        return sentence.target->size() == 1 && isScore(sentence.target->front());
    });
    if (attention.sentences.empty() || !scores)
        return;
    for (RawSentence& sentence : attention.sentences)
        sentence.target.reset();
    attention.facts.endRow = true;
    attention.assume("These are a scorer's lines: a score and the attention, no words.");
}

/// Why the line is not a sentence, or nothing.
std::string problemOf(const corpus::Line& line, const std::optional<MarianLine>& parts)
{
    std::string fault = corpus::lineFault(line);
    return fault.empty() && !parts ? "there is no ||| in the line" : fault;
}

} // namespace

std::optional<MarianLine> marianLine(std::string_view line)
{
    const auto fields = fieldsOf(line);
    if (fields.size() < 2)
        return std::nullopt;
    if (fields.size() >= 4)
        if (const auto sentence = wholeNumber(fields[0]); sentence && *sentence >= 0)
            return MarianLine{fields[1], fields[2], sentence};
    return MarianLine{fields[0], fields[1], std::nullopt};
}

void readMarianLines(AttentionLines& lines, RawAttention& attention,
                     const std::function<std::string(std::string_view alignment, RawSentence& sentence)>& readAlignment)
{
    bool several = false;
    for (corpus::Line line; !attention.full() && lines.next(line);) {
        const auto parts = marianLine(line.text);
        std::string problem = problemOf(line, parts);
        RawSentence sentence;
        if (problem.empty()) {
            sentence.line = line.number;
            sentence.textLine = parts->sentence.value_or(line.number - 1);
            sentence.target = wordList(parts->words);
            problem = readAlignment(parts->alignment, sentence);
        }
        if (problem.empty()) {
            several = several || parts->sentence;
            attention.add(std::move(sentence));
        } else {
            attention.skip(line.number, std::move(problem));
        }
    }
    if (several)
        attention.assume("This is an n-best list: every hypothesis is a sentence of its own.");
    forgetScores(attention);
}

} // namespace alignoscope::interchange
