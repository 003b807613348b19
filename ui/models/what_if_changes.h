// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/intervention.h"
#include "alignoscope/text.h"

#include <QString>

#include <vector>

namespace alignoscope::ui {

/// What somebody has changed about a translation, in the order it was done: a list to show and to take back from, and
/// the intervention that comes of it. There is one change a place: a new one takes the place of an older one.
class WhatIfChanges {
public:
    enum class Kind { Beginning, Word, Row, Dropped };
    struct Change {
        Kind kind{};
        int place = 0;              ///< target position; of a dropped word its source position; 0 of the beginning
        QString text;               ///< beginning and words: what is to be said
        bool token = false;         ///< `text` is one token as the model has it, not text to be taken apart
        std::vector<float> weights; ///< of a row
        QString title;              ///< for people: "word 2 looks only at “key”"
    };

    void setBeginning(const QString& text); ///< empty: none
    void setWord(int target, const QString& text, bool token);
    void setRow(int target, std::vector<float> weights, const QString& title);
    void setDropped(int source, const QString& word, bool dropped);
    void remove(std::size_t index);
    void removeRow(int target);
    void removeWord(int target);
    void clear() { m_changes.clear(); }

    [[nodiscard]] const std::vector<Change>& list() const { return m_changes; }
    [[nodiscard]] bool empty() const { return m_changes.empty(); }
    [[nodiscard]] bool isDropped(int source) const;
    [[nodiscard]] const std::vector<float>* row(int target) const; ///< null: the model's own
    [[nodiscard]] bool hasWord(int target) const;
    [[nodiscard]] QString beginning() const;

private:
    Change& put(Kind kind, int place);
    void take(Kind kind, int place);
    [[nodiscard]] bool has(Kind kind, int place) const;

    std::vector<Change> m_changes;
};

/// What the model is asked. Text is taken apart as the model's target language is; where two changes say a word for one
/// place the later one does. `sources` counts the source tokens with EOS; rows of another length, and rows that look
/// only at words that are not read, are left out. Pure; any thread.
Intervention interventionOf(const std::vector<WhatIfChanges::Change>& changes, const TextOptions& text,
                            std::size_t sources);

} // namespace alignoscope::ui
