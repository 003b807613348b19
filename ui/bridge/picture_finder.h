// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/attention_job.h"
#include "ui/bridge/worker.h"

#include "alignoscope/attention_snapshot.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace alignoscope::ui {

/// Which picture of attention is looked for, and in which run folder or file.
struct PictureWish {
    std::filesystem::path place; ///< a run folder, or a file of attention
    bool file = false;
    SentenceId sentence{-1};     ///< of that run or file; −1: the one that says the same as the texts below
    std::string source, target;  ///< an empty target: the model's own translation
    std::int64_t step = 0;       ///< of a run: the largest recorded step not above it
    bool operator==(const PictureWish&) const = default;
};

struct FoundPicture {
    PictureWish wish;
    AttentionSnapshotPtr picture; ///< never null
    std::vector<qint64> steps;    ///< where pictures of that sentence were recorded; of many an even choice
    bool substitute = false;      ///< a run that did not watch it: its last model was asked. A file without it: its first
    OpenedAttentionPtr file;      ///< where it is from
};

/// Finds pictures in runs and files on a thread of its own; what was opened stays open. The newest wish wins. Owner's
/// thread; nothing blocks but the destructor.
class PictureFinder : public QObject {
    Q_OBJECT
public:
    explicit PictureFinder(QObject* parent = nullptr);
    ~PictureFinder() override;

    /// Ends in one of `found` and `failed`, unless another wish comes first.
    void find(const PictureWish& wish);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void found(const alignoscope::ui::FoundPicture& found);
    void failed(const QString& message);

private:
    struct Desk;
    std::shared_ptr<Desk> m_desk; ///< worker thread only
    Worker m_worker;              // last: it ends before what it uses
};

} // namespace alignoscope::ui
