// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/model_file_job.h"

#include "ui/bridge/paths.h"

#include "alignoscope/model_file.h"

#include <exception>

namespace alignoscope::ui {

ModelFileJob::ModelFileJob(QObject* parent) : QObject(parent) { }

void ModelFileJob::exportRun(const std::filesystem::path& run, bool best, const std::filesystem::path& file)
{
    m_worker.post(0, [this, run, best, file](const std::stop_token&) -> Worker::Done {
        try {
            exportModel(run, best, file);
            return [this, file] { emit exported(toQString(file)); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
        }
    });
}

void ModelFileJob::importFile(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    m_worker.post(0, [this, file, folder](const std::stop_token&) -> Worker::Done {
        try {
            importModel(file, folder);
            return [this, folder] { emit imported(toQString(folder)); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
        }
    });
}

} // namespace alignoscope::ui
