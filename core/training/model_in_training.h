// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"
#include "training/learner.h"

#include <memory>
#include <mutex>

namespace alignoscope::training {

/// The model of a Trainer, for as long as there is the Trainer.
class ModelInTraining {
public:
    virtual ~ModelInTraining() = default;

    /// Gives the parameters their first values, once; whoever comes meanwhile waits. Any thread. Throws Error.
    void initialize(const Progress& progress)
    {
        std::call_once(m_initialized, [&] { setFirstValues(progress); });
    }
    [[nodiscard]] virtual const nn::ParameterLayout& layout() const = 0;
    /// In the layout's order; zeros before `initialize`.
    [[nodiscard]] virtual std::span<float> parameters() = 0;
    [[nodiscard]] virtual std::int64_t learntNumbers() const = 0;
    virtual void setStep(std::int64_t step) = 0;
    /// A Translator or a Classifier of the model as it is.
    [[nodiscard]] virtual std::shared_ptr<const void> copy() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Learner> learner(const Tools& tools) const = 0;

private:
    virtual void setFirstValues(const Progress& progress) = 0;

    std::once_flag m_initialized;
};

} // namespace alignoscope::training
