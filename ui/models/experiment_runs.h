// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/length_curves.h"
#include "alignoscope/state_curves.h"

#include <QAbstractListModel>

#include <filesystem>
#include <optional>
#include <vector>

namespace alignoscope::ui {

/// Runs and reports side by side: which are shown, and what was measured of them.
class ExperimentRuns : public QAbstractListModel {
    Q_OBJECT
public:
    struct Entry {
        QString label;
        std::filesystem::path folder; ///< empty: a report, which cannot be measured anew
        bool shown = true;
        std::optional<LengthCurve> curve;
        std::optional<StateCurve> states;
    };
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< the tick
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    int addRun(const std::filesystem::path& folder); ///< its row; that of before where it is there already
    void addReport(const LengthCurve& curve);
    void remove(int row);
    void setCurve(const std::filesystem::path& run, const LengthCurve& curve); ///< adds a run that is not there
    void setStates(const std::filesystem::path& run, const StateCurve& curve);
    /// What was measured on other sentences; reports stay.
    void forgetMeasurements();

signals:
    void edited(); ///< another line is to be drawn, or none any more

private:
    [[nodiscard]] int rowOf(const std::filesystem::path& folder) const;
    void changed(int row);

    std::vector<Entry> m_entries;
};

} // namespace alignoscope::ui
