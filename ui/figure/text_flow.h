// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace alignoscope::ui {

/// Which way the letters of a word run; marks and numbers go with the words around them.
enum class WordDirection { FromLeft, FromRight, Neither };
WordDirection directionOf(const QString& word);

struct FlowWord {
    double width = 0; ///< of its box, in any unit
    WordDirection direction = WordDirection::Neither;
};

struct TextFlowLook {
    double width = 0;  ///< of a line
    double height = 0; ///< of a word's box
    double gap = 0;    ///< between two words of a line
    double lead = 0;   ///< between two lines
};

/// Words in boxes, one after the other, in as many lines as they need.
struct TextFlow {
    std::vector<QRectF> places; ///< one a word; none wider than a line
    std::vector<int> lines;     ///< of each word, counted from 0
    double height = 0;          ///< of all lines
    bool fromRight = false;     ///< the first word of a line stands at its right
};

/// A paragraph reads from the right where most of its words do; words of the other direction keep their own order
/// among themselves, as in the Unicode Bidirectional Algorithm (rules N1, N2 and L2, a word in a letter's place).
TextFlow flowText(const std::vector<FlowWord>& words, const TextFlowLook& look);

/// In which order words that follow each other in a line are seen from the left.
std::vector<int> visualOrder(const std::vector<WordDirection>& words, bool fromRight);

} // namespace alignoscope::ui
