// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "nn/weights.h"
#include "training/batch_gradient.h"
#include "training/journal.h"
#include "training/watch_list.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace alignoscope::training {

/// What the training loop lends a learner; all of it outlives the learner.
struct Tools {
    const TrainerSetup& setup;
    RunId run{};
    const nn::Weights<float>& weights; ///< always those after the last update
    ThreadTeam& team;
    Journal& journal;
};

/// What the training loop needs of a kind of model: the gradient of a batch, the validation, what is watched. One start
/// of a trainer, on its thread.
class Learner {
public:
    virtual ~Learner() = default;

    /// Of so many updates done before. Afterwards `gradient()` holds that of the mean loss.
    virtual BatchLoss compute(std::span<const std::uint32_t> batch, std::int64_t step) = 0;
    [[nodiscard]] virtual const Gradient& gradient() const = 0;

    [[nodiscard]] virtual bool canValidate() const = 0;
    /// `between` is called now and then. Nothing when stop was requested.
    virtual std::optional<ValidationReport> validate(std::stop_token stop, const std::function<void()>& between) = 0;
    /// What the last validation found of single sentences: a picture of all that are watched, and their scores.
    virtual void tellSentences(std::int64_t step) = 0;

    [[nodiscard]] virtual WatchList& watched() = 0;
    /// A few sentences of the validation part worth watching.
    [[nodiscard]] virtual std::vector<WatchedSentence> examples() const = 0;
    /// Those that are measured at every validation and not watched yet.
    [[nodiscard]] virtual std::vector<WatchedSentence> sample() const = 0;
    /// Tells a picture of every watched sentence of the sample, before the first validation.
    virtual void tellSample(std::int64_t step) = 0;
    /// Tells a picture of every watched sentence that is not of the sample.
    virtual void tellPictures(std::int64_t step) = 0;
};

} // namespace alignoscope::training
