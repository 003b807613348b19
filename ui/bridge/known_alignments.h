// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/attention_job.h"
#include "ui/bridge/worker.h"

#include "alignoscope/gold.h"
#include "alignoscope/training_event.h"

#include <QObject>
#include <QString>

#include <memory>
#include <unordered_map>

namespace alignoscope::ui {

class Workbench;

/// A file of alignments as it was understood, beside the corpus on the table.
struct GoldLook {
    GoldSource source;
    AlignmentSyntax syntax = AlignmentSyntax::Pharaoh;
    int base = 0; ///< as it was read
    std::size_t lines = 0, sure = 0, possible = 0;
    GoldPlace place = GoldPlace::Corpus;
    std::shared_ptr<const RawCorpus> corpus; ///< with these alignments; null where they do not belong to it
    GoldFit fit;                             ///< against the dataset's tokens
    QString problem;                         ///< why they do not belong; empty: they do
};
using GoldLookPtr = std::shared_ptr<const GoldLook>;

/// Alignments made by hand, given to the corpus on the table: reads them on a thread of its own. Owner's thread;
/// nothing blocks but the destructor.
class KnownAlignments : public QObject {
    Q_OBJECT
public:
    explicit KnownAlignments(Workbench& workbench, QObject* parent = nullptr);
    ~KnownAlignments() override;

    [[nodiscard]] QString whyNotLoad() const; ///< empty: it is possible
    /// Reads a file and lays it beside the corpus: ends in `looked`, whatever is wrong with it.
    void look(const GoldSource& source);
    /// Gives the corpus what was looked at: ends in `taken` or `failed`. `whiteSpace`: the dataset is made anew, split
    /// at white space, which is what the links count; that is the end of a run on the table.
    void take(const GoldLookPtr& look, bool whiteSpace);
    [[nodiscard]] bool busy() const;

    /// The links known of a sentence, counted in the tokens the model reads; null: none.
    [[nodiscard]] const GoldAlignment* find(const WatchedSentence& sentence) const;
    [[nodiscard]] bool any() const { return m_book != nullptr; }

signals:
    void looked(const alignoscope::ui::GoldLookPtr& look);
    void taken();
    void forgotten(); ///< another corpus is on the table
    void failed(const QString& message);

private:
    struct Book;
    static std::shared_ptr<const Book> bookOf(const std::shared_ptr<const RawCorpus>& corpus, const TextOptions& text);
    void takeForImported(const GoldLookPtr& look, const OpenedAttentionPtr& attention);
    void forget();

    Workbench& m_workbench;
    std::shared_ptr<const Book> m_book;
    Worker m_worker;
};

} // namespace alignoscope::ui
