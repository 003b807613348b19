// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/text_flow.h"

#include <QWidget>

#include <vector>

namespace alignoscope::ui {

/// A sentence as a line of words that can be pressed, one after the other, in as many rows as it needs. The arrow keys
/// go from word to word, Return or Space presses one.
class WordLine : public QWidget {
    Q_OBJECT
public:
    struct Word {
        QString text;
        bool given = false;   ///< decided by the user
        bool isNew = false;   ///< not in the other translation
        bool gone = false;    ///< only in this one, or left out
        bool pale = false;    ///< the end of a sentence
        bool unknown = false; ///< the model reads it as its unknown word
        bool closes = false;  ///< a press takes it away: it ends in a cross
        QString tip = {};     ///< what it is and what a press does
        bool operator==(const Word&) const = default;
    };
    enum class Use { Read, Press };

    explicit WordLine(Use use, QWidget* parent = nullptr);

    /// The keyboard's cursor stays at its place where there is one.
    void setWords(std::vector<Word> words);
    [[nodiscard]] const std::vector<Word>& words() const { return m_words; }
    void setWordOrder(WordOrder order); ///< how words beside each other follow each other
    void setLit(int word);              ///< another view speaks of it; −1: none
    void setCurrent(int word);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QRect wordRect(int word) const; ///< empty where there is none

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void pressed(int word);
    void hovered(int word); ///< −1: none any more

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] TextFlow place(int width) const; ///< in a widget of that width
    void layOut();
    void paintWord(QPainter& painter, int word) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QFont fontOf(const Word& word) const;
    [[nodiscard]] int wordAt(const QPoint& position) const;
    void setHovered(int word);
    void describe();

    Use m_use;
    std::vector<Word> m_words;
    WordOrder m_wordOrder = WordOrder::AsWritten;
    TextFlow m_flow;
    int m_current = -1, m_hovered = -1, m_lit = -1;
};

} // namespace alignoscope::ui
