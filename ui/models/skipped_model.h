// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// Every line that will not be trained on, with its number and the reason: lines that are no pairs, and pairs longer
/// than the limit. Rows are in the order of the lines; two columns, line and reason.
class SkippedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Shows `corpus` (null: nothing); `dataset` may be null while it is not there yet.
    void show(std::shared_ptr<const RawCorpus> corpus, std::shared_ptr<const Dataset> dataset);
    /// All that was skipped, those beyond the rows included.
    [[nodiscard]] qint64 total() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::int64_t line;
        std::size_t index; ///< in `skipped` of the corpus, or in its pairs
        bool leftOut;      ///< a pair, but not one to train on
    };
    void addLeftOut();
    [[nodiscard]] qint64 leftOut() const;
    [[nodiscard]] QString reason(const Row& row) const;

    std::shared_ptr<const RawCorpus> m_corpus;
    std::shared_ptr<const Dataset> m_dataset;
    std::vector<Row> m_rows;
};

} // namespace alignoscope::ui
