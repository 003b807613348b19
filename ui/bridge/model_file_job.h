// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include <QObject>

#include <filesystem>

namespace alignoscope::ui {

/// Writes a run's parameters into a file, and makes a run of such a file, on a thread of its own. Owner's thread; only
/// the destructor may block.
class ModelFileJob : public QObject {
    Q_OBJECT
public:
    explicit ModelFileJob(QObject* parent = nullptr);

    void exportRun(const std::filesystem::path& run, bool best, const std::filesystem::path& file);
    void importFile(const std::filesystem::path& file, const std::filesystem::path& folder);

signals:
    void exported(const QString& file);
    void imported(const QString& run);
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
