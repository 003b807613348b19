// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include "alignoscope/dataset.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

namespace alignoscope {
class Run;
}

namespace alignoscope::ui {

/// What a run was trained on, in its own vocabularies. Blocks. Throws Error.
std::shared_ptr<const Dataset> datasetOf(const Run& run, const std::stop_token& stop);

/// Loads the corpus a run was trained on, with the run's own vocabularies, so that its training can go on.
/// Owner's thread; nothing blocks but the destructor. A new start ends the one before.
class RunCorpusJob : public QObject {
    Q_OBJECT
public:
    explicit RunCorpusJob(QObject* parent = nullptr);

    void start(const std::filesystem::path& runFolder);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void loaded(const std::shared_ptr<const alignoscope::Dataset>& dataset);
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
