// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/classification_job.h"

#include <cmath>
#include <exception>
#include <utility>

namespace alignoscope::ui {

static constexpr int classificationLane = 0;

AttentionSnapshotPtr pictureOf(const TextAnswer& answer)
{
    auto picture = std::make_shared<AttentionSnapshot>();
    picture->step = answer.step;
    picture->sentence = SentenceId{-1};
    picture->sourceTokens = answer.result.tokens;
    picture->sourceUnknown = answer.result.unknown;
    picture->targetTokens = {answer.labels[static_cast<std::size_t>(answer.result.label)]};
    picture->weights = answer.result.attention;
    picture->loss = -std::log(answer.result.confidence());
    return picture;
}

ClassificationJob::ClassificationJob(QObject* parent) : QObject(parent) { }

void ClassificationJob::classify(ClassifierSource source, const QString& text)
{
    m_worker.post(
        classificationLane, [this, source = std::move(source), text](const std::stop_token& stop) -> Worker::Done {
            try {
                const std::shared_ptr<const Classifier> model = source ? source() : nullptr;
                if (!model)
                    return [this] { emit failed(tr("There is no model to ask yet. Wait for the first update.")); };
                const std::vector<Classification> results = model->classify({text.toStdString()}, Progress{{}, stop});
                auto answer = std::make_shared<const TextAnswer>(
                    TextAnswer{text, results.front(), model->labels(), model->step()});
                return [this, answer = std::move(answer)] { emit classified(answer); };
            } catch (const std::exception& error) {
                return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
            }
        });
}

void ClassificationJob::cancel()
{
    m_worker.cancel(classificationLane);
}

bool ClassificationJob::busy() const
{
    return m_worker.busy(classificationLane);
}

} // namespace alignoscope::ui
