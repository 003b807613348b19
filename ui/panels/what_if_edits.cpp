// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be done in the What-if panel: each a change to the list, and the model is asked again.
#include "ui/bridge/workbench.h"
#include "ui/figure/isolated_text.h"
#include "ui/panels/next_word_popup.h"
#include "ui/panels/question_bar.h"
#include "ui/panels/what_if_panel.h"
#include "ui/panels/what_if_wording.h"
#include "ui/panels/what_if_words.h"
#include "ui/views/attention_editor.h"
#include "ui/views/heatmap_view.h"

#include <QMenu>

#include <algorithm>

namespace alignoscope::ui {

void WhatIfPanel::connectEditor()
{
    connect(m_editor, &AttentionEditor::moved, this, &WhatIfPanel::moveWeight);
    connect(m_editor, &AttentionEditor::lookOnly, this, &WhatIfPanel::lookOnly);
    connect(m_editor, &AttentionEditor::shifted, this, &WhatIfPanel::shift);
    connect(m_editor, &AttentionEditor::givenBack, this, &WhatIfPanel::giveBack);
    connect(m_editor, &AttentionEditor::menuWanted, this, &WhatIfPanel::openMenu);
}

void WhatIfPanel::offerWords(int target)
{
    const auto at = static_cast<std::size_t>(target);
    if (!answered() || at >= m_answer->changed.tokens.size())
        return;
    m_popup->offer(target, m_answer->changed.likeliest[at], m_answer->changed.tokens[at], m_changes.hasWord(target),
                   m_words->placeOf(target));
}

void WhatIfPanel::keepBeginning(int target)
{
    if (!answered())
        return;
    const auto& tokens = m_answer->changed.tokens;
    for (int t = 0; t < target && t < static_cast<int>(tokens.size()); ++t)
        if (!m_answer->changed.forced[static_cast<std::size_t>(t)])
            m_changes.setWord(t, QString::fromStdString(tokens[static_cast<std::size_t>(t)]), true);
    ask();
}

void WhatIfPanel::toggleRead(int source)
{
    if (!answered() || source + 1 >= static_cast<int>(m_answer->original.source.size()))
        return; // the end of a sentence is always read
    m_changes.setDropped(source, sourceText(source), !m_changes.isDropped(source));
    ask();
}

void WhatIfPanel::undo()
{
    if (m_changes.empty())
        return;
    m_changes.remove(m_changes.list().size() - 1);
    ask();
}

void WhatIfPanel::undoAll()
{
    m_changes.clear();
    m_heatmap->setFocus(); // the button goes
    ask();
}

QString WhatIfPanel::sourceText(int column) const
{
    return tokenText(m_answer->original.source[static_cast<std::size_t>(column)]);
}

std::optional<WhatIfPanel::RowNow> WhatIfPanel::rowNow(int row, int column)
{
    if (!answered())
        return std::nullopt;
    const InterventionResult& changed = m_answer->changed;
    RowNow now{changedTargetOf(*m_answer, view(), row), {}};
    if (now.target < 0)
        return std::nullopt;
    if (column >= 0 && m_changes.isDropped(column)) {
        m_bar->setMessage(tr("“%1” is hidden from the model: press it in the source to bring it back.")
                              .arg(isolated(sourceText(column))));
        return std::nullopt;
    }
    const std::size_t sources = changed.source.size();
    if (const auto* given = m_changes.row(now.target); given && given->size() == sources) {
        now.weights = *given; // perhaps newer than the answer
    } else {
        const auto first =
            changed.attention.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(now.target) * sources);
        now.weights.assign(first, first + static_cast<std::ptrdiff_t>(sources));
    }
    return now;
}

void WhatIfPanel::setRow(RowNow row, const QString& title)
{
    m_changes.setRow(row.target, std::move(row.weights), title);
    if (view() == WhatIfView::Original)
        setView(WhatIfView::Changed); // where it is seen
    ask();
}

void WhatIfPanel::moveWeight(int row, int from, int to)
{
    std::optional<RowNow> now = rowNow(row, to);
    if (!now)
        return;
    float& source = now->weights[static_cast<std::size_t>(from)];
    now->weights[static_cast<std::size_t>(to)] += source;
    source = 0;
    const int target = now->target;
    setRow(std::move(*now), movedTitle(target, sourceText(from), sourceText(to)));
}

void WhatIfPanel::lookOnly(int row, int column)
{
    std::optional<RowNow> now = rowNow(row, column);
    if (!now)
        return;
    std::ranges::fill(now->weights, 0.0F);
    now->weights[static_cast<std::size_t>(column)] = 1;
    const int target = now->target;
    setRow(std::move(*now), lookOnlyTitle(target, sourceText(column)));
}

void WhatIfPanel::shift(int row, int column, double by)
{
    std::optional<RowNow> now = rowNow(row, column);
    if (!now)
        return;
    const auto at = static_cast<std::size_t>(column);
    const auto wanted = static_cast<float>(std::clamp(static_cast<double>(now->weights[at]) + by, 0.0, 1.0));
    now->weights = withWeight(now->weights, at, wanted);
    const int target = now->target;
    const double weight = static_cast<double>(now->weights[at]);
    setRow(std::move(*now), weightTitle(target, sourceText(column), weight));
}

void WhatIfPanel::lookAlike(int row)
{
    std::optional<RowNow> now = rowNow(row);
    if (!now)
        return;
    for (std::size_t s = 0; s < now->weights.size(); ++s)
        now->weights[s] = m_changes.isDropped(static_cast<int>(s)) ? 0.0F : 1.0F;
    const auto read = static_cast<float>(std::ranges::count(now->weights, 1.0F));
    for (float& weight : now->weights)
        weight /= read;
    const int target = now->target;
    setRow(std::move(*now), alikeTitle(target));
}

void WhatIfPanel::giveBack(int row)
{
    const std::optional<RowNow> now = rowNow(row);
    if (!now || !m_changes.row(now->target))
        return;
    m_changes.removeRow(now->target);
    ask();
}

void WhatIfPanel::openMenu(int row, int column, const QPoint& place)
{
    const std::optional<RowNow> now = answered() ? rowNow(row) : std::nullopt;
    if (!now)
        return;
    const int target = now->target;
    const QString word = sourceText(column).replace('&', "&&");
    auto* menu = new QMenu(this);
    menu->setObjectName("whatIfMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(tr("Look &only at “%1”").arg(isolated(word)), this, [=, this] { lookOnly(row, column); });
    menu->addAction(tr("Look there &more"), this, [=, this] { shift(row, column, 0.1); })
        ->setToolTip(tr("A tenth more weight; the others share what is left"));
    menu->addAction(tr("Look there &less"), this, [=, this] { shift(row, column, -0.1); });
    menu->addAction(tr("Look at &all words alike"), this, [=, this] { lookAlike(row); });
    QAction* back = menu->addAction(tr("Give the row &back to the model"), this, [=, this] { giveBack(row); });
    back->setEnabled(m_changes.row(target) != nullptr);
    menu->addSeparator();
    menu->addAction(tr("&Say another word here…"), this, [=, this] { offerWords(target); });
    const bool end = column + 1 >= static_cast<int>(m_answer->original.source.size());
    const bool dropped = m_changes.isDropped(column);
    menu->addAction(dropped ? tr("Let the model &read “%1” again").arg(isolated(word))
                            : tr("&Hide “%1” from the model").arg(isolated(word)),
                    this, [=, this] { toggleRead(column); })
        ->setEnabled(!end);
    menu->popup(place);
}

} // namespace alignoscope::ui
