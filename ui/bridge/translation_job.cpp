// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/translation_job.h"

#include <exception>
#include <utility>

namespace alignoscope::ui {

static constexpr int translationLane = 0;

TranslationJob::TranslationJob(QObject* parent) : QObject(parent) { }

void TranslationJob::translate(TranslatorSource source, const QString& text, const TranslationOptions& options)
{
    m_worker.post(
        translationLane,
        [this, source = std::move(source), text = text.toStdString(), options](const std::stop_token&) -> Worker::Done {
            try {
                const std::shared_ptr<const Translator> translator = source ? source() : nullptr;
                if (!translator)
                    return [this] {
                        emit failed(tr("There is no model to translate with yet. Wait for the first update."));
                    };
                const qint64 step = translator->step();
                auto translation = std::make_shared<const Translation>(translator->translate(text, options));
                return [this, translation = std::move(translation), step] { emit translated(translation, step); };
            } catch (const std::exception& error) {
                return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
            }
        });
}

void TranslationJob::cancel()
{
    m_worker.cancel(translationLane);
}

bool TranslationJob::busy() const
{
    return m_worker.busy(translationLane);
}

} // namespace alignoscope::ui
