// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a SentenceModel and what they say.
#include "ui/models/sentence_model.h"

namespace alignoscope::ui {

std::vector<int> SentenceModel::columnsOf(Task task)
{
    std::vector<int> columns{SentenceColumn};
    if (task == Task::Classification)
        columns.insert(columns.end(), {LabelColumn, PredictedColumn});
    for (const SentenceMeasure measure : measuresOf(task))
        columns.push_back(columnOf(measure));
    return columns;
}

QString SentenceModel::keyOfColumn(int column)
{
    if (column == SentenceColumn)
        return {};
    if (column == LabelColumn)
        return QStringLiteral("label");
    return column == PredictedColumn ? QStringLiteral("predicted") : keyOf(measureOf(column));
}

QString SentenceModel::tip(const Row& row) const
{
    const bool text = m_task == Task::Classification;
    QString tip = QString::fromStdString(row.sentence.source);
    if (!row.sentence.target.empty())
        tip += "\n" + (text ? tr("Label: %1") : QStringLiteral("%1")).arg(QString::fromStdString(row.sentence.target));
    if (!row.translation.isEmpty())
        tip += "\n" + (text ? tr("The model says: %1") : tr("The model’s own: %1")).arg(row.translation);
    const QString from = row.sentence.sampled ? tr("Of the sample that is measured at each validation")
        : row.sentence.fromValidation
        ? (text ? tr("From the texts kept out of training") : tr("From the pairs kept out of training"))
        : tr("Added by you");
    return tip + "\n" + from;
}

/// Right and wrong are told by a mark, not by a colour alone.
QVariant SentenceModel::labelData(const Row& row, int column, int role) const
{
    const QString label = QString::fromStdString(row.sentence.target);
    if (column == LabelColumn)
        return label.isEmpty() ? QVariant() : QVariant(label);
    if (row.translation.isEmpty())
        return {};
    const bool wrong = !label.isEmpty() && label != row.translation;
    return role == Qt::DisplayRole && wrong ? tr("✗ %1", "a wrong label").arg(row.translation) : row.translation;
}

QVariant SentenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool sentence = section == SentenceColumn, texts = m_task == Task::Classification;
    const bool words = sentence || section >= LabelColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (sentence)
            return texts ? tr("The text") : tr("The source sentence");
        if (words)
            return section == LabelColumn ? tr("The label that the text has")
                                          : tr("The label that the model thinks likeliest; ✗ where it is wrong");
        return explanationOf(measureOf(section), m_task);
    }
    if (role != Qt::DisplayRole)
        return {};
    if (sentence)
        return texts ? tr("Text") : tr("Sentence");
    if (words)
        return section == LabelColumn ? tr("Label") : tr("Predicted");
    return titleOf(measureOf(section));
}

} // namespace alignoscope::ui
