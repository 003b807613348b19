// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include "alignoscope/length_experiment.h"
#include "alignoscope/state_curves.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// The sentences runs are tested on.
struct TestSentences {
    CorpusSource corpus; ///< all empty: each run's own validation pairs
    int perTen = 100;    ///< of every ten words of length, at most
    bool operator==(const TestSentences&) const = default;
};

/// A run and what to call it.
struct TestedRun {
    QString label;
    std::filesystem::path folder;
};

/// Evaluates runs, and trains those of an experiment, on a thread of its own. One thing at a time: what is asked next
/// takes the place of what is under way. Owner's thread; nothing blocks but the destructor.
class ExperimentJob : public QObject {
    Q_OBJECT
public:
    explicit ExperimentJob(QObject* parent = nullptr);
    ~ExperimentJob() override;

    void evaluate(std::vector<TestedRun> runs, const TestSentences& sentences); ///< `curve` of each, in order
    void measureStates(const TestedRun& run, const TestSentences& sentences);   ///< `states`
    void train(const LengthPlan& plan, const std::filesystem::path& folder);    ///< `curve` of each, as they are done
    void cancel(); ///< runs that are being trained keep what they have
    [[nodiscard]] bool busy() const;

signals:
    void curve(const std::filesystem::path& run, const alignoscope::LengthCurve& curve);
    void states(const std::filesystem::path& run, const alignoscope::StateCurve& curve);
    void progressed(double fraction, const QString& what); ///< 0…1, at the rate of a display
    void failed(const QString& message);
    void busyChanged(bool busy);

private:
    struct Desk;
    using Task = std::function<Worker::Done(Desk& desk, const std::stop_token& stop)>;
    void begin(Task task);
    void fetch();
    void finish();

    std::shared_ptr<Desk> m_desk; ///< what the worker tells of the task under way
    QTimer m_clock;
    Worker m_worker; // last: it ends before what it uses
};

} // namespace alignoscope::ui
