// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentence_model.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignoscope::ui {

void SentenceModel::setTask(Task task)
{
    if (task == m_task)
        return;
    m_task = task;
    for (Row& row : m_rows) {
        row.measures = {};
        measureRow(row);
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellRows(0, static_cast<int>(m_rows.size()) - 1);
}

void SentenceModel::clear()
{
    m_early.clear();
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
    m_rows.clear();
    m_places.clear();
    endRemoveRows();
}

void SentenceModel::add(const WatchedSentence& sentence)
{
    const QModelIndex known = indexOf(sentence.id);
    const int row = known.isValid() ? known.row() : static_cast<int>(m_rows.size());
    if (!known.isValid()) {
        beginInsertRows({}, row, row);
        m_rows.emplace_back();
    }
    Row& added = m_rows[static_cast<std::size_t>(row)];
    fill(added, sentence);
    m_places[sentence.id] = static_cast<std::size_t>(row);
    if (known.isValid())
        tellRows(row, row);
    else
        endInsertRows();
}

void SentenceModel::addAll(const std::vector<WatchedSentence>& sentences)
{
    if (sentences.empty())
        return;
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row + static_cast<int>(sentences.size()) - 1);
    for (const WatchedSentence& sentence : sentences) {
        m_places[sentence.id] = m_rows.size();
        fill(m_rows.emplace_back(), sentence);
    }
    endInsertRows();
}

void SentenceModel::fill(Row& row, const WatchedSentence& sentence)
{
    row.sentence = sentence;
    row.ownGold = sentence.gold;
    findGold(row);
    if (const auto early = m_early.find(sentence.id); early != m_early.end()) {
        row.newest = early->second.newest;
        if (early->second.score)
            takeScore(row, *early->second.score);
        if (early->second.label)
            takeScore(row, *early->second.label);
        m_early.erase(early);
    }
    measureRow(row);
}

/// A text without a label of its own is never measured by itself: its picture says what the model makes of it.
void SentenceModel::measureRow(Row& row) const
{
    if (!row.newest)
        return;
    if (m_task == Task::Translation)
        return measure(row.measures, *row.newest, row.sentence.gold);
    measureText(row.measures, *row.newest);
    if (!row.sentence.target.empty() || row.newest->targetTokens.empty())
        return;
    row.translation = QString::fromStdString(row.newest->targetTokens.front());
    row.measures[SentenceMeasure::LabelConfidence] = std::exp(-row.newest->loss);
}

void SentenceModel::remove(SentenceId sentence)
{
    const QModelIndex known = indexOf(sentence);
    if (!known.isValid())
        return;
    beginRemoveRows({}, known.row(), known.row());
    m_rows.erase(m_rows.begin() + known.row());
    m_places.erase(sentence);
    for (auto i = static_cast<std::size_t>(known.row()); i < m_rows.size(); ++i)
        m_places[m_rows[i].sentence.id] = i;
    endRemoveRows();
}

void SentenceModel::findGold(Row& row) const
{
    const GoldAlignment* found = m_gold ? m_gold(row.sentence) : nullptr;
    row.sentence.gold = found ? std::optional(*found) : row.ownGold;
}

