// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/skipped_model.h"

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

void SkippedModel::show(std::shared_ptr<const RawCorpus> corpus, std::shared_ptr<const Dataset> dataset)
{
    if (corpus == m_corpus && dataset == m_dataset)
        return;
    beginResetModel();
    m_corpus = std::move(corpus);
    m_dataset = std::move(dataset);
    m_rows.clear();
    if (m_corpus) {
        for (std::size_t i = 0; i < m_corpus->skipped.size(); ++i)
            m_rows.push_back({m_corpus->skipped[i].line, i, false});
        if (leftOut() > 0)
            addLeftOut();
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) { return a.line < b.line; });
    }
    endResetModel();
}

void SkippedModel::addLeftOut()
{
    for (const std::size_t pair : m_dataset->leftOut)
        m_rows.push_back({m_corpus->pairs.line(pair), pair, true});
}

qint64 SkippedModel::total() const
{
    return (m_corpus ? m_corpus->skippedTotal : 0) + leftOut();
}

qint64 SkippedModel::leftOut() const
{
    if (!m_dataset || m_dataset->corpus != m_corpus)
        return 0;
    const bool split = m_dataset->validationCorpus == m_corpus;
    const std::size_t used = m_dataset->training.size() + (split ? m_dataset->validation.size() : 0);
    return static_cast<qint64>(m_corpus->pairs.size()) - static_cast<qint64>(used);
}

int SkippedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SkippedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant SkippedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == 1)
        return reason(row);
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == 0 ? QVariant(static_cast<qlonglong>(row.line)) : QVariant(reason(row));
}

QVariant SkippedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("Line") : tr("Why it is skipped");
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

QString SkippedModel::reason(const Row& row) const
{
    if (!row.leftOut)
        return QString::fromStdString(m_corpus->skipped[row.index].reason);
    // counted only for the rows that are looked at
    const TextOptions& text = m_dataset->options.text;
    const auto source = tokenize(m_corpus->pairs.source(row.index), text.source()).size();
    const auto target = tokenize(m_corpus->pairs.target(row.index), text.target()).size();
    if (source == 0 || target == 0)
        return tr("nothing to read remains on one side");
    if (m_dataset->task == Task::Classification)
        return tr("no text for training has the label “%1”")
            .arg(QString::fromStdString(std::string(m_corpus->pairs.target(row.index))));
    return tr("too long: %1 source and %2 target tokens (the limit is %3)")
        .arg(source)
        .arg(target)
        .arg(m_dataset->options.maxLength);
}

} // namespace alignoscope::ui
