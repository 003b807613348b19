// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/token_label.h"

#include "alignoscope/explanation.h"

#include <QAbstractTableModel>

#include <memory>

namespace alignoscope::ui {

/// The target words of an explanation: where attention is, how far the measures agree, what other weights change.
class ExplainedWordsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        WordColumn,
        LooksAtColumn,
        GradientColumn,
        LeaveOneOutColumn,
        PermutedColumn,
        UniformColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setExplanation(std::shared_ptr<const Explanation> explanation); ///< null: none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString looksAt(int row) const;

    std::shared_ptr<const Explanation> m_explanation;
    std::vector<WordExplanation> m_words;
    std::vector<TokenLabel> m_sources, m_targets;
};

} // namespace alignoscope::ui
