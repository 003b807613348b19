// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentence_model.h"

#include <QFont>
#include <QLocale>

#include <cmath>

namespace alignoscope::ui {

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
    if (known.isValid()) {
        m_rows[static_cast<std::size_t>(known.row())].sentence = sentence;
        emit dataChanged(known, known.siblingAtColumn(ColumnCount - 1));
        return;
    }
    addAll({sentence});
}

void SentenceModel::addAll(const std::vector<WatchedSentence>& sentences)
{
    if (sentences.empty())
        return;
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row + static_cast<int>(sentences.size()) - 1);
    for (const WatchedSentence& sentence : sentences) {
        const auto early = m_early.find(sentence.id);
        m_places[sentence.id] = m_rows.size();
        m_rows.push_back({sentence, early == m_early.end() ? Measures{} : early->second});
        m_early.erase(sentence.id);
    }
    endInsertRows();
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

void SentenceModel::setMeasures(SentenceId sentence, int length, double loss)
{
    const QModelIndex known = indexOf(sentence);
    if (!known.isValid()) {
        m_early[sentence] = {length, loss};
        return;
    }
    Measures& measures = m_rows[static_cast<std::size_t>(known.row())].measures;
    if (measures.length == length && measures.loss == loss)
        return;
    measures = {length, loss};
    emit dataChanged(known.siblingAtColumn(LengthColumn), known.siblingAtColumn(LossColumn));
}

void SentenceModel::setPending(const QStringList& lines)
{
    beginResetModel();
    m_pending = lines;
    endResetModel();
}

QModelIndex SentenceModel::indexOf(SentenceId sentence) const
{
    const auto found = m_places.find(sentence);
    return found == m_places.end() ? QModelIndex() : index(static_cast<int>(found->second), 0);
}

const WatchedSentence* SentenceModel::sentence(SentenceId id) const
{
    const QModelIndex known = indexOf(id);
    return known.isValid() ? &m_rows[static_cast<std::size_t>(known.row())].sentence : nullptr;
}

int SentenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + static_cast<std::size_t>(m_pending.size()));
}

int SentenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SentenceModel::tip(const Row& row) const
{
    QString tip = QString::fromStdString(row.sentence.source);
    if (!row.sentence.target.empty())
        tip += "\n" + QString::fromStdString(row.sentence.target);
    return tip + "\n" + (row.sentence.fromValidation ? tr("From the pairs kept out of training") : tr("Added by you"));
}

QVariant SentenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != SentenceColumn)
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
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case SentenceColumn:
        return QString::fromStdString(row.sentence.source);
    case LengthColumn:
        return row.measures.length ? QVariant(*row.measures.length) : QVariant();
    default:
        if (!row.measures.loss || std::isnan(*row.measures.loss)) // a file of attention does not tell it
            return {};
        return role == SortRole ? QVariant(*row.measures.loss)
                                : QVariant(QLocale().toString(*row.measures.loss, 'f', 2));
    }
}

QVariant SentenceModel::pendingData(int line, int column, int role) const
{
    if (role == IdRole)
        return -1;
    if (role == PendingRole)
        return line;
    if (role == Qt::ToolTipRole)
        return tr("Is watched as soon as training starts");
    if (role == Qt::FontRole) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if ((role == Qt::DisplayRole || role == SortRole) && column == SentenceColumn)
        return m_pending[line].section(" ||| ", 0, 0);
    return {};
}

QVariant SentenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == SentenceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == LengthColumn)
            return tr("Words of the source sentence");
        if (section == LossColumn)
            return tr("How surprised the model is by this translation: smaller is better, 0 is certain");
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentenceColumn:
        return tr("Sentence");
    case LengthColumn:
        return tr("Length");
    default:
        return tr("Loss");
    }
}

} // namespace alignoscope::ui
