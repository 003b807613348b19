// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/timeline_stops.h"

#include "alignoscope/attention_snapshot.h"

#include <QObject>

#include <map>
#include <set>
#include <vector>

namespace alignoscope::ui {

class Workbench;

/// Chooses the picture to be shown: of the chosen sentence, live or as it was at an earlier step, or as a file
/// tells it. GUI thread; no
/// widgets; nothing blocks (stored pictures are read by the RunReader).
class Playback : public QObject {
    Q_OBJECT
public:
    /// Of each sentence at most `stops` steps are kept to choose from; the pictures themselves are in the history.
    explicit Playback(Workbench& workbench, std::size_t stops = TimelineStops::usualLimit, QObject* parent = nullptr);

    void choose(SentenceId sentence);
    void goToStep(qint64 step);        ///< as it was then; training goes on meanwhile
    void goToNeighbour(int direction); ///< the recorded picture before (−1) or after (+1) the one shown
    void goLive();
    /// The chosen sentence, or -1.
    [[nodiscard]] SentenceId chosen() const { return m_sentence; }
    [[nodiscard]] bool live() const { return m_live; }
    [[nodiscard]] const AttentionSnapshotPtr& shown() const { return m_shown; }
    /// The newest picture of a sentence; null where there is none yet.
    [[nodiscard]] AttentionSnapshotPtr newest(SentenceId sentence) const;

signals:
    void pictureChanged(const alignoscope::AttentionSnapshotPtr& snapshot); ///< null: nothing to show yet
    void sentenceChanged(alignoscope::SentenceId sentence);
    /// Where stored pictures of the sentence are; told once for all that came together.
    void stepsChanged(const std::vector<qint64>& steps, bool someLeftOut);
    void liveChanged(bool live);
    void newestArrived(const alignoscope::AttentionSnapshotPtr& snapshot); ///< of any sentence

private:
    void reset();
    void begin(SentenceId sentence);
    void remove(SentenceId sentence);
    void takeNewest(const AttentionSnapshotPtr& snapshot);
    void takeRecorded(SentenceId sentence, qint64 step);
    void takeSteps(SentenceId sentence, const std::vector<qint64>& steps, bool someLeftOut);
    TimelineStops& stopsOf(SentenceId sentence);
    void setLive(bool live);
    void show(const AttentionSnapshotPtr& snapshot);
    void tellSteps();
    void tellStepsSoon();

    Workbench& m_workbench;
    SentenceId m_sentence{-1};
    bool m_live = true;
    qint64 m_step = 0; ///< the one looked back to
    AttentionSnapshotPtr m_shown;
    std::map<SentenceId, AttentionSnapshotPtr> m_newest;
    std::map<SentenceId, TimelineStops> m_steps;
    std::size_t m_stops;
    bool m_stepsToTell = false;
    bool m_neighbourAsked = false; ///< the picture to come decides which step is looked back to
    bool m_reopened = false;       ///< there are pictures from before: ask the folder for their steps
    std::set<SentenceId> m_asked;  ///< sentences whose stored steps were asked for
};

} // namespace alignoscope::ui
