// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_measures.h"

#include "alignoscope/training_event.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace alignoscope::ui {

/// The watched sentences and what is measured of them: those of a run, then those that wait for training to start.
class SentenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        SentenceColumn,
        LengthColumn,
        LossColumn,
        LabelColumn = 1 + static_cast<int>(sentenceMeasures), ///< of a classifier's texts
        PredictedColumn,                                      ///< the label that the model thinks likeliest
        ColumnCount
    };
    static constexpr int columnOf(SentenceMeasure measure) { return 1 + static_cast<int>(measure); }
    static constexpr SentenceMeasure measureOf(int column) { return static_cast<SentenceMeasure>(column - 1); }
    enum Role {
        SortRole = Qt::UserRole, ///< numbers as numbers
        IdRole,                  ///< int: the SentenceId, -1 while waiting
        PendingRole,             ///< int: which of the waiting ones, -1 for those of a run
        SearchRole,              ///< source, target and the model's own translation (or label), a line each
        RightRole,               ///< bool: the model's label is the text's own; invalid where one is missing
    };
    using GoldFinder = std::function<const GoldAlignment*(const WatchedSentence&)>;
    using QAbstractTableModel::QAbstractTableModel;

    /// What the sentences are: pairs to translate or texts with labels. For the runs to come.
    void setTask(Task task);
    [[nodiscard]] Task task() const { return m_task; }
    /// The columns that a task has, in the order they are seen from the left.
    static std::vector<int> columnsOf(Task task);
    static QString keyOfColumn(int column); ///< "loss": in settings and files; empty for the sentence

    void clear(); ///< forgets those of a run
    void add(const WatchedSentence& sentence);
    void addAll(const std::vector<WatchedSentence>& sentences); ///< none of them known yet; as one change
    void remove(SentenceId sentence);
    /// The newest pictures of some sentences; kept where a sentence is added later. Views are told once.
    void takePictures(const std::vector<AttentionSnapshotPtr>& pictures);
    void takeScores(const SentencesScored& scored);
    void takeScores(const TextsClassified& scored);
    /// From now on `find` says which links are known, before what a sentence itself brought; empty: the latter alone.
    void setGold(GoldFinder find);
    void setPending(const QStringList& lines);

    [[nodiscard]] QModelIndex indexOf(SentenceId sentence) const;
    [[nodiscard]] const WatchedSentence* sentence(SentenceId id) const;
    [[nodiscard]] const SentenceMeasures* measures(int row) const; ///< null for one that waits
    [[nodiscard]] const QString*
    translation(int row) const; ///< the model's own, or the label it chose; null for one that waits
    [[nodiscard]] const WatchedSentence* sentenceAt(int row) const; ///< null for one that waits
    [[nodiscard]] int sampled() const;                              ///< how many came from validation's sample

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        WatchedSentence sentence;
        std::optional<GoldAlignment> ownGold; ///< as the run brought it
        SentenceMeasures measures;
        AttentionSnapshotPtr newest;
        QString translation;
    };
    struct Early {
        AttentionSnapshotPtr newest;
        std::optional<SentenceScore> score;
        std::optional<TextScore> label;
    };
    void findGold(Row& row) const;
    void fill(Row& row, const WatchedSentence& sentence);
    void measureRow(Row& row) const;
    static void takeScore(Row& row, const SentenceScore& score);
    static void takeScore(Row& row, const TextScore& score);
    template <class Score, class Keep>
    void takeScores(const std::vector<Score>& scores, const Keep& keepEarly);
    void tellRows(int first, int last);
    [[nodiscard]] QVariant labelData(const Row& row, int column, int role) const;
    [[nodiscard]] QVariant pendingData(int line, int column, int role) const;
    [[nodiscard]] QString tip(const Row& row) const;
    [[nodiscard]] const Row* rowAt(int row) const;

    Task m_task = Task::Translation;
    std::vector<Row> m_rows;
    std::map<SentenceId, std::size_t> m_places; ///< in m_rows
    std::map<SentenceId, Early> m_early;        ///< pictures come faster than events: before their sentence
    GoldFinder m_gold;
    QStringList m_pending;
};

} // namespace alignoscope::ui
