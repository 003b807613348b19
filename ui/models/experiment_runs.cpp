// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/experiment_runs.h"

#include "ui/bridge/paths.h"

#include <QLocale>

namespace alignoscope::ui {

int ExperimentRuns::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ExperimentRuns::data(const QModelIndex& index, int role) const
{
    const Entry& entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return entry.curve && entry.curve->bleu >= 0
            ? tr("%1 – BLEU %2 of %L3 sentences")
                  .arg(entry.label, QLocale().toString(entry.curve->bleu, 'f', 1))
                  .arg(entry.curve->sentences)
            : entry.curve ? entry.label
                          : tr("%1 – not evaluated yet").arg(entry.label);
    case Qt::ToolTipRole:
        return entry.folder.empty() ? tr("Read from a report") : toQString(entry.folder);
    case Qt::CheckStateRole:
        return entry.shown ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool ExperimentRuns::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole)
        return false;
    m_entries.at(static_cast<std::size_t>(index.row())).shown = value.toInt() == Qt::Checked;
    changed(index.row());
    return true;
}

Qt::ItemFlags ExperimentRuns::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

int ExperimentRuns::rowOf(const std::filesystem::path& folder) const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (!folder.empty() && m_entries[i].folder == folder)
            return static_cast<int>(i);
    return -1;
}

void ExperimentRuns::changed(int row)
{
    emit dataChanged(index(row), index(row));
    emit edited();
}

int ExperimentRuns::addRun(const std::filesystem::path& folder)
{
    const std::filesystem::path plain = (folder / "").lexically_normal().parent_path();
    if (const int row = rowOf(plain); row >= 0)
        return row;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.push_back({toQString(plain.filename()), plain, true, {}, {}});
    endInsertRows();
    emit edited();
    return row;
}

void ExperimentRuns::addReport(const LengthCurve& curve)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back({QString::fromStdString(curve.label), {}, true, curve, {}});
    endInsertRows();
    emit edited();
}

void ExperimentRuns::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    emit edited();
}

void ExperimentRuns::setCurve(const std::filesystem::path& run, const LengthCurve& curve)
{
    const int row = addRun(run);
    m_entries[static_cast<std::size_t>(row)].curve = curve;
    changed(row);
}

void ExperimentRuns::setStates(const std::filesystem::path& run, const StateCurve& curve)
{
    const int row = addRun(run);
    m_entries[static_cast<std::size_t>(row)].states = curve;
    changed(row);
}

void ExperimentRuns::forgetMeasurements()
{
    for (Entry& entry : m_entries) {
        entry.states.reset();
        if (!entry.folder.empty())
            entry.curve.reset();
    }
    if (!m_entries.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1));
        emit edited();
    }
}

} // namespace alignoscope::ui
