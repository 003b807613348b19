// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/pharaoh.h"

#include "alignoscope/error.h"
#include "interchange/attention/hard_links.h"

#include <algorithm>
#include <iterator>

namespace alignoscope::interchange {

namespace {

/// The sentence of a line; nothing where it is no line of links, and then why.
std::optional<GoldAlignment> linksOf(std::string_view line, int base, std::string& problem)
{
    try {
        return parseAlignmentLine(line, base, {});
    } catch (const Error& error) {
        problem = error.problem().what + ": " + error.problem().got;
        return std::nullopt;
    }
}

void shiftDown(RawAttention& attention)
{
    for (RawSentence& sentence : attention.sentences)
        for (Link& link : sentence.links) {
            --link.source;
            --link.target;
        }
}

} // namespace

bool looksLikePharaoh(const std::vector<std::string_view>& lines)
{
    bool links = false;
    std::ptrdiff_t understood = 0;
    std::string problem;
    for (const std::string_view line : lines) {
        const auto read = line.find("|||") == std::string_view::npos ? linksOf(line, 0, problem) : std::nullopt;
        understood += read ? 1 : 0;
        links = links || (read && (!read->sure.empty() || !read->possible.empty()));
    }
    return links && 2 * understood >= std::ssize(lines); // the others may be damaged
}

void readPharaoh(AttentionLines& lines, RawAttention& attention)
{
    attention.format = AttentionFormat::Pharaoh;
    attention.facts.hard = true;
    std::vector<GoldAlignment> read; // of links alone, to see what they count from
    const int base = attention.options().base;
    for (corpus::Line line; !attention.full() && lines.next(line);) {
        std::string problem = corpus::lineFault(line);
        auto links = problem.empty() ? linksOf(line.text, std::max(base, 0), problem) : std::nullopt;
        if (!links) {
            attention.skip(line.number, std::move(problem));
            continue;
        }
        if (!links->possible.empty())
            attention.assume("Links that are only possible count like the sure ones.");
        RawSentence sentence{line.number, line.number - 1, {}, {}, 0, 0, {}, links->sure};
        sentence.links.insert(sentence.links.end(), links->possible.begin(), links->possible.end());
        attention.add(std::move(sentence));
        read.push_back(std::move(*links));
    }
    if (base < 0 && alignmentBase(read) == 1) {
        shiftDown(attention);
        attention.assume("The first word is number 1, as no link has a 0.");
    }
    if (attention.options().reverse)
        turnLinks(attention);
}

} // namespace alignoscope::interchange
