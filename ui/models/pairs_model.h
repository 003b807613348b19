// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"

#include <QAbstractTableModel>
#include <QBitArray>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// The first pairs of a corpus as training will read them: two columns, source and target, one row a pair.
class PairsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        TokensRole = Qt::UserRole, ///< QStringList; at most `mostTokens`, then "…"
        KnownRole,                 ///< QBitArray, one a token: does the vocabulary have it? Empty: not known yet
        LeftOutRole,               ///< bool: is the pair longer than the limit?
    };
    static constexpr std::size_t mostRows = 100;
    static constexpr qsizetype mostTokens = 120;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows `corpus` (null: nothing) tokenised by `options`; `dataset` may be null while it is not there yet.
    void show(std::shared_ptr<const RawCorpus> corpus, const DatasetOptions& options,
              std::shared_ptr<const Dataset> dataset);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Side {
        QStringList tokens;
        std::size_t length = 0; ///< of all tokens, those not shown included
    };
    struct Row {
        std::array<Side, 2> sides;
    };
    [[nodiscard]] bool hasSameRows(const RawCorpus& corpus) const;
    static Side tokens(std::string_view text, const SideText& side);
    [[nodiscard]] QString text(const QModelIndex& index) const;
    [[nodiscard]] QBitArray known(const QModelIndex& index) const;
    [[nodiscard]] bool isLeftOut(int row) const;

    std::shared_ptr<const RawCorpus> m_corpus;
    std::shared_ptr<const Dataset> m_dataset;
    DatasetOptions m_options;
    TextOptions m_cut; ///< by which the rows were made
    std::vector<Row> m_rows;
};

} // namespace alignoscope::ui
