// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/picture_finder.h"

#include "ui/bridge/timeline_stops.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

namespace alignoscope::ui {

namespace {

constexpr int pictureLane = 0;

/// Ids are only meaningful in the run that gave them.
std::optional<SentenceId> sentenceSaying(const std::vector<WatchedSentence>& sentences, const PictureWish& wish)
{
    const auto found = std::ranges::find_if(sentences, [&wish](const WatchedSentence& sentence) {
        return sentence.source == wish.source && sentence.target == wish.target;
    });
    return found == sentences.end() ? std::nullopt : std::optional(found->id);
}

std::filesystem::file_time_type writtenAt(const std::filesystem::path& file)
{
    std::error_code none; // whoever opens it says what is wrong
    const auto time = std::filesystem::last_write_time(file, none);
    return none ? std::filesystem::file_time_type::min() : time;
}

} // namespace

struct PictureFinder::Desk {
    std::filesystem::path folder;
    std::optional<Run> run;
    std::shared_ptr<const Translator> model;
    OpenedAttentionPtr file;
    std::filesystem::file_time_type fileTime; ///< when it was written: it may be written again
    std::filesystem::file_time_type modelTime;

    const Run& openRun(const std::filesystem::path& wanted)
    {
        if (!run || folder != wanted) {
            run.reset();
            model.reset();
            run.emplace(Run::open(wanted));
            folder = wanted;
        }
        return *run;
    }

    FoundPicture inRun(const PictureWish& wish)
    {
        const Run& open = openRun(wish.place);
        std::optional<SentenceId> sentence = wish.sentence;
        if (wish.sentence == SentenceId{-1})
            sentence = sentenceSaying(open.watched(), wish);
        if (sentence) {
            if (AttentionSnapshotPtr picture = open.snapshot(*sentence, wish.step)) {
                const std::vector<std::int64_t> steps = open.snapshotSteps(*sentence);
                return {wish, std::move(picture), evenChoice({steps.begin(), steps.end()}, TimelineStops::usualLimit),
                        false, nullptr};
            }
        }
        if (wish.source.empty())
            throw Error(ErrorKind::Input,
                        {wish.place.filename().string(), "nothing was recorded of this sentence yet", "", "",
                         "Wait for the next picture, or choose something else to compare with."});
        return {wish, ask(wish), {}, true, nullptr};
    }

    AttentionSnapshotPtr ask(const PictureWish& wish)
    {
        const auto written =
            std::max(writtenAt(wish.place / "last.safetensors"), writtenAt(wish.place / "best.safetensors"));
        if (!model || modelTime != written) {
            model = Translator::open(wish.place);
            modelTime = written;
        }
        AttentionSnapshot picture;
        if (wish.target.empty()) {
            TranslationOptions greedy;
            greedy.beam = 1;
            picture = attentionOf(model->translate(wish.source, greedy), 0);
        } else {
            picture = model->align(wish.source, wish.target);
        }
        picture.step = model->step();
        return std::make_shared<const AttentionSnapshot>(std::move(picture));
    }

    FoundPicture inFile(const PictureWish& wish)
    {
        const auto written = writtenAt(wish.place);
        if (!file || file->request.file != wish.place || fileTime != written) {
            file.reset();
            file = openAttentionFile({wish.place});
            fileTime = written;
        }
        std::optional<SentenceId> sentence = wish.sentence;
        if (wish.sentence == SentenceId{-1})
            sentence = sentenceSaying(file->sentences, wish);
        if (!sentence) { // another translation of it, perhaps
            const auto found = std::ranges::find(file->sentences, wish.source, &WatchedSentence::source);
            sentence = found == file->sentences.end() ? std::nullopt : std::optional(found->id);
        }
        const auto place = static_cast<std::size_t>(sentence ? index(*sentence) : 0);
        return {wish, file->pictures[std::min(place, file->pictures.size() - 1)], {}, !sentence, file};
    }
};

PictureFinder::PictureFinder(QObject* parent) : QObject(parent), m_desk(std::make_shared<Desk>()) { }

PictureFinder::~PictureFinder() = default;

void PictureFinder::find(const PictureWish& wish)
{
    m_worker.post(pictureLane, [this, wish, desk = m_desk](const std::stop_token&) -> Worker::Done {
        try {
            return [this, result = wish.file ? desk->inFile(wish) : desk->inRun(wish)] { emit found(result); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
        }
    });
}

void PictureFinder::cancel()
{
    m_worker.cancel(pictureLane);
}

bool PictureFinder::busy() const
{
    return m_worker.busy(pictureLane);
}

} // namespace alignoscope::ui
