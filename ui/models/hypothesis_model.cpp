// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hypothesis_model.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static QString percentText(double share)
{
    constexpr double least = 0.0001;
    const QString number = QLocale().toString(100 * std::max(share, least), 'f', 2) + " %";
    return share < least ? "< " + number : number;
}

void HypothesisModel::setTranslation(std::shared_ptr<const Translation> translation)
{
    beginResetModel();
    m_translation = std::move(translation);
    endResetModel();
}

int HypothesisModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_translation ? 0 : static_cast<int>(m_translation->hypotheses.size());
}

int HypothesisModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HypothesisModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_translation)
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != TextColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const Hypothesis& hypothesis = m_translation->hypotheses[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(hypothesis.text);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TextColumn:
        return hypothesis.text.empty() ? tr("(nothing)") : QString::fromStdString(hypothesis.text);
    case ScoreColumn:
        return QLocale().toString(hypothesis.score, 'f', 3);
    default:
        return percentText(std::exp(hypothesis.logProbability));
    }
}

QVariant HypothesisModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == TextColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == ScoreColumn)
        return tr("What the translations are ranked by: the logarithm of the probability, divided by the length");
    if (role == Qt::ToolTipRole && section == ProbabilityColumn)
        return tr("How probable the model holds exactly this translation to be");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TextColumn:
        return tr("Translation");
    case ScoreColumn:
        return tr("Score");
    default:
        return tr("Probability");
    }
}

} // namespace alignoscope::ui
