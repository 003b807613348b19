// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/corpus_job.h"

#include "alignoscope/error.h"

#include <QMetaObject>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace alignoscope::ui {

/// The thread, and the one place in which the next task waits for it. A newer task replaces a waiting one.
class CorpusJob::Worker {
public:
    explicit Worker(CorpusJob& job) : m_job(job), m_thread([this] { loop(); }) { }

    ~Worker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
            m_waiting.reset();
            m_stop.request_stop();
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void submit(quint64 id, CorpusTask task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stop.request_stop();
            m_waiting.emplace(id, std::move(task));
        }
        m_wake.notify_one();
    }

    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.reset();
        m_stop.request_stop();
    }

private:
    void loop()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || m_waiting.has_value(); });
            if (m_ending)
                return;
            auto [id, task] = std::move(*m_waiting);
            m_waiting.reset();
            m_stop = std::stop_source();
            const std::stop_token token = m_stop.get_token();
            lock.unlock();
            perform(id, task, token);
        }
    }

    /// The thread's edge: no exception goes further than here.
    void perform(quint64 id, const CorpusTask& task, const std::stop_token& token)
    {
        try {
            work(id, task, token);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Cancelled)
                fail(id, QString::fromUtf8(error.what()));
            else
                deliver(id, [job = &m_job] {
                    job->m_current = 0;
                    emit job->cancelled();
                });
        } catch (const std::bad_alloc&) {
            fail(id,
                 CorpusJob::tr("There is not enough memory for this corpus. Close other programs, "
                               "or lower the length limit and the vocabulary limit."));
        } catch (const std::exception& error) {
            fail(id, QString::fromUtf8(error.what()));
        }
    }

    void work(quint64 id, const CorpusTask& task, const std::stop_token& token)
    {
        DatasetOptions options = task.options;
        RawCorpusPtr corpus = task.corpus;
        double done = 0.0;
        if (!corpus) {
            done = 0.4;
            corpus = std::make_shared<const RawCorpus>(
                readCorpus(task.source, task.read, progress(id, token, 0.0, done, CorpusJob::tr("Reading"))));
        }
        if (task.suggestedText)
            options.text = corpus->suggested;
        if (!task.corpus)
            deliver(id, [job = &m_job, corpus, options] { emit job->corpusRead(corpus, options); });
        if (task.summary) {
            const double end = done + (1.0 - done) / 2;
            CorpusSummary summary =
                summarize(*corpus, options, progress(id, token, done, end, CorpusJob::tr("Counting words")));
            deliver(id, [job = &m_job, summary = std::move(summary)] { emit job->summarised(summary); });
            done = end;
        }
        DatasetInputs inputs;
        inputs.corpus = corpus;
        ChosenDataset chosen{task.source, task.read, options, nullptr};
        chosen.dataset = std::make_shared<const Dataset>(
            buildDataset(inputs, options, progress(id, token, done, 1.0, CorpusJob::tr("Building the vocabulary"))));
        deliver(id, [job = &m_job, chosen = std::move(chosen)] {
            job->m_current = 0;
            emit job->finished(chosen);
        });
    }

    Progress progress(quint64 id, const std::stop_token& token, double from, double to, const QString& what)
    {
        const auto report = [this, id, from, to, what](double fraction) {
            m_fraction.store(from + (to - from) * fraction);
            if (m_reportWaiting.exchange(true))
                return;
            QMetaObject::invokeMethod(
                &m_job,
                [this, id, what] {
                    m_reportWaiting.store(false);
                    if (id == m_job.m_current)
                        emit m_job.progressed(m_fraction.load(), what);
                },
                Qt::QueuedConnection);
        };
        report(0.0);
        return {report, token};
    }

    void fail(quint64 id, const QString& message)
    {
        deliver(id, [job = &m_job, message] {
            job->m_current = 0;
            emit job->failed(message);
        });
    }

    /// Runs `what` in the job's thread, unless its task is no longer the one that is asked for.
    void deliver(quint64 id, std::function<void()> what)
    {
        QMetaObject::invokeMethod(
            &m_job,
            [job = &m_job, id, what = std::move(what)] {
                if (id == job->m_current)
                    what();
            },
            Qt::QueuedConnection);
    }

    CorpusJob& m_job;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<std::pair<quint64, CorpusTask>> m_waiting;
    std::stop_source m_stop;
    bool m_ending = false;
    std::atomic<double> m_fraction = 0.0;
    std::atomic<bool> m_reportWaiting = false;
    std::thread m_thread; // the last member: it uses all the others
};

CorpusJob::CorpusJob(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)) { }

CorpusJob::~CorpusJob() = default;

void CorpusJob::start(const CorpusSource& source, const ReadOptions& read, const DatasetOptions& options)
{
    CorpusTask task;
    task.source = source;
    task.read = read;
    task.options = options;
    start(std::move(task));
}

void CorpusJob::start(CorpusTask task)
{
    m_current = ++m_last;
    m_worker->submit(m_current, std::move(task));
}

void CorpusJob::cancel()
{
    if (!isRunning())
        return;
    m_current = 0;
    m_worker->stop();
    emit cancelled();
}

bool CorpusJob::isRunning() const
{
    return m_current != 0;
}

} // namespace alignoscope::ui
