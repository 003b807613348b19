// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explained_words_model.h"

#include "ui/figure/explanation_figure.h"
#include "ui/models/explanation_text.h"

#include <algorithm>

namespace alignoscope::ui {

void ExplainedWordsModel::setExplanation(std::shared_ptr<const Explanation> explanation)
{
    beginResetModel();
    m_explanation = std::move(explanation);
    m_words = m_explanation ? explainedWords(*m_explanation) : std::vector<WordExplanation>();
    const auto attention = m_explanation ? importanceMatrix(*m_explanation, Importance::Attention) : nullptr;
    m_sources = attention ? sourceLabels(*attention) : std::vector<TokenLabel>();
    m_targets = attention ? targetLabels(*attention) : std::vector<TokenLabel>();
    endResetModel();
}

int ExplainedWordsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_words.size());
}

int ExplainedWordsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExplainedWordsModel::looksAt(int row) const
{
    const std::size_t sources = m_explanation->sources();
    const auto first =
        m_explanation->attention.begin() + static_cast<std::ptrdiff_t>(row) * static_cast<std::ptrdiff_t>(sources);
    const auto most = std::max_element(first, first + static_cast<std::ptrdiff_t>(sources));
    return tr("%1 (%2)").arg(m_sources[static_cast<std::size_t>(most - first)].text,
                             shareText(static_cast<double>(*most)));
}

QString ExplainedWordsModel::text(int row, int column) const
{
    const WordExplanation& word = m_words[static_cast<std::size_t>(row)];
    switch (column) {
    case WordColumn:
        return m_targets[word.position].text;
    case LooksAtColumn:
        return looksAt(row);
    case GradientColumn:
        return tauText(word.attentionGradient.tau);
    case LeaveOneOutColumn:
        return tauText(word.attentionLeaveOneOut.tau);
    case PermutedColumn:
        return shareText(word.permutedChange);
    default:
        return shareText(word.uniformChange);
    }
}

QVariant ExplainedWordsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_explanation)
        return {};
    const WordExplanation& word = m_words[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() <= LooksAtColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case GradientColumn:
        return orderText(word.attentionGradient.tau);
    case LeaveOneOutColumn:
        return orderText(word.attentionLeaveOneOut.tau);
    case PermutedColumn:
        return changeText(word.permutedChange);
    case UniformColumn:
        return changeText(word.uniformChange);
    default:
        return {};
    }
}

QVariant ExplainedWordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section <= LooksAtColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const struct {
        QString name, tip;
    } columns[] = {
        {tr("Word"), tr("The target word")},
        {tr("Looks most at"), tr("The source word with the largest weight of attention, and that weight")},
        {tr("τ gradients"),
         tr("Do attention and gradient × input put the source words in the same order? 1: the same, "
            "0: unrelated, −1: the opposite")},
        {tr("τ leaving out"),
         tr("Do attention and leaving out put the source words in the same order? 1: the same, 0: "
            "unrelated, −1: the opposite")},
        {tr("Shuffled"),
         tr("How much the prediction changes when the weights of this word are shuffled: 0 not at all, "
            "1 entirely; the median of 100 shuffles")},
        {tr("Equal"), tr("How much the prediction changes when all weights of this word are equal")},
    };
    if (role == Qt::DisplayRole)
        return columns[section].name;
    return role == Qt::ToolTipRole ? columns[section].tip : QVariant();
}

} // namespace alignoscope::ui
