// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/intervention.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace alignoscope::ui {

/// What the model could say at one place of its translation, likeliest first, to choose from; or a word of one's own.
/// Closes when something was chosen, on Escape and on a press elsewhere.
class NextWordPopup : public QFrame {
    Q_OBJECT
public:
    explicit NextWordPopup(QWidget* parent = nullptr);

    /// Opens below a place of the screen. `given`: the user has said the word that is there.
    void offer(int target, const std::vector<NextWord>& likeliest, const std::string& present, bool given,
               const QRect& place);

signals:
    void chosen(int target, const QString& word, bool token); ///< token: one of the list, exactly as the model has it
    void givenBack(int target);                               ///< the model shall choose again
    void beginningKept(int target);                           ///< everything up to that word is to stay as it is

private:
    void fill(const std::vector<NextWord>& likeliest, const std::string& present);
    void chooseListed();

    int m_target = 0;
    QLabel* m_title;
    QListWidget* m_list;
    QLineEdit* m_other;
    QPushButton* m_back;
    QPushButton* m_keep;
};

} // namespace alignoscope::ui
