// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/model_job.h"

#include <atomic>
#include <exception>
#include <utility>

namespace alignoscope::ui {

static constexpr int questionLane = 0;

struct ModelJob::Fraction {
    std::atomic<double> done = 0;
};

ModelJob::ModelJob(QObject* parent) : QObject(parent)
{
    m_clock.setInterval(50); // milliseconds: a bar need not move more often
    connect(&m_clock, &QTimer::timeout, this, [this] { emit progressed(m_fraction->done); });
}

void ModelJob::ask(TranslatorSource source, Question question)
{
    m_fraction = std::make_shared<Fraction>();
    const bool wasBusy = busy();
    m_worker.post(questionLane,
                  [this, source = std::move(source), question = std::move(question),
                   fraction = m_fraction](const std::stop_token& stop) -> Worker::Done {
                      const auto fail = [this](const QString& message) -> Worker::Done {
                          return [this, message] {
                              finish();
                              emit failed(message);
                          };
                      };
                      try {
                          const std::shared_ptr<const Translator> model = source ? source() : nullptr;
                          if (!model)
                              return fail(tr("There is no model to ask yet. Wait for the first update."));
                          Progress progress{[fraction](double done) { fraction->done = done; }, stop};
                          return [this, answer = question(*model, progress)] {
                              finish();
                              answer();
                          };
                      } catch (const std::exception& error) {
                          return fail(QString::fromUtf8(error.what()));
                      }
                  });
    m_clock.start();
    if (!wasBusy)
        emit busyChanged(true);
}

void ModelJob::cancel()
{
    if (!busy())
        return;
    m_worker.cancel(questionLane);
    finish();
}

bool ModelJob::busy() const
{
    return m_worker.busy(questionLane);
}

void ModelJob::finish()
{
    m_clock.stop();
    emit busyChanged(false);
}

} // namespace alignoscope::ui
