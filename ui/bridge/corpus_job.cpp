// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/corpus_job.h"

#include "alignoscope/error.h"
#include "ui/bridge/dropped_elsewhere.h"

#include <QMetaObject>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace alignoscope::ui {

namespace {

constexpr std::int64_t previewPairs = 300;

/// Large enough that somebody would wait for the first pairs. What can be read only once, a pipe, has no preview.
bool takesLong(const CorpusSource& source)
{
    constexpr std::uintmax_t bytes = 1 << 20;
    std::error_code unreadable;
    if (!source.targetFile.empty() && !std::filesystem::is_regular_file(source.targetFile, unreadable))
        return false;
    return std::filesystem::is_regular_file(source.file, unreadable)
        && std::filesystem::file_size(source.file, unreadable) > bytes && !unreadable;
}

} // namespace

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
        const auto take = [&](RawCorpus&& read) {
            if (task.suggestedText)
                options.text = read.suggested;
            const bool isLarge = read.pairs.size() >= manyPairs;
            return droppedElsewhere(std::move(read), isLarge);
        };
        double done = 0.0;
        if (!corpus) {
            done = 0.5;
            if (task.preview && takesLong(task.source)) {
                ReadOptions beginning = task.read;
                beginning.limit = previewPairs;
                const RawCorpusPtr preview = take(readCorpus(task.source, beginning, {{}, token}));
                deliver(id, [job = &m_job, preview, options] { emit job->previewRead(preview, options); });
            }
            Progress reading = progress(id, token, 0.0, done, CorpusJob::tr("Reading"));
            reading.counted = [this, id](std::int64_t pairs) { tellCount(id, pairs); };
            corpus = take(readCorpus(task.source, task.read, reading));
            deliver(id, [job = &m_job, corpus, options] { emit job->corpusRead(corpus, options); });
        }
        DatasetInputs inputs;
        inputs.corpus = corpus;
        Summarised summarised;
        if (task.summary)
            summarised = [this, id](const CorpusSummary& summary) {
                deliver(id, [job = &m_job, summary] { emit job->summarised(summary); });
            };
        ChosenDataset chosen{task.source, task.read, options, nullptr};
        const Progress counting = progress(id, token, done, 1.0, CorpusJob::tr("Counting words"));
        Dataset dataset = buildDataset(inputs, options, counting, summarised);
        chosen.dataset = droppedElsewhere(std::move(dataset), corpus->pairs.size() >= manyPairs);
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

    void tellCount(quint64 id, std::int64_t pairs)
    {
        m_pairs.store(pairs);
        if (m_countWaiting.exchange(true))
            return;
        QMetaObject::invokeMethod(
            &m_job,
            [this, id] {
                m_countWaiting.store(false);
                if (id == m_job.m_current)
                    emit m_job.counted(m_pairs.load());
            },
            Qt::QueuedConnection);
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
    std::atomic<std::int64_t> m_pairs = 0;
    std::atomic<bool> m_reportWaiting = false, m_countWaiting = false;
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
