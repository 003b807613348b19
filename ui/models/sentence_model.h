// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/training_event.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace alignoscope::ui {

/// The watched sentences: those of a run, then those that wait for training to start.
class SentenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SentenceColumn, LengthColumn, LossColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< numbers as numbers
        IdRole,                  ///< int: the SentenceId, -1 while waiting
        PendingRole,             ///< int: which of the waiting ones, -1 for those of a run
    };
    using QAbstractTableModel::QAbstractTableModel;

    void clear(); ///< forgets those of a run
    void add(const WatchedSentence& sentence);
    void addAll(const std::vector<WatchedSentence>& sentences); ///< none of them known yet; as one change
    void remove(SentenceId sentence);
    /// Length and loss of a sentence, as seen last; kept for it where it is added later.
    void setMeasures(SentenceId sentence, int length, double loss);
    void setPending(const QStringList& lines);

    [[nodiscard]] QModelIndex indexOf(SentenceId sentence) const;
    [[nodiscard]] const WatchedSentence* sentence(SentenceId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Measures {
        std::optional<int> length;
        std::optional<double> loss;
    };
    struct Row {
        WatchedSentence sentence;
        Measures measures;
    };
    [[nodiscard]] QVariant pendingData(int line, int column, int role) const;
    [[nodiscard]] QString tip(const Row& row) const;

    std::vector<Row> m_rows;
    std::map<SentenceId, std::size_t> m_places; ///< in m_rows
    std::map<SentenceId, Measures> m_early;     ///< pictures come faster than events: measures before their sentence
    QStringList m_pending;
};

} // namespace alignoscope::ui
