// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_columns.h"

#include "ui/models/sentence_model.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace alignoscope::ui {

static constexpr int leastSentence = 60; // pixels beside all other columns: the beginning of it

SentenceColumns::SentenceColumns(QTableView& table, QSettings& settings, QObject* parent)
    : QObject(parent), m_table(table), m_settings(settings), m_menu(new QMenu(tr("&Columns"), &table))
{
    m_menu->setObjectName("menuSentenceColumns");
    m_menu->setToolTipsVisible(true);
    for (int column = 0; column < SentenceModel::ColumnCount; ++column)
        m_widths.push_back(table.columnWidth(column)); // while none is hidden
    for (int column = 1; column < SentenceModel::ColumnCount; ++column) {
        QAction* action = m_menu->addAction(QString());
        action->setObjectName("column_" + SentenceModel::keyOfColumn(column));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, column](bool shown) { show(column, shown); });
    }
    QHeaderView* header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& where) { m_menu->popup(header->mapToGlobal(where)); });
    apply();
}

int SentenceColumns::allMeasures() const
{
    int wide = 0;
    for (const int column : SentenceModel::columnsOf(m_task))
        if (column != SentenceModel::SentenceColumn)
            wide += m_widths.at(static_cast<std::size_t>(column));
    return wide;
}

void SentenceColumns::setTask(Task task)
{
    m_task = task;
    QHeaderView* header = m_table.horizontalHeader();
    for (int column = 0; column < SentenceModel::ColumnCount; ++column)
        header->moveSection(header->visualIndex(column), column);
    const std::vector<int> columns = SentenceModel::columnsOf(task);
    for (int place = 0; place < static_cast<int>(columns.size()); ++place)
        header->moveSection(header->visualIndex(columns[static_cast<std::size_t>(place)]), place);
    apply();
}

QString SentenceColumns::key() const
{
    const QString rows = m_task == Task::Classification ? QStringLiteral("text") : QStringLiteral("sentence");
    return rows + (m_wide ? QStringLiteral("ColumnsWide") : QStringLiteral("Columns"));
}

bool SentenceColumns::isShown(int column) const
{
    const std::vector<int> columns = SentenceModel::columnsOf(m_task);
    if (std::ranges::find(columns, column) == columns.end())
        return false;
    if (m_settings.contains(key()))
        return m_settings.value(key()).toStringList().contains(SentenceModel::keyOfColumn(column));
    if (m_wide)
        return true;
    if (m_task == Task::Classification)
        return column == SentenceModel::PredictedColumn
            || column == SentenceModel::columnOf(SentenceMeasure::LabelConfidence);
    return column == SentenceModel::LengthColumn || column == SentenceModel::LossColumn
        || column == SentenceModel::columnOf(SentenceMeasure::Bleu);
}

void SentenceColumns::show(int changed, bool shown)
{
    QStringList keys;
    for (int column = 1; column < SentenceModel::ColumnCount; ++column)
        if (column == changed ? shown : isShown(column))
            keys << SentenceModel::keyOfColumn(column);
    m_settings.setValue(key(), keys);
    apply();
}

void SentenceColumns::setWidth(int width)
{
    const bool wide = width >= allMeasures() + leastSentence;
    if (m_wide == wide)
        return;
    m_wide = wide;
    apply();
}

void SentenceColumns::apply()
{
    const QList<QAction*> actions = m_menu->actions();
    const std::vector<int> columns = SentenceModel::columnsOf(m_task);
    for (int column = 1; column < SentenceModel::ColumnCount; ++column) {
        QAction* action = actions[column - 1];
        action->setText(m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setToolTip(m_table.model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        action->setVisible(std::ranges::find(columns, column) != columns.end());
        action->setChecked(isShown(column));
        m_table.setColumnHidden(column, !isShown(column));
    }
}

} // namespace alignoscope::ui
