// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/reading_order.h"

#include "alignoscope/writing_order.h"

#include <algorithm>
#include <span>

namespace alignoscope::ui {
namespace {

// The names that stand for an end or for an unknown word are in the program's language, not in the sentence's.
WritingOrder writingOf(const std::vector<TokenLabel>& labels)
{
    std::vector<std::string> words;
    words.reserve(labels.size());
    for (const TokenLabel& label : labels)
        words.push_back(label.kind == TokenKind::End || label.text == u"<unk>" ? std::string()
                                                                               : label.text.toStdString());
    return writingOrder(words);
}

} // namespace

ReadingOrder::ReadingOrder(const std::vector<TokenLabel>& words, WordOrder wished)
    : m_fromRight(wished == WordOrder::FromRight), m_levels(words.size(), m_fromRight ? 1 : 0)
{
    if (wished == WordOrder::AsWritten) {
        WritingOrder written = writingOf(words);
        m_fromRight = written.fromRight;
        m_levels = std::move(written.levels);
    }
    m_words = line(0, static_cast<int>(words.size()));
    m_places.resize(m_words.size());
    for (std::size_t place = 0; place < m_words.size(); ++place)
        m_places[static_cast<std::size_t>(m_words[place])] = static_cast<int>(place);
}

int ReadingOrder::beside(int word, int steps) const
{
    return wordAt(std::clamp(placeOf(word) + steps, 0, size() - 1));
}

std::vector<int> ReadingOrder::line(int first, int end) const
{
    const std::span levels(m_levels);
    std::vector<int> words;
    for (const std::int32_t at :
         visualOrder(levels.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first))))
        words.push_back(first + at);
    return words;
}

QString withArrow(const QString& name, const ReadingOrder& order)
{
    return order.fromRight() ? QStringLiteral("← ") + name : name + QStringLiteral(" →");
}

} // namespace alignoscope::ui
