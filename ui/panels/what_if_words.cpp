// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/what_if_words.h"

#include "ui/bridge/token_focus.h"
#include "ui/figure/figure_font.h"
#include "ui/panels/what_if_wording.h"
#include "ui/views/word_line.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace alignoscope::ui {

WhatIfWords::WhatIfWords(QWidget* parent) : QScrollArea(parent)
{
    setObjectName("whatIfWords");
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_content = new QWidget(this);
    build();
    setWidget(m_content);
    m_content->setAutoFillBackground(false); // the panel's own, not that of a list
    viewport()->setAutoFillBackground(false);
    clear();
}

void WhatIfWords::build()
{
    m_source = addRow("whatIfSource", tr("Source"), true);
    m_now = addRow("whatIfNow", tr("Translation"), true);
    m_editBeginning = addButton(m_now, "whatIfEditBeginning", tr("Edit"),
                                tr("Write how the translation begins; the model goes on from there"));
    m_editBeginning->setCheckable(true);
    m_beginning.caption = new QLabel(tr("Begins with"), m_content);
    m_beginning.caption->setForegroundRole(QPalette::PlaceholderText);
    m_beginningEdit = new QLineEdit(m_content);
    m_beginningEdit->setObjectName("whatIfBeginning");
    m_beginningEdit->setPlaceholderText(tr("The first words; Return lets the model go on"));
    m_beginningEdit->setToolTip(m_editBeginning->toolTip());
    m_beginningEdit->setAccessibleName(tr("What the translation begins with"));
    m_beginningEdit->setClearButtonEnabled(true);
    m_beginning.caption->setBuddy(m_beginningEdit);
    m_beginning.beside = m_beginningEdit;
    m_before = addRow("whatIfBefore", tr("Original"), false);
    m_changes = addRow("whatIfChanges", tr("Changes"), true);
    m_undoAll = addButton(m_changes, "whatIfUndoAll", tr("Undo all"),
                          tr("Take all changes back (Ctrl+Z takes back the last one)"));

    connect(m_source.line, &WordLine::pressed, this, &WhatIfWords::sourcePressed);
    connect(m_now.line, &WordLine::pressed, this, &WhatIfWords::wordPressed);
    connect(m_changes.line, &WordLine::pressed, this, &WhatIfWords::changePressed);
    connect(m_undoAll, &QToolButton::clicked, this, &WhatIfWords::undoAll);
    connect(m_beginningEdit, &QLineEdit::returnPressed, this, [this] { emit beginningGiven(m_beginningEdit->text()); });
    connect(m_editBeginning, &QToolButton::clicked, this, [this](bool shown) {
        setBeginningShown(shown);
        if (shown)
            m_beginningEdit->setFocus();
        else
            emit beginningGiven({});
    });
    connect(m_source.line, &WordLine::hovered, this, [this](int word) { tell(word, -1, 0); });
    connect(m_before.line, &WordLine::hovered, this, [this](int word) { tell(-1, word, m_beforeKey); });
    connect(m_now.line, &WordLine::hovered, this, [this](int word) { tell(-1, word, m_nowKey); });
}

WhatIfWords::Row WhatIfWords::addRow(const char* name, const QString& caption, bool press)
{
    Row row{new QLabel(caption, m_content),
            new WordLine(press ? WordLine::Use::Press : WordLine::Use::Read, m_content)};
    row.caption->setForegroundRole(QPalette::PlaceholderText);
    row.line->setObjectName(name);
    row.line->setAccessibleName(caption);
    return row;
}

QToolButton* WhatIfWords::addButton(Row& row, const char* name, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(m_content);
    button->setText(text);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(name);
    button->setToolTip(tip);
    row.beside = button;
    return button;
}

void WhatIfWords::Row::show(bool shown) const
{
    for (QWidget* part : std::initializer_list<QWidget*>{caption, line, beside})
        if (part)
            part->setVisible(shown);
}

void WhatIfWords::show(const WhatIfAnswer& answer, const WhatIfChanges& changes)
{
    QFont type = font();
    type.setFamilies(figureFont(QFontInfo(font()).family(), attentionOf(answer.changed)).families());
    for (WordLine* line : {m_source.line, m_before.line, m_now.line, m_changes.line})
        line->setFont(type);
    m_sourceKey = sentenceKey(answer.original.source);
    m_beforeKey = sentenceKey(answer.original.tokens);
    m_nowKey = sentenceKey(answer.changed.tokens);
    showSource(answer, changes);
    showTranslations(answer, !changes.empty());
    showChanges(answer, changes);
    m_editBeginning->setEnabled(true);
    if (!m_beginningEdit->hasFocus()) {
        m_beginningEdit->setText(changes.beginning());
        setBeginningShown(!changes.beginning().isEmpty());
    }
    light();
    fit();
}

