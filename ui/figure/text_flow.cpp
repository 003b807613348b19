// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_flow.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::ui {
namespace {

bool mostFromRight(const std::vector<FlowWord>& words)
{
    int balance = 0;
    for (const FlowWord& word : words)
        balance += word.direction == WordDirection::FromRight ? 1 : word.direction == WordDirection::FromLeft ? -1 : 0;
    return balance > 0;
}

// N1: between two words of one direction, marks take it. N2: otherwise the paragraph's.
std::vector<WordDirection> resolved(std::vector<WordDirection> words, WordDirection paragraph)
{
    for (std::size_t first = 0; first < words.size();) {
        if (words[first] != WordDirection::Neither) {
            ++first;
            continue;
        }
        std::size_t end = first;
        while (end < words.size() && words[end] == WordDirection::Neither)
            ++end;
        const WordDirection before = first > 0 ? words[first - 1] : paragraph;
        const WordDirection after = end < words.size() ? words[end] : paragraph;
        std::fill(words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(end),
                  before == after ? before : paragraph);
        first = end;
    }
    return words;
}

} // namespace

WordDirection directionOf(const QString& word)
{
    for (const QChar character : word) {
        switch (character.direction()) {
        case QChar::DirL:
            return WordDirection::FromLeft;
        case QChar::DirR:
        case QChar::DirAL:
            return WordDirection::FromRight;
        default:
            break;
        }
    }
    return WordDirection::Neither;
}

std::vector<int> visualOrder(const std::vector<WordDirection>& words, bool fromRight)
{
    const auto directions = resolved(words, fromRight ? WordDirection::FromRight : WordDirection::FromLeft);
    std::vector<int> order(words.size());
    std::iota(order.begin(), order.end(), 0);
    // L2: runs against the paragraph are turned round, then, where it reads from the right, all of the line
    const WordDirection against = fromRight ? WordDirection::FromLeft : WordDirection::FromRight;
    for (std::size_t first = 0; first < words.size();) {
        std::size_t end = first;
        while (end < words.size() && directions[end] == against)
            ++end;
        std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first),
                     order.begin() + static_cast<std::ptrdiff_t>(end));
        first = std::max(end, first + 1);
    }
    if (fromRight)
        std::ranges::reverse(order);
    return order;
}

TextFlow flowText(const std::vector<FlowWord>& words, const TextFlowLook& look)
{
    TextFlow flow;
    flow.fromRight = mostFromRight(words);
    flow.places.resize(words.size());
    flow.lines.resize(words.size());
    double y = 0;
    int line = 0;
    for (std::size_t first = 0; first < words.size(); ++line) {
        const auto wide = [&](std::size_t word) { return std::min(words[word].width, look.width); };
        std::size_t end = first;
        double used = 0;
        while (end < words.size() && (end == first || used + look.gap + wide(end) <= look.width)) {
            used += (end == first ? 0 : look.gap) + wide(end);
            ++end;
        }
        std::vector<WordDirection> directions;
        for (std::size_t word = first; word < end; ++word)
            directions.push_back(words[word].direction);
        double x = flow.fromRight ? look.width - used : 0;
        for (const int place : visualOrder(directions, flow.fromRight)) {
            const std::size_t word = first + static_cast<std::size_t>(place);
            flow.places[word] = {x, y, wide(word), look.height};
            flow.lines[word] = line;
            x += wide(word) + look.gap;
        }
        y += look.height + look.lead;
        first = end;
    }
    flow.height = words.empty() ? 0 : y - look.lead;
    return flow;
}

} // namespace alignoscope::ui