void SentenceModel::tellRows(int first, int last)
{
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void SentenceModel::takePictures(const std::vector<AttentionSnapshotPtr>& pictures)
{
    int first = rowCount(), last = -1;
    for (const AttentionSnapshotPtr& picture : pictures) {
        const QModelIndex known = indexOf(picture->sentence);
        if (!known.isValid()) {
            m_early[picture->sentence].newest = picture;
            continue;
        }
        Row& row = m_rows[static_cast<std::size_t>(known.row())];
        row.newest = picture;
        const SentenceMeasures before = row.measures;
        const QString label = row.translation;
        measureRow(row);
        if (row.measures == before && row.translation == label)
            continue;
        first = std::min(first, known.row());
        last = std::max(last, known.row());
    }
    tellRows(first, last);
}

void SentenceModel::takeScore(Row& row, const SentenceScore& score)
{
    row.translation = QString::fromStdString(score.translation);
    row.measures[SentenceMeasure::Bleu] = score.bleu;
    row.measures[SentenceMeasure::Chrf] = score.chrf;
}

void SentenceModel::takeScore(Row& row, const TextScore& score)
{
    row.translation = QString::fromStdString(score.predicted);
    row.measures[SentenceMeasure::LabelConfidence] = score.confidence;
    row.measures[SentenceMeasure::Loss] = score.loss;
}

void SentenceModel::takeScores(const SentencesScored& scored)
{
    takeScores(scored.scores, [](Early& early, const SentenceScore& score) { early.score = score; });
}

void SentenceModel::takeScores(const TextsClassified& scored)
{
    takeScores(scored.scores, [](Early& early, const TextScore& score) { early.label = score; });
}

template <class Score, class Keep>
void SentenceModel::takeScores(const std::vector<Score>& scores, const Keep& keepEarly)
{
    int first = rowCount(), last = -1;
    for (const Score& score : scores) {
        const QModelIndex known = indexOf(score.id);
        if (!known.isValid()) {
            keepEarly(m_early[score.id], score);
            continue;
        }
        takeScore(m_rows[static_cast<std::size_t>(known.row())], score);
        first = std::min(first, known.row());
        last = std::max(last, known.row());
    }
    tellRows(first, last);
}

void SentenceModel::setGold(GoldFinder find)
{
    m_gold = std::move(find);
    for (Row& row : m_rows) {
        findGold(row);
        measureRow(row);
    }
    tellRows(0, static_cast<int>(m_rows.size()) - 1);
}

void SentenceModel::setPending(const QStringList& lines)
{
    if (lines == m_pending)
        return;
    const int rows = static_cast<int>(m_rows.size());
    if (!m_pending.isEmpty()) {
        beginRemoveRows({}, rows, rows + static_cast<int>(m_pending.size()) - 1);
        m_pending.clear();
        endRemoveRows();
    }
    if (!lines.isEmpty()) {
        beginInsertRows({}, rows, rows + static_cast<int>(lines.size()) - 1);
        m_pending = lines;
        endInsertRows();
    }
}

QModelIndex SentenceModel::indexOf(SentenceId sentence) const
{
    const auto found = m_places.find(sentence);
    return found == m_places.end() ? QModelIndex() : index(static_cast<int>(found->second), 0);
}

const SentenceModel::Row* SentenceModel::rowAt(int row) const
{
    return row < 0 || row >= static_cast<int>(m_rows.size()) ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

const WatchedSentence* SentenceModel::sentence(SentenceId id) const
{
    return sentenceAt(indexOf(id).row());
}

const WatchedSentence* SentenceModel::sentenceAt(int row) const
{
    const Row* found = rowAt(row);
    return found ? &found->sentence : nullptr;
}

const SentenceMeasures* SentenceModel::measures(int row) const
{
    const Row* found = rowAt(row);
    return found ? &found->measures : nullptr;
}

const QString* SentenceModel::translation(int row) const
{
    const Row* found = rowAt(row);
    return found ? &found->translation : nullptr;
}

int SentenceModel::sampled() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.sentence.sampled; }));
}

int SentenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + static_cast<std::size_t>(m_pending.size()));
}

int SentenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SentenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool words = index.column() == SentenceColumn || index.column() >= LabelColumn;
    if (role == Qt::TextAlignmentRole && !words)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const int pending = index.row() - static_cast<int>(m_rows.size());
    if (pending >= 0)
        return pendingData(pending, index.column(), role);
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == IdRole)
        return alignoscope::index(row.sentence.id);
    if (role == PendingRole)
        return -1;
    if (role == Qt::ToolTipRole)
        return tip(row);
    if (role == SearchRole)
        return QString::fromStdString(row.sentence.source + '\n' + row.sentence.target + '\n') + row.translation;
    if (role == RightRole)
        return row.sentence.target.empty() || row.translation.isEmpty()
            ? QVariant()
            : QVariant(row.sentence.target == row.translation.toStdString());
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    if (index.column() == SentenceColumn)
        return QString::fromStdString(row.sentence.source);
    if (words)
        return labelData(row, index.column(), role);
    const std::optional<double>& value = row.measures[measureOf(index.column())];
    if (!value)
        return {};
    return role == SortRole ? QVariant(*value) : QVariant(valueText(measureOf(index.column()), *value));
}

QVariant SentenceModel::pendingData(int line, int column, int role) const
{
    if (role == IdRole)
        return -1;
    if (role == PendingRole)
        return line;
    if (role == Qt::ToolTipRole)
        return tr("Is watched as soon as training starts");
    if (role == SearchRole)
        return m_pending[line];
    if (role == Qt::FontRole) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if ((role == Qt::DisplayRole || role == SortRole) && (column == SentenceColumn || column == LabelColumn)) {
        const QString text =
            m_pending[line].section(" ||| ", column == LabelColumn ? 1 : 0, column == LabelColumn ? 1 : 0);
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    return {};
}

} // namespace alignoscope::ui
