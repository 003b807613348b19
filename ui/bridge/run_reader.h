// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/alignment_history.h"
#include "ui/bridge/worker.h"

#include "alignoscope/run.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// A run as it was found in its folder.
struct OpenedRun {
    std::filesystem::path folder;
    Experiment experiment;
    std::vector<TrainingEvent> events;
    std::vector<WatchedSentence> watched;
    bool hasCheckpoint = false;
};
using OpenedRunPtr = std::shared_ptr<const OpenedRun>;

/// Reads run folders on a thread of its own, also one that is being trained. Owner's thread; nothing blocks but the
/// destructor. Of several requests of a kind only the newest is answered.
class RunReader : public QObject {
    Q_OBJECT
public:
    explicit RunReader(QObject* parent = nullptr);
    ~RunReader() override;

    /// Reads everything about a run: `opened` or `openFailed`.
    void open(const std::filesystem::path& folder);
    /// The folder that the requests below are about (opened when the first of them comes).
    void use(const std::filesystem::path& folder);
    /// Where recorded pictures are; of more than `atMost` an even choice.
    void requestSteps(SentenceId sentence, std::size_t atMost);
    /// The recorded picture of the largest step not above `step`.
    void requestPicture(SentenceId sentence, qint64 step);
    /// The recorded picture just before (direction −1) or after (+1) a step; unanswered where there is none.
    void requestNeighbour(SentenceId sentence, qint64 step, int direction);
    /// The pictures every sentence had last.
    void requestNewest(const std::vector<SentenceId>& sentences);
    /// How recorded attention agreed with known alignments.
    void requestAlignment(const std::vector<KnownSentence>& sentences);

signals:
    void opened(const alignoscope::ui::OpenedRunPtr& run);
    void openFailed(const QString& message);
    void stepsRead(alignoscope::SentenceId sentence, const std::vector<qint64>& steps, bool someLeftOut);
    void pictureRead(const alignoscope::AttentionSnapshotPtr& snapshot); ///< never null
    void newestRead(const std::vector<alignoscope::AttentionSnapshotPtr>& snapshots);
    void alignmentRead(const std::vector<alignoscope::ui::AlignmentPoint>& points);
    void readFailed(const QString& message);

private:
    struct Desk;
    void read(int lane, std::function<Worker::Done(const Run&)> question);

    std::shared_ptr<Desk> m_desk; ///< the open run; worker thread only
    std::filesystem::path m_folder;
    Worker m_worker;
    Worker m_slowWorker; ///< reads thousands of pictures, while those of the timeline are not to wait
};

} // namespace alignoscope::ui
