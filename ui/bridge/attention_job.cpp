// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/attention_job.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/attention_shape.h"
#include "alignoscope/error.h"

#include <exception>
#include <utility>

namespace alignoscope::ui {
namespace {

constexpr int openLane = 0;

std::string joined(const std::vector<std::string>& tokens)
{
    std::string text;
    for (const std::string& token : tokens)
        text += (text.empty() ? "" : " ") + token;
    return text;
}

WatchedSentence sentenceOf(const AttentionSnapshotPtr& picture)
{
    const auto words = shapeAttention(picture, {.joinSubwords = true, .hideEnd = true}).snapshot;
    WatchedSentence sentence;
    sentence.id = picture->sentence;
    sentence.source = joined(words->sourceTokens);
    sentence.target = joined(words->targetTokens);
    return sentence;
}

} // namespace

OpenedAttentionPtr openAttentionFile(const std::filesystem::path& file)
{
    auto result = std::make_shared<OpenedAttention>();
    result->file = file;
    for (const AttentionSnapshotPtr& read : readAttentionFile(file)) {
        auto picture = std::make_shared<AttentionSnapshot>(*read);
        picture->sentence = SentenceId{static_cast<std::int32_t>(result->pictures.size())};
        picture->forced = true;
        result->pictures.push_back(std::move(picture));
        result->sentences.push_back(sentenceOf(result->pictures.back()));
    }
    if (result->pictures.empty())
        throw Error(ErrorKind::Input,
                    {file.string(), "there is no sentence in it", "a list of at least one sentence", "an empty list",
                     "Choose another file."});
    return result;
}

AttentionJob::AttentionJob(QObject* parent) : QObject(parent) { }

void AttentionJob::open(const std::filesystem::path& file)
{
    m_worker.post(openLane, [this, file](const std::stop_token&) -> Worker::Done {
        try {
            return [this, attention = openAttentionFile(file)] { emit opened(attention); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
        }
    });
}

void AttentionJob::cancel()
{
    m_worker.cancel(openLane);
}

bool AttentionJob::busy() const
{
    return m_worker.busy(openLane);
}

} // namespace alignoscope::ui
