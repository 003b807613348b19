// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/corpus_job.h"
#include "ui/dialogs/dataset_words.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace alignoscope::ui {

/// The corpus a person is looking at and what they ask of it; no widgets. Every change is carried out on the job's
/// thread. What fails or is cancelled while reading gives back what was there before.
class DatasetSession : public QObject {
    Q_OBJECT

public:
    struct State {
        CorpusSource source;
        ReadOptions read;
        DatasetOptions options;
        RawCorpusPtr corpus;                    ///< null: nothing chosen yet, or still being read
        RawCorpusPtr preview;                   ///< the first pairs of a corpus that is being read, or null
        qint64 counted = 0;                     ///< pairs read so far, while it is being read
        std::optional<CorpusSummary> summary;   ///< of `options`, or of those before while they are being counted
        std::shared_ptr<const Dataset> dataset; ///< of exactly these options; null until it is there

        [[nodiscard]] const RawCorpusPtr& shown() const { return preview ? preview : corpus; }
    };
    /// What goes on, and with it why there may be nothing to use.
    enum class Phase { Empty, Reading, Counting, Ready, Refused };

    explicit DatasetSession(QObject* parent = nullptr);

    [[nodiscard]] const State& state() const { return m_state; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const CorpusSource& reading() const { return m_reading; } ///< what Reading is about

    void load(const CorpusSource& source); ///< tokenised as the corpus suggests, other options as they are
    /// The same of files that are said to hold something.
    void load(const CorpusSource& source, FilesHold hold);
    void setColumns(int source, int target); ///< reads again
    /// Reads the same files in another way: format, encoding, fields, files of an archive.
    void setReading(const ReadOptions& options);
    void swapSides();                               ///< reads again, tokenisers change sides too
    void setOptions(const DatasetOptions& options); ///< counts again, once they stay the same for a moment
    void cancel();                                  ///< back to what was there before

signals:
    void changed(); ///< state or phase
    void progressed(double fraction, const QString& what);
    void counted(); ///< `counted` of the state, nothing else
    void failed(const alignoscope::CorpusSource& source, const QString& message);

private:
    void read(const CorpusSource& source, const ReadOptions& options, const DatasetOptions& dataset, bool suggested);
    void count();
    void goBack();
    void setPhase(Phase phase);
    /// Reads again where it was taken for something else than it is said to be; true: it does.
    bool readsAgain(const RawCorpus& corpus);
    void onPreviewRead(const RawCorpusPtr& first, const DatasetOptions& options);
    void onCorpusRead(const RawCorpusPtr& corpus, const DatasetOptions& options);
    void onFinished(const ChosenDataset& chosen);
    void onFailed(const QString& message);

    CorpusJob m_job;
    QTimer m_settled; ///< options are counted when this ends, not at every key press
    State m_state;
    State m_kept;                           ///< the last one that was whole
    FilesHold m_hold = FilesHold::Anything; ///< what is read is said to hold
    CorpusSource m_reading;
    ReadOptions m_readingOptions;
    Phase m_phase = Phase::Empty;
};

} // namespace alignoscope::ui
