// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/explanation_figure.h"
#include "ui/models/explained_words_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace alignoscope::ui {

class ScatterView;
class TokenFocus;

/// What the three matrices of a sentence come to: in words, as a plot of what shuffled weights change, and word by
/// word. A word that is pointed at, or chosen in the table, is lit in every view.
class ExplanationFindings : public QWidget {
    Q_OBJECT
public:
    explicit ExplanationFindings(TokenFocus& focus, QWidget* parent = nullptr);

    void setExplanation(const ExplanationPtr& explanation);

private:
    void buildTable();
    void connectFocus();
    void light(int target, const QObject* by);
    void fitTable();

    TokenFocus& m_focus;
    ExplainedWordsModel m_words;
    QLabel* m_text;
    QLabel* m_verdict;
    ScatterView* m_plot;
    QTableView* m_table;
    std::size_t m_sentence = 0; ///< the target's key
    bool m_filling = false;
};

} // namespace alignoscope::ui
