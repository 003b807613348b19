// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/attention_job.h"

#include "alignoscope/attention_shape.h"

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

/// "1", "2", … as readAttention names places without words.
bool numbered(const std::vector<std::string>& tokens)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i] != std::to_string(i + 1) && !(i > 0 && i + 1 == tokens.size() && isEndToken(tokens[i])))
            return false;
    return !tokens.empty();
}

} // namespace

OpenedAttentionPtr openAttentionFile(const AttentionRequest& request, const Progress& progress)
{
    AttentionReadOptions options;
    options.sourceText = request.sourceText;
    options.targetText = request.targetText;
    ImportedAttention read = readAttention(request.file, options, progress);
    auto result = std::make_shared<OpenedAttention>();
    result->request = request;
    result->format = read.format;
    result->hard = read.hard;
    result->assumptions = std::move(read.assumptions);
    result->skipped = std::move(read.skipped);
    result->skippedTotal = read.skippedTotal;
    for (AttentionSnapshotPtr& sentence : read.sentences) {
        auto picture = std::make_shared<AttentionSnapshot>(*std::exchange(sentence, nullptr));
        picture->forced = true;
        result->sourceNumbered = result->sourceNumbered || numbered(picture->sourceTokens);
        result->targetNumbered = result->targetNumbered || numbered(picture->targetTokens);
        result->pictures.push_back(std::move(picture));
        result->sentences.push_back(sentenceOf(result->pictures.back()));
    }
    result->sourceNumbered = result->sourceNumbered && read.wordsMissing;
    result->targetNumbered = result->targetNumbered && read.wordsMissing;
    return result;
}

AttentionJob::AttentionJob(QObject* parent) : QObject(parent) { }

void AttentionJob::open(const AttentionRequest& request)
{
    m_worker.post(openLane, [this, request](const std::stop_token& stop) -> Worker::Done {
        try {
            return [this, attention = openAttentionFile(request, {{}, stop})] { emit opened(attention); };
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
