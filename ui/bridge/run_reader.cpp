// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/run_reader.h"

#include "ui/bridge/timeline_stops.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace alignoscope::ui {

namespace {
enum Lane { OpenLane, StepsLane, PictureLane, NewestLane };
}

struct RunReader::Desk {
    std::optional<Run> run;
    std::filesystem::path folder;

    const Run& open(const std::filesystem::path& wanted)
    {
        if (!run || folder != wanted) {
            run.reset();
            run.emplace(Run::open(wanted));
            folder = wanted;
        }
        return *run;
    }
};

RunReader::RunReader(QObject* parent) : QObject(parent), m_desk(std::make_shared<Desk>()) { }

RunReader::~RunReader() = default;

void RunReader::open(const std::filesystem::path& folder)
{
    m_worker.post(OpenLane, [this, folder](const std::stop_token&) -> Worker::Done {
        try {
            const Run run = Run::open(folder);
            auto result = std::make_shared<OpenedRun>();
            result->folder = folder;
            result->experiment = run.experiment();
            result->events = run.events();
            result->watched = run.watched();
            result->hasCheckpoint = run.hasCheckpoint();
            return [this, opened = OpenedRunPtr(std::move(result))] { emit this->opened(opened); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit openFailed(message); };
        }
    });
}

void RunReader::use(const std::filesystem::path& folder)
{
    for (const Lane lane : {StepsLane, PictureLane, NewestLane})
        m_worker.cancel(lane);
    m_slowWorker.cancel(0);
    m_folder = folder;
}

void RunReader::read(int lane, std::function<Worker::Done(const Run&)> question)
{
    if (m_folder.empty())
        return;
    m_worker.post(lane,
                  [this, desk = m_desk, folder = m_folder,
                   question = std::move(question)](const std::stop_token&) -> Worker::Done {
                      try {
                          return question(desk->open(folder));
                      } catch (const std::exception& error) {
                          return [this, message = QString::fromUtf8(error.what())] { emit readFailed(message); };
                      }
                  });
}

void RunReader::requestSteps(SentenceId sentence, std::size_t atMost)
{
    read(StepsLane, [this, sentence, atMost](const Run& run) -> Worker::Done {
        const std::vector<std::int64_t> found = run.snapshotSteps(sentence);
        std::vector<qint64> steps = evenChoice({found.begin(), found.end()}, atMost);
        const bool someLeftOut = steps.size() < found.size();
        return
            [this, sentence, steps = std::move(steps), someLeftOut] { emit stepsRead(sentence, steps, someLeftOut); };
    });
}

void RunReader::requestNeighbour(SentenceId sentence, qint64 step, int direction)
{
    read(PictureLane, [this, sentence, step, direction](const Run& run) -> Worker::Done {
        const std::vector<std::int64_t> steps = run.snapshotSteps(sentence);
        auto found = direction < 0 ? std::ranges::lower_bound(steps, step) : std::ranges::upper_bound(steps, step);
        if (found == (direction < 0 ? steps.begin() : steps.end()))
            return {};
        AttentionSnapshotPtr snapshot = run.snapshot(sentence, direction < 0 ? *std::prev(found) : *found);
        if (!snapshot)
            return {};
        return [this, snapshot = std::move(snapshot)] { emit pictureRead(snapshot); };
    });
}

void RunReader::requestPicture(SentenceId sentence, qint64 step)
{
    read(PictureLane, [this, sentence, step](const Run& run) -> Worker::Done {
        AttentionSnapshotPtr snapshot = run.snapshot(sentence, step);
        if (!snapshot)
            return {};
        return [this, snapshot = std::move(snapshot)] { emit pictureRead(snapshot); };
    });
}

void RunReader::requestNewest(const std::vector<SentenceId>& sentences)
{
    read(NewestLane, [this, sentences](const Run& run) -> Worker::Done {
        std::vector<AttentionSnapshotPtr> newest;
        for (const SentenceId sentence : sentences) {
            if (AttentionSnapshotPtr snapshot = run.snapshot(sentence, std::numeric_limits<std::int64_t>::max()))
                newest.push_back(std::move(snapshot));
        }
        return [this, newest = std::move(newest)] { emit newestRead(newest); };
    });
}

void RunReader::requestAlignment(const std::vector<KnownSentence>& sentences)
{
    if (m_folder.empty())
        return;
    m_slowWorker.post(0, [this, folder = m_folder, sentences](const std::stop_token& stop) -> Worker::Done {
        try {
            std::vector<AlignmentPoint> points = alignmentOverTime(Run::open(folder), sentences, stop);
            return [this, points = std::move(points)] { emit alignmentRead(points); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit readFailed(message); };
        }
    });
}

} // namespace alignoscope::ui
