// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/bridge/worker.h"

#include "alignoscope/progress.h"
#include "alignoscope/translator.h"

#include <QObject>

#include <functional>

namespace alignoscope::ui {

/// Asks a model on a thread of its own, also while it is training (then a copy of it as it is at that moment). The
/// newest question wins: whatever an earlier one comes to is dropped. Owner's thread; nothing blocks but the
/// destructor.
class ModelJob : public QObject {
    Q_OBJECT
public:
    /// Runs on the worker thread and may take long and throw; `progress` asks it to stop when it is no longer wanted
    /// and may be told how far it is. What it returns runs on the owner's thread, unless another question came.
    using Question = std::function<Worker::Done(const Translator& model, const Progress& progress)>;

    explicit ModelJob(QObject* parent = nullptr);

    void ask(TranslatorSource source, Question question);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void failed(const QString& message);
    void progressed(double fraction); ///< 0…1, at the rate of a display
    void busyChanged(bool busy);      ///< a question was asked; its answer or failure has come, or it was cancelled

private:
    void finish();

    struct Fraction;
    std::shared_ptr<Fraction> m_fraction; ///< of the question under way; written by the worker
    QTimer m_clock;
    Worker m_worker; // last: it ends before what it uses
};

} // namespace alignoscope::ui
