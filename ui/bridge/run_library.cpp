// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/run_library.h"

#include "ui/bridge/paths.h"

#include "alignoscope/run.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

namespace alignoscope::ui {

static constexpr auto recentKey = "recentRuns";
static constexpr int recentLimit = 10;

RunLibrary::RunLibrary(QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings),
      m_home(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/runs")
{
}

void RunLibrary::setHome(const QString& folder)
{
    m_home = folder;
}

std::filesystem::path RunLibrary::newFolder(const QString& corpusLabel) const
{
    QString label = corpusLabel;
    for (QChar& c : label) {
        if (!c.isLetterOrNumber() && !QStringView(u"-_.+ ").contains(c))
            c = '_';
    }
    const QString base =
        m_home + '/' + QDateTime::currentDateTime().toString("yyyy-MM-dd HH-mm-ss") + ' ' + label.left(60);
    QString name = base;
    for (int again = 2; QFileInfo::exists(name); ++again)
        name = base + QString(" (%1)").arg(again);
    return toPath(name);
}

QStringList RunLibrary::recent() const
{
    QStringList runs;
    for (const QString& run : m_settings.value(recentKey).toStringList()) {
        if (Run::isRun(toPath(run)))
            runs << run;
    }
    return runs;
}

void RunLibrary::remember(const std::filesystem::path& run)
{
    const QString name = toQString(run);
    QStringList runs = m_settings.value(recentKey).toStringList();
    runs.removeAll(name);
    runs.prepend(name);
    m_settings.setValue(recentKey, QStringList(runs.mid(0, recentLimit)));
    emit recentChanged();
}

void RunLibrary::forget()
{
    m_settings.remove(recentKey);
    emit recentChanged();
}

void RunLibrary::copy(const std::filesystem::path& from, const std::filesystem::path& to)
{
    m_worker.post(0, [this, from, to](const std::stop_token&) -> Worker::Done {
        std::error_code error;
        std::filesystem::path partial = to;
        partial += ".partial"; // what is there under its own name is whole
        std::filesystem::remove_all(partial, error);
        std::filesystem::copy(from, partial, std::filesystem::copy_options::recursive, error);
        if (!error)
            std::filesystem::rename(partial, to, error);
        if (error) {
            std::error_code ignored;
            std::filesystem::remove_all(partial, ignored);
            return [this, to, reason = QString::fromStdString(error.message())] {
                emit copyFailed(
                    tr("The run could not be copied to %1: %2. Choose another place.").arg(toQString(to), reason));
            };
        }
        return [this, to] { emit copied(toQString(to)); };
    });
}

} // namespace alignoscope::ui