void WhatIfWords::clear()
{
    for (const Row& row : {m_source, m_before, m_now, m_changes})
        row.line->setWords({});
    m_before.show(false);
    m_changes.show(false);
    m_editBeginning->setEnabled(false);
    m_beginningEdit->clear();
    setBeginningShown(false);
    setVisible(false);
}

void WhatIfWords::showSource(const WhatIfAnswer& answer, const WhatIfChanges& changes)
{
    std::vector<WordLine::Word> words;
    for (std::size_t s = 0; s + 1 < answer.original.source.size(); ++s) // the end is always read
        words.push_back(sourceWord(answer, s, changes.isDropped(static_cast<int>(s))));
    m_source.line->setWords(std::move(words));
}

void WhatIfWords::showTranslations(const WhatIfAnswer& answer, bool any)
{
    std::vector<WordLine::Word> before, now;
    for (std::size_t t = 0; any && t < answer.original.tokens.size(); ++t)
        before.push_back(originalWord(answer, t));
    for (std::size_t t = 0; t < answer.changed.tokens.size(); ++t)
        now.push_back(changedWord(answer, t));
    m_before.line->setWords(std::move(before));
    m_now.line->setWords(std::move(now));
    m_now.caption->setText(any ? tr("Changed") : tr("Translation"));
    m_now.line->setAccessibleName(m_now.caption->text());
    m_before.show(any);
    setVisible(true);
}

void WhatIfWords::showChanges(const WhatIfAnswer& answer, const WhatIfChanges& changes)
{
    std::vector<WordLine::Word> words;
    for (const WhatIfChanges::Change& change : changes.list())
        words.push_back(changeWord(answer, change));
    m_changes.line->setWords(std::move(words));
    m_changes.show(!changes.empty());
}

void WhatIfWords::setBeginningShown(bool shown)
{
    m_beginning.show(shown);
    m_editBeginning->setChecked(shown);
    fit();
}

void WhatIfWords::followFocus(TokenFocus* focus)
{
    m_focus = focus;
    connect(focus, &TokenFocus::changed, this, &WhatIfWords::light);
}

void WhatIfWords::light()
{
    if (!m_focus)
        return;
    const TokenFocus::Place& place = m_focus->place();
    m_source.line->setLit(place.sourceIn(m_sourceKey));
    m_before.line->setLit(place.targetIn(m_beforeKey));
    m_now.line->setLit(place.targetIn(m_nowKey));
}

void WhatIfWords::tell(int source, int target, std::size_t targetSentence)
{
    if (!m_focus)
        return;
    if (source < 0 && target < 0)
        m_focus->clear(this);
    else
        m_focus->set({source, target, m_sourceKey, targetSentence}, this);
}

void WhatIfWords::setRoom(int height)
{
    m_room = height;
    fit();
}

QRect WhatIfWords::placeOf(int target) const
{
    const QRect word = m_now.line->wordRect(target);
    return {m_now.line->mapToGlobal(word.topLeft()), word.size()};
}

void WhatIfWords::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void WhatIfWords::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (m_undoAll && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        fit();
}

/// Puts a row at that height, its caption before `left`; returns where the next one begins.
int WhatIfWords::placeRow(const Row& row, int left, int width, int y)
{
    constexpr int gap = 8, between = 5;
    if (row.caption->isHidden())
        return y;
    const int first = row.line ? row.line->minimumSizeHint().height() : row.beside->sizeHint().height();
    int height = first, right = width;
    if (row.line && row.beside) {
        const QSize size(row.beside->sizeHint().width(), std::max(first, row.beside->minimumSizeHint().height()));
        right -= size.width() + gap;
        row.beside->setGeometry(right + gap, y, size.width(), size.height());
        height = size.height();
    } else if (row.beside) {
        row.beside->setGeometry(left, y, right - left, first);
    }
    if (row.line) {
        row.line->setGeometry(left, y, right - left, row.line->heightForWidth(right - left));
        height = std::max(height, row.line->height());
    }
    const int wide = row.caption->sizeHint().width();
    row.caption->setGeometry(left - gap - wide, y, wide, first);
    return y + height + between;
}

// As high as the lines are at this width, as long as there is room.
void WhatIfWords::fit()
{
    const auto rows = {m_source, m_now, m_beginning, m_before, m_changes};
    int left = 0;
    for (const Row& row : rows)
        if (!row.caption->isHidden())
            left = std::max(left, row.caption->sizeHint().width() + 8);
    const auto place = [&](int width) {
        int y = 0;
        for (const Row& row : rows)
            y = placeRow(row, left, width, y);
        m_content->resize(width, y);
        return y;
    };
    int height = place(width());
    if (height > m_room)
        height = place(width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this));
    setFixedHeight(std::min(height, m_room));
}

} // namespace alignoscope::ui
