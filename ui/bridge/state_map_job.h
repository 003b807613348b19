// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"

#include "alignoscope/dataset.h"
#include "alignoscope/states.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace alignoscope::ui {

/// A map of the training set and the sentence in it, both read by the same model. Never changed once made.
struct PlacedSentence {
    StateMapPtr map;                 ///< never null
    SentenceStatesPtr states;        ///< null: no sentence was asked for
    std::vector<PlacedToken> tokens; ///< of the sentence, with their neighbours
};
using PlacedSentencePtr = std::shared_ptr<const PlacedSentence>;

/// Makes the map of a training set on a thread of its own, and places sentences in it: always by the model the map was
/// made with, however far training has gone since. Owner's thread; nothing blocks but the destructor.
class StateMapJob : public QObject {
    Q_OBJECT
public:
    explicit StateMapJob(QObject* parent = nullptr);

    /// Makes a new map with about `tokens` tokens; the old one stays until it is there.
    void make(TranslatorSource source, std::shared_ptr<const Dataset> dataset, std::int64_t tokens);
    void cancel(); ///< what is being made; the map there is stays
    void forget(); ///< there is no map any more
    /// The sentence that shall stand in the map, at once where there is one, otherwise as soon as there is.
    void place(const QString& sentence);

    /// The nearest neighbours of one of the map's own tokens; the newest question wins. Ends in `neighboursFound`.
    void findNeighbours(int token);

    [[nodiscard]] const PlacedSentencePtr& placed() const { return m_placed; } ///< null: no map yet
    [[nodiscard]] bool making() const { return m_making.busy(); }
    /// Whether making another one by itself would be cheap: the last one took a small part of the time since.
    [[nodiscard]] bool isCheap() const;

signals:
    void changed(); ///< another map, another sentence in it, or none
    void progressed(double fraction);
    void makingChanged(bool making);
    void failed(const QString& message);
    void neighboursFound(int token, const std::vector<alignoscope::Neighbour>& neighbours);

private:
    struct Made;
    void take(const std::shared_ptr<const Made>& made);

    std::shared_ptr<const Translator> m_model; ///< that the map was made with
    PlacedSentencePtr m_placed;
    QString m_sentence;
    QElapsedTimer m_watch; ///< since the last making began, or ended
    qint64 m_took = 0;     ///< milliseconds
    ModelJob m_making, m_placing;
    Worker m_searching;
};

} // namespace alignoscope::ui
