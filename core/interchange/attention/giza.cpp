// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/giza.h"

#include "interchange/alignment_words.h"
#include "interchange/attention/fields.h"
#include "interchange/attention/hard_links.h"

#include <algorithm>
#include <utility>

namespace alignoscope::interchange {

namespace {

constexpr std::string_view headline = "# Sentence pair";

/// Reads "word ({ 1 2 }) …" into the sentence; says why where it cannot.
std::string readJoined(std::string_view line, RawSentence& sentence)
{
    const auto words = wordsOf(line);
    const auto targets = static_cast<std::int64_t>(sentence.target->size());
    for (std::size_t i = 0; i < words.size();) {
        const std::string_view word = words[i++];
        if (i >= words.size() || words[i] != "({")
            return quoted(word) + " is not followed by ({";
        const bool empty = sentence.source->empty() && word == "NULL" && i == 1;
        for (++i; i < words.size() && words[i] != "})"; ++i) {
            const auto number = wholeNumber(words[i]);
            if (!number || *number < 1 || *number > targets)
                return quoted(words[i]) + " is not the number of a word of the line above";
            if (!empty)
                sentence.links.push_back(
                    {static_cast<std::int32_t>(sentence.source->size()), static_cast<std::int32_t>(*number - 1)});
        }
        if (i++ >= words.size())
            return "the line ends within ({ … })";
        if (!empty)
            sentence.source->emplace_back(word);
    }
    return sentence.source->empty() ? "there are no words in it" : std::string();
}

} // namespace

bool looksLikeGiza(const std::vector<std::string_view>& lines)
{
    return !lines.empty() && lines.front().starts_with(headline)
        && (lines.size() < 3 || lines[2].find("({") != std::string_view::npos);
}

void readGiza(AttentionLines& lines, RawAttention& attention)
{
    attention.format = AttentionFormat::Giza;
    attention.facts.hard = true;
    std::int64_t place = 0;
    for (corpus::Line line; !attention.full() && lines.next(line);) {
        if (!line.text.starts_with(headline)) {
            if (!wordsOf(line.text).empty())
                attention.skip(line.number, "a line such as # Sentence pair (1) … was expected");
            continue;
        }
        RawSentence sentence;
        sentence.line = line.number;
        sentence.textLine = place++;
        sentence.source.emplace();
        std::string problem = "the file ends within the sentence";
        if (lines.next(line)) {
            problem = corpus::lineFault(line);
            sentence.target = wordList(line.text);
            if (!lines.next(line))
                problem = "the file ends within the sentence";
            else if (problem.empty() && (problem = corpus::lineFault(line)).empty())
                problem = readJoined(line.text, sentence);
        }
        if (problem.empty())
            attention.add(std::move(sentence));
        else
            attention.skip(sentence.line, std::move(problem));
    }
    if (attention.options().reverse) {
        turnLinks(attention);
        for (RawSentence& sentence : attention.sentences)
            std::swap(sentence.source, sentence.target);
    }
    attention.assume(attention.options().reverse ? "The line with NULL is the target."
                                                 : "The line with NULL is the source, the line above it the target.");
}

} // namespace alignoscope::interchange
