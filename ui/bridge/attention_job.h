// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include "alignoscope/attention_import.h"
#include "alignoscope/training_event.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// A file of attention, and the words of a side where it lacks them; empty: not given.
struct AttentionRequest {
    std::filesystem::path file, sourceText{}, targetText{};
    bool operator==(const AttentionRequest&) const = default;
};

/// Attention of another program: the sentences of a file as if a run had watched them, in the file's order. There is no
/// model, no step and no loss (NaN).
struct OpenedAttention {
    AttentionRequest request;
    AttentionFormat format = AttentionFormat::Automatic;
    bool hard = false;                                   ///< links, no weights
    bool sourceNumbered = false, targetNumbered = false; ///< that side has numbers in the place of words
    std::vector<std::string> assumptions;
    std::vector<SkippedLine> skipped;
    std::int64_t skippedTotal = 0;
    std::vector<WatchedSentence> sentences;     ///< id = place in the file; words of the tokens, joined by spaces
    std::vector<AttentionSnapshotPtr> pictures; ///< one a sentence; `forced`, for the target is what the file says
};
using OpenedAttentionPtr = std::shared_ptr<const OpenedAttention>;

/// Any thread; blocks. Throws Error(Input): not readable, of no form that is known, or without a sentence.
OpenedAttentionPtr openAttentionFile(const AttentionRequest& request, const Progress& progress = {});

/// Opens attention files on a thread of its own. The newest request wins. Owner's thread; nothing blocks but the
/// destructor.
class AttentionJob : public QObject {
    Q_OBJECT
public:
    explicit AttentionJob(QObject* parent = nullptr);

    /// Ends in one of `opened` and `failed`, unless cancelled or asked again first.
    void open(const AttentionRequest& request);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void opened(const alignoscope::ui::OpenedAttentionPtr& attention);
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
