// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/what_if_answer.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QToolButton;

namespace alignoscope::ui {

class TokenFocus;
class WordLine;

/// The words of a What-if: the source, the model's own translation and the changed one, and the list of changes, in
/// lines to press. As high as they need, then it scrolls.
class WhatIfWords : public QScrollArea {
    Q_OBJECT
public:
    explicit WhatIfWords(QWidget* parent = nullptr);

    void show(const WhatIfAnswer& answer, const WhatIfChanges& changes);
    void clear();
    void followFocus(TokenFocus* focus);
    void setRoom(int height); ///< at most as high as that
    /// Where a word of the changed translation is, on the screen.
    [[nodiscard]] QRect placeOf(int target) const;

signals:
    void sourcePressed(int source);
    void wordPressed(int target);
    void changePressed(int index);
    void beginningGiven(const QString& text);
    void undoAll();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* caption = nullptr;
        WordLine* line = nullptr;
        QWidget* beside = nullptr; ///< at the right of the line, or in its place
        void show(bool shown) const;
    };
    void build();
    Row addRow(const char* name, const QString& caption, bool press);
    QToolButton* addButton(Row& row, const char* name, const QString& text, const QString& tip);
    void showSource(const WhatIfAnswer& answer, const WhatIfChanges& changes);
    void showTranslations(const WhatIfAnswer& answer, bool any);
    void showChanges(const WhatIfAnswer& answer, const WhatIfChanges& changes);
    void setBeginningShown(bool shown);
    void light();
    void tell(int source, int target, std::size_t targetSentence);
    static int placeRow(const Row& row, int left, int width, int y);
    void fit();

    QWidget* m_content;
    Row m_source, m_before, m_now, m_beginning, m_changes;
    QLineEdit* m_beginningEdit;
    QToolButton* m_editBeginning = nullptr;
    QToolButton* m_undoAll = nullptr;
    TokenFocus* m_focus = nullptr;
    std::size_t m_sourceKey = 0, m_beforeKey = 0, m_nowKey = 0; ///< of the sentences shown
    int m_room = 160;
};

} // namespace alignoscope::ui
