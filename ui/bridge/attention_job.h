// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/worker.h"

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/training_event.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace alignoscope::ui {

/// Attention of another program: the sentences of a file as if a run had watched them, in the file's order. There is no
/// model, no step and no loss (NaN).
struct OpenedAttention {
    std::filesystem::path file;
    std::vector<WatchedSentence> sentences;     ///< id = place in the file; words of the tokens, joined by spaces
    std::vector<AttentionSnapshotPtr> pictures; ///< one a sentence; `forced`, for the target is what the file says
};
using OpenedAttentionPtr = std::shared_ptr<const OpenedAttention>;

/// Any thread; blocks. Throws Error(Input): not readable, not of that form, or without a sentence.
OpenedAttentionPtr openAttentionFile(const std::filesystem::path& file);

/// Opens attention files on a thread of its own. The newest request wins. Owner's thread; nothing blocks but the
/// destructor.
class AttentionJob : public QObject {
    Q_OBJECT
public:
    explicit AttentionJob(QObject* parent = nullptr);

    /// Ends in one of `opened` and `failed`, unless cancelled or asked again first.
    void open(const std::filesystem::path& file);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void opened(const alignoscope::ui::OpenedAttentionPtr& attention);
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
