// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/translator.h"

#include <QAbstractTableModel>

#include <memory>

namespace alignoscope::ui {

/// The alternatives of a translation, best first, with their scores.
class HypothesisModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TextColumn, ScoreColumn, ProbabilityColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTranslation(std::shared_ptr<const Translation> translation); ///< null: none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Translation> m_translation;
};

} // namespace alignoscope::ui
