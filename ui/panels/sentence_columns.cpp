// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_columns.h"

#include "ui/models/sentence_model.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>

namespace alignoscope::ui {

static constexpr int leastSentence = 60; // pixels beside all other columns: the beginning of it

SentenceColumns::SentenceColumns(QTableView& table, QSettings& settings, QObject* parent)
    : QObject(parent), m_table(table), m_settings(settings), m_menu(new QMenu(tr("&Columns"), &table))
{
    m_menu->setObjectName("menuSentenceColumns");
    m_menu->setToolTipsVisible(true);
    for (std::size_t i = 0; i < sentenceMeasures; ++i) {
        const auto measure = static_cast<SentenceMeasure>(i);
        QAction* action = m_menu->addAction(titleOf(measure));
        action->setObjectName("column_" + keyOf(measure));
        action->setToolTip(explanationOf(measure));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, measure](bool shown) { show(measure, shown); });
    }
    QHeaderView* header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& where) { m_menu->popup(header->mapToGlobal(where)); });
    for (int column = 1; column < SentenceModel::ColumnCount; ++column)
        m_allMeasures += table.columnWidth(column);
    apply();
}

QString SentenceColumns::key() const
{
    return m_wide ? QStringLiteral("sentenceColumnsWide") : QStringLiteral("sentenceColumns");
}

bool SentenceColumns::isShown(SentenceMeasure measure) const
{
    if (m_settings.contains(key()))
        return m_settings.value(key()).toStringList().contains(keyOf(measure));
    return m_wide || measure == SentenceMeasure::Length || measure == SentenceMeasure::Loss
        || measure == SentenceMeasure::Bleu;
}

void SentenceColumns::show(SentenceMeasure changed, bool shown)
{
    QStringList keys;
    for (std::size_t i = 0; i < sentenceMeasures; ++i) {
        const auto measure = static_cast<SentenceMeasure>(i);
        if (measure == changed ? shown : isShown(measure))
            keys << keyOf(measure);
    }
    m_settings.setValue(key(), keys);
    apply();
}

void SentenceColumns::setWidth(int width)
{
    const bool wide = width >= m_allMeasures + leastSentence;
    if (m_wide == wide)
        return;
    m_wide = wide;
    apply();
}

void SentenceColumns::apply()
{
    const QList<QAction*> actions = m_menu->actions();
    for (std::size_t i = 0; i < sentenceMeasures; ++i) {
        const auto measure = static_cast<SentenceMeasure>(i);
        actions[static_cast<qsizetype>(i)]->setChecked(isShown(measure));
        m_table.setColumnHidden(SentenceModel::columnOf(measure), !isShown(measure));
    }
}

} // namespace alignoscope::ui
