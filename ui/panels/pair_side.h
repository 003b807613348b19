// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/paired_runs.h"
#include "ui/bridge/picture_finder.h"

#include <map>
#include <optional>

namespace alignoscope::ui {

class Playback;
class Workbench;

/// One run of a pair: its numbers, and the picture of the chosen sentence, live or as it was at the step that is looked
/// back to, whichever of the two runs the window has open. No widgets; GUI thread; nothing blocks.
class PairSide : public QObject {
    Q_OBJECT
public:
    /// `place`: 0 or 1, of the pair's members.
    PairSide(Workbench& workbench, Playback& playback, std::size_t place, QObject* parent = nullptr);

    [[nodiscard]] const PairedRuns::Member& member() const;
    [[nodiscard]] const AttentionKind& kind() const;
    [[nodiscard]] bool isTraining() const;
    [[nodiscard]] bool isOpen() const; ///< it is the run that the window has open
    [[nodiscard]] const AttentionSnapshotPtr& picture() const { return m_picture; }
    [[nodiscard]] QString problem() const; ///< why there is no picture
    [[nodiscard]] const std::optional<StepReport>& lastStep() const { return m_step; }
    [[nodiscard]] const std::optional<ValidationReport>& lastValidation() const { return m_validation; }
    [[nodiscard]] const std::optional<RunFinished>& result() const { return m_result; }
    /// The model's own translation of the chosen sentence at the last validation; empty: none yet.
    [[nodiscard]] QString translation() const;

signals:
    void begun(); ///< of another run
    void pictureChanged();
    void numbersChanged();
    void stepped(const std::vector<alignoscope::StepReport>& steps);
    void validated(const alignoscope::ValidationReport& report);

private:
    void begin();
    void follow(TrainingSession& session);
    void takePicture(const AttentionSnapshotPtr& picture);
    void renew();
    void show(const AttentionSnapshotPtr& picture);

    Workbench& m_workbench;
    Playback& m_playback;
    std::size_t m_place;
    PictureFinder m_finder;
    AttentionSnapshotPtr m_picture;
    std::map<SentenceId, AttentionSnapshotPtr> m_newest;
    std::map<SentenceId, QString> m_translations;
    std::optional<StepReport> m_step;
    std::optional<ValidationReport> m_validation;
    std::optional<RunFinished> m_result;
    QString m_lost; ///< why an earlier picture could not be read
};

} // namespace alignoscope::ui
