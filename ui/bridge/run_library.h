// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

#include <filesystem>

namespace alignoscope::ui {

/// Where the window keeps its runs, and which ones were used last. Owner's thread; only the destructor may block.
class RunLibrary : public QObject {
    Q_OBJECT
public:
    explicit RunLibrary(QSettings& settings, QObject* parent = nullptr);

    /// A name nobody uses yet, "2026-11-22 14-05-33 phrases-en-fr", in the folder for runs. The folder is not made.
    [[nodiscard]] std::filesystem::path newFolder(const QString& corpusLabel) const;
    [[nodiscard]] QString home() const { return m_home; } ///< the folder for runs
    void setHome(const QString& folder);                  ///< tests use their own

    [[nodiscard]] QStringList recent() const; ///< newest first; only those that are still there
    void remember(const std::filesystem::path& run);
    void forget();

    /// Copies a run folder; `copied` or `copyFailed`. The target must not exist.
    void copy(const std::filesystem::path& from, const std::filesystem::path& to);

signals:
    void recentChanged();
    void copied(const QString& to);
    void copyFailed(const QString& message);

private:
    QSettings& m_settings;
    QString m_home;
    Worker m_worker;
};

} // namespace alignoscope::ui
