// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/chosen_dataset.h"

#include <QObject>
#include <QString>

#include <memory>

namespace alignoscope::ui {

/// What a CorpusJob is asked to do.
struct CorpusTask {
    CorpusSource source;
    ReadOptions read;
    DatasetOptions options;
    bool suggestedText = false;              ///< tokenise as the corpus itself suggests, instead of by `options.text`
    bool summary = false;                    ///< count for people too (signal `summarised`)
    bool preview = false;                    ///< read the first pairs of a large file before all (signal `previewRead`)
    std::shared_ptr<const RawCorpus> corpus; ///< already read: only count and number again
};

using RawCorpusPtr = std::shared_ptr<const RawCorpus>;

/// Reads a corpus and makes a dataset of it on a thread of its own. One task at a time: a new one ends the one before,
/// whose results never arrive. Call from the thread the object lives in; nothing here blocks but the destructor, which
/// waits for the core to notice that it is to stop. Signals arrive in that same thread. After `start` come, in this
/// order: `previewRead` (if asked for and worth it), `corpusRead` (if there was something to read), `summarised` (if
/// asked for), then exactly one of `finished`, `failed`, `cancelled`, unless another `start` comes first; `progressed`
/// and `counted` in between.
class CorpusJob : public QObject {
    Q_OBJECT

public:
    explicit CorpusJob(QObject* parent = nullptr);
    ~CorpusJob() override;

    void start(const CorpusSource& source, const ReadOptions& read, const DatasetOptions& options);
    void start(CorpusTask task);
    /// Ends the running task; `cancelled` is sent before this returns. Does nothing when none is running.
    void cancel();
    [[nodiscard]] bool isRunning() const;

signals:
    void progressed(double fraction, const QString& what); ///< from 0 to 1; at most one waiting at any time
    void counted(qint64 pairs);                            ///< read so far; at most one waiting at any time
    /// The first pairs, while the others are being read.
    void previewRead(const alignoscope::ui::RawCorpusPtr& first, const alignoscope::DatasetOptions& options);
    void corpusRead(const alignoscope::ui::RawCorpusPtr& corpus, const alignoscope::DatasetOptions& options);
    void summarised(const alignoscope::CorpusSummary& summary);
    void finished(const alignoscope::ui::ChosenDataset& chosen);
    void failed(const QString& message); ///< for people, with what to do
    void cancelled();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
    quint64 m_current = 0; ///< the number of the running task; 0: none
    quint64 m_last = 0;
};

} // namespace alignoscope::ui

Q_DECLARE_METATYPE(alignoscope::ui::ChosenDataset)
Q_DECLARE_METATYPE(alignoscope::CorpusSummary)
Q_DECLARE_METATYPE(alignoscope::DatasetOptions)
