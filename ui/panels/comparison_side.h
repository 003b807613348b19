// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/picture_finder.h"
#include "ui/bridge/timeline_stops.h"

#include <QObject>

#include <limits>

namespace alignoscope::ui {

class Playback;
class SentenceModel;
class Workbench;

/// What one side of a comparison shows. What was chosen for one kind is kept while another is chosen.
struct SideChoice {
    enum class Kind {
        Now,      ///< this run: what the Attention tab shows, live or looked back
        Step,     ///< this run, the chosen sentence, at `step`
        Run,      ///< another run, the same sentence, at `runStep`
        Sentence, ///< this run, at the same step, another sentence
        File,     ///< a file of attention
    };
    static constexpr qint64 last = std::numeric_limits<qint64>::max();

    Kind kind = Kind::Now;
    qint64 step = 0;
    std::filesystem::path run; ///< empty: not chosen yet
    qint64 runStep = last;
    SentenceId sentence{-1};
    std::filesystem::path file;
    SentenceId fileSentence{-1}; ///< −1: the one that says the same as the chosen sentence
    bool operator==(const SideChoice&) const = default;
};

/// Keeps the picture of one side true while the run, the step or the sentence changes. No widgets; GUI thread; nothing
/// blocks. A picture of another sentence or place than the chosen one is never offered.
class ComparisonSide : public QObject {
    Q_OBJECT
public:
    ComparisonSide(Workbench& workbench, Playback& playback, const SentenceModel& sentences, SideChoice first,
                   QObject* parent = nullptr);

    void setChoice(const SideChoice& choice);
    [[nodiscard]] const SideChoice& choice() const { return m_choice; }
    [[nodiscard]] const AttentionSnapshotPtr& picture() const { return m_picture; }
    [[nodiscard]] const QString& problem() const { return m_problem; } ///< why there is no picture
    [[nodiscard]] QString caption() const; ///< where the picture is from; empty without one
    [[nodiscard]] const std::vector<qint64>& steps() const { return m_steps; } ///< to choose from; of Step and Run
    [[nodiscard]] const OpenedAttentionPtr& file() const { return m_file; }    ///< null until it was read

signals:
    void choiceChanged();
    void changed();      ///< another picture, or another reason why there is none
    void stepsChanged();
    void fileChanged();

private:
    void follow();
    void forget(); ///< what is shown no longer holds
    void renew();
    void renewSentence();
    void find(PictureWish wish);
    void take(const FoundPicture& found);
    void takeRecorded(SentenceId sentence, qint64 step);
    void setSteps(std::vector<qint64> steps);
    void show(AttentionSnapshotPtr picture, const QString& problem = {});
    [[nodiscard]] QString place() const;

    Workbench& m_workbench;
    Playback& m_playback;
    const SentenceModel& m_sentences;
    SideChoice m_choice;
    PictureFinder m_finder;
    PictureWish m_wish;
    AttentionSnapshotPtr m_picture;
    QString m_problem;
    bool m_substitute = false;
    std::vector<qint64> m_steps;
    OpenedAttentionPtr m_file;
};

} // namespace alignoscope::ui
