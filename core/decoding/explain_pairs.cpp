// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/explain_pairs.h"

#include "alignoscope/error.h"
#include "nn/thread_team.h"
#include "probing/explainer.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace alignoscope::decoding {

namespace {

void checkExplanation(const ExplanationOptions& options)
{
    if (options.permutations < 1 || options.permutations > 10000)
        throw Error(
            ErrorKind::Usage,
            {"permutations", "there cannot be this many", "1 to 10000", std::to_string(options.permutations), {}});
}

void throwIfStopped(const Progress& progress)
{
    if (progress.stop.stop_requested())
        throw Error(ErrorKind::Cancelled, {"explanation", "stopped before it was done", {}, {}, {}});
}

Explanation emptyExplanation(PairToExplain& pair, std::int64_t step)
{
    Explanation explanation;
    explanation.step = step;
    explanation.forced = pair.forced;
    explanation.source = std::move(pair.source.tokens);
    explanation.sourceUnknown = std::move(pair.source.unknown);
    explanation.target = std::move(pair.target.tokens);
    probing::makeRoom(explanation, static_cast<nn::Index>(pair.source.ids.size()),
                      static_cast<nn::Index>(pair.target.ids.size()));
    return explanation;
}

/// Hands out 0 … count − 1 to all threads; `work` gets what `begin` made for its thread.
template <class Begin, class Work>
void handOut(std::size_t count, int threads, const Progress& progress, const Begin& begin, const Work& work)
{
    nn::ThreadTeam team(static_cast<int>(std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(threads))));
    std::atomic<std::size_t> next = 0, done = 0;
    team.run([&](int part) {
        auto worker = begin(part);
        for (std::size_t i = next++; i < count; i = next++) {
            throwIfStopped(progress);
            work(*worker, i);
            ++done;
            if (part == 0) // the calling thread
                progress(static_cast<double>(done) / static_cast<double>(count));
        }
    });
    progress(1);
}

} // namespace

std::vector<Explanation> explainPairs(const models::TrainedModel& model, const nn::Weights<float>& weights,
                                      std::vector<PairToExplain> pairs, const ExplanationOptions& options,
                                      const Progress& progress, int threads)
{
    checkExplanation(options);
    throwIfStopped(progress);
    std::vector<Explanation> explanations;
    for (PairToExplain& pair : pairs)
        explanations.push_back(emptyExplanation(pair, model.step));
    const auto sharesOf = [&](const PairToExplain& pair, int parts) {
        return probing::explanationShares(static_cast<nn::Index>(pair.source.ids.size()),
                                          static_cast<nn::Index>(pair.target.ids.size()), parts);
    };
    if (pairs.size() == 1) {
        const auto shares = sharesOf(pairs.front(), threads);
        const auto begin = [&](int part) {
            auto explainer = std::make_unique<probing::Explainer>(*model.network, weights, options);
            explainer->begin(pairs.front().source.ids, pairs.front().target.ids);
            if (part == 0)
                explainer->fillWhole(explanations.front());
            return explainer;
        };
        handOut(shares.size(), threads, progress, begin,
                [&](probing::Explainer& explainer, std::size_t i) { explainer.fill(shares[i], explanations.front()); });
    } else {
        const auto begin = [&](int) { return std::make_unique<probing::Explainer>(*model.network, weights, options); };
        handOut(pairs.size(), threads, progress, begin, [&](probing::Explainer& explainer, std::size_t i) {
            explainer.begin(pairs[i].source.ids, pairs[i].target.ids);
            explainer.fillWhole(explanations[i]);
            for (const auto& share : sharesOf(pairs[i], 1)) {
                throwIfStopped(progress);
                explainer.fill(share, explanations[i]);
            }
        });
    }
    return explanations;
}

} // namespace alignoscope::decoding
