// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_kinds.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QPushButton;

namespace alignoscope::ui {

class Workbench;

/// Before a pair is trained: the two kinds of attention, what both models share, and one button.
class PairSetup : public QWidget {
    Q_OBJECT
public:
    explicit PairSetup(Workbench& workbench, QWidget* parent = nullptr);

    /// Of the first (0) or the second (1): those of the Model dialog where the kind is the model's, otherwise the
    /// kind's own defaults with the model's limit of states.
    [[nodiscard]] AttentionOptions attention(std::size_t side) const;

signals:
    void startRequested();

private:
    struct Card {
        QComboBox* kind = nullptr;
        QLabel* summary = nullptr;
        QLabel* equation = nullptr;
        QLabel* source = nullptr;
        bool chosen = false; ///< by hand: it no longer follows the model
    };
    QWidget* buildCard(std::size_t side);
    void propose();
    void refresh();

    Workbench& m_workbench;
    std::array<Card, 2> m_cards;
    QLabel* m_shared;
    QPushButton* m_start;
    QLabel* m_reason;
};

} // namespace alignoscope::ui
