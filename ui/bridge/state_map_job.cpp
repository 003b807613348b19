// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/state_map_job.h"

#include <utility>

namespace alignoscope::ui {

struct StateMapJob::Made {
    std::shared_ptr<const Translator> model;
    PlacedSentencePtr placed;
    QString sentence; ///< that was placed
};

namespace {

PlacedSentencePtr placeIn(const StateMapPtr& map, const Translator& model, const QString& sentence)
{
    auto placed = std::make_shared<PlacedSentence>();
    placed->map = map;
    if (!sentence.isEmpty()) {
        placed->states = std::make_shared<const SentenceStates>(model.states(sentence.toStdString()));
        placed->tokens = place(*map, *placed->states);
    }
    return placed;
}

} // namespace

StateMapJob::StateMapJob(QObject* parent) : QObject(parent)
{
    connect(&m_making, &ModelJob::progressed, this, &StateMapJob::progressed);
    connect(&m_making, &ModelJob::busyChanged, this, &StateMapJob::makingChanged);
    connect(&m_making, &ModelJob::failed, this, &StateMapJob::failed);
    connect(&m_placing, &ModelJob::failed, this, &StateMapJob::failed);
}

void StateMapJob::make(TranslatorSource source, std::shared_ptr<const Dataset> dataset, std::int64_t tokens)
{
    if (!dataset)
        return;
    m_watch.start();
    auto model = std::make_shared<std::shared_ptr<const Translator>>(); // filled and read on the worker's thread
    const auto remembered = [source = std::move(source), model] {
        *model = source ? source() : nullptr;
        return *model;
    };
    m_making.ask(
        remembered,
        [this, model, dataset = std::move(dataset), tokens,
         sentence = m_sentence](const Translator& translator, const Progress& progress) -> Worker::Done {
            const auto map = std::make_shared<const StateMap>(
                translator.mapStates(evenTrainingSentences(*dataset, tokens), progress));
            auto made = std::make_shared<const Made>(Made{*model, placeIn(map, translator, sentence), sentence});
            return [this, made = std::move(made)] { take(made); };
        });
}

void StateMapJob::take(const std::shared_ptr<const Made>& made)
{
    m_took = m_watch.restart();
    m_model = made->model;
    m_placed = made->placed;
    if (made->sentence != m_sentence) // another one was asked for meanwhile
        place(m_sentence);
    emit changed();
}

void StateMapJob::cancel()
{
    m_making.cancel();
}

void StateMapJob::forget()
{
    m_making.cancel();
    m_placing.cancel();
    m_searching.cancel(0);
    m_model.reset();
    m_placed.reset();
    m_sentence.clear();
    emit changed();
}

void StateMapJob::place(const QString& sentence)
{
    m_sentence = sentence;
    if (!m_model)
        return;
    m_placing.ask([model = m_model] { return model; },
                  [this, map = m_placed->map, sentence](const Translator& model, const Progress&) -> Worker::Done {
                      auto placed = placeIn(map, model, sentence);
                      return [this, placed = std::move(placed)] {
                          if (!m_placed || placed->map != m_placed->map)
                              return; // there is another map by now, and the sentence stands in it
                          m_placed = placed;
                          emit changed();
                      };
                  });
}

void StateMapJob::findNeighbours(int token)
{
    if (!m_placed)
        return;
    m_searching.post(0, [this, map = m_placed->map, token](const std::stop_token&) -> Worker::Done {
        auto found = neighboursOf(*map, token);
        return [this, map, token, found = std::move(found)] {
            if (m_placed && m_placed->map == map)
                emit neighboursFound(token, found);
        };
    });
}

bool StateMapJob::isCheap() const
{
    constexpr qint64 smallPart = 10;
    return !making() && m_placed && m_watch.elapsed() >= smallPart * m_took;
}

} // namespace alignoscope::ui
