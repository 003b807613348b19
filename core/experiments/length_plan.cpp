// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/length_experiment.h"

#include <algorithm>
#include <functional>

namespace alignoscope {

LengthPlan usualLengthPlan()
{
    LengthPlan plan;
    plan.base.corpus.builtin = "long-phrases-en-fr";
    const Preset& start = preset("quick");
    plan.base.preset = start.name;
    plan.base.model = start.model;
    plan.base.training = start.training;
    plan.base.training.epochs = 0;
    plan.base.training.steps = 1800; // as many for every model, however long its sentences
    plan.base.training.dropout = 0.1;
    return plan;
}

std::vector<LengthModel> modelsOf(const LengthPlan& plan)
{
    std::vector<int> lengths = plan.trainedTo;
    std::ranges::sort(lengths, std::greater());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    const std::string& kind = plan.base.model.attention.kind;
    const std::string with = kind == "additive" ? "RNNsearch" : "RNN-" + kind; // the first is the paper's own name
    std::vector<LengthModel> models;
    for (const int length : lengths)
        models.push_back({with + "-" + std::to_string(length), kind, length});
    for (const int length : lengths)
        models.push_back({"RNNencdec-" + std::to_string(length), "none", length});
    return models;
}

} // namespace alignoscope
