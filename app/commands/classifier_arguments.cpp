// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/classifier_arguments.h"

#include "app/commands/choices.h"
#include "app/commands/option_values.h"

#include <filesystem>

namespace alignoscope::commands {

void ClassifierArguments::addTo(CLI::App& command)
{
    const std::string group = "Model: text classifier";
    const auto size = [&](const std::string& name, std::optional<int>& value, const std::string& help) {
        command.add_option(name, value, help)->check(positive())->type_name("N")->option_text("N")->group(group);
    };
    command
        .add_option("--vectors", vectors,
                    "Word vectors as text (GloVe, word2vec), plain, compressed or zipped; --embedding follows them")
        ->type_name("FILE")
        ->group(group);
    addChoice(command, "--frozen", frozen, yesOrNo(), "Words with a vector in that file keep it")->group(group);
    command.add_option("--spatial-dropout", spatialDropout, "Share of a text's embedding dimensions left out")
        ->check(CLI::Range(0.0, 0.95))
        ->type_name("P")
        ->option_text("P")
        ->group(group);
    size("--units", units, "Units of the recurrent layer, each direction");
    size("--filters", filters, "Filters of the convolution");
    size("--kernel", kernel, "Words a filter sees");
    size("--dense", dense, "Units of the hidden layer before the labels");
    size("--positions", positions, "Words of a text that are read; longer texts are cut");
    addChoice(command, "--pad-attention", padAttention, yesOrNo(),
              "Fill short texts up and attend to padding too, as the well-known layer does")
        ->group(group);
}

void ClassifierArguments::apply(ClassifierOptions& options) const
{
    if (!vectors.empty())
        options.vectors = std::filesystem::absolute(vectors);
    setIfGiven(options.frozen, frozen);
    setIfGiven(options.spatialDropout, spatialDropout);
    setIfGiven(options.units, units);
    setIfGiven(options.filters, filters);
    setIfGiven(options.kernel, kernel);
    setIfGiven(options.dense, dense);
    setIfGiven(options.positions, positions);
    if (padAttention)
        options.maskPadding = !*padAttention;
}

bool ClassifierArguments::given() const
{
    return !vectors.empty() || frozen || padAttention || spatialDropout || units || filters || kernel || dense
        || positions;
}

} // namespace alignoscope::commands
