// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/model_arguments.h"

#include "app/commands/choices.h"
#include "app/commands/option_values.h"

#include "alignoscope/error.h"

#include <charconv>

namespace alignoscope::commands {
namespace {

constexpr auto sizes = "Model: sizes";
constexpr auto layersGroup = "Model: encoder and decoder";
constexpr auto attentionGroup = "Model: attention";

std::string presetHelp()
{
    std::string text = "Sizes and settings to start from; further options change them.";
    for (const Preset& one : presets())
        text += "\n" + one.name + ": " + one.summary;
    return text;
}

std::string kindHelp()
{
    std::string text = "How target words find source words. Naming one takes its usual settings.";
    for (const AttentionKind& kind : attentionKinds())
        text += "\n" + kind.name + ": " + kind.title + ". " + kind.summary;
    return text;
}

template <class Named>
std::vector<std::string> namesOf(const std::vector<Named>& all)
{
    std::vector<std::string> names;
    for (const Named& one : all)
        names.push_back(one.name);
    return names;
}

/// "all", "best:3", "window:5".
std::optional<StateLimitOptions> limitOf(const std::string& text)
{
    const std::size_t colon = text.find(':');
    const std::string word = text.substr(0, colon);
    StateLimitOptions limit;
    if (word == "all")
        return colon == std::string::npos ? std::optional(limit) : std::nullopt;
    limit.limit = word == "best" ? StateLimit::Best : StateLimit::Window;
    if (colon == std::string::npos || (word != "best" && word != "window"))
        return std::nullopt;
    const char *begin = text.data() + colon + 1, *end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(begin, end, limit.states);
    return problem == std::errc() && stop == end && limit.states > 0 ? std::optional(limit) : std::nullopt;
}

CLI::Validator stateLimit()
{
    return {[](const std::string& text) {
                return limitOf(text) ? std::string()
                                     : "it must be \"all\", \"best:K\" or \"window:K\" with K above 0, not " + text;
            },
            "LIMIT"};
}

std::string readersOf(AttentionOption option)
{
    std::string names;
    for (const AttentionKind& kind : attentionKinds())
        if (kind.reads(option))
            names += (names.empty() ? "" : ", ") + kind.name;
    return names;
}

} // namespace

void ModelArguments::addTo(CLI::App& command)
{
    addSizes(command);
    addLayers(command);
    addAttention(command);
}

void ModelArguments::addSizes(CLI::App& command)
{
    command.add_option("--model", preset, presetHelp())
        ->check(CLI::IsMember(namesOf(presets())))
        ->type_name("NAME")
        ->option_text("NAME")
        ->group(sizes);
    command.add_option("--embedding", embedding, "Numbers a word is turned into")
        ->check(positive())
        ->type_name("N")
        ->group(sizes);
    command.add_option("--hidden", hidden, "Units of each recurrent layer")
        ->check(positive())
        ->type_name("N")
        ->group(sizes);
    command
        .add_option("--alignment", alignment,
                    "Hidden units of the alignment model, where the attention has one; 0: as many as --hidden")
        ->check(notNegative())
        ->type_name("N")
        ->group(sizes);
    command
        .add_option("--maxout", maxout,
                    "Units before the softmax; 0: half of --hidden, all of it with the Luong decoder")
        ->check(notNegative())
        ->type_name("N")
        ->group(sizes);
    addChoice(command, "--initialization", initialization, initializationNames(), "First values of the parameters")
        ->group(sizes);
}

void ModelArguments::addLayers(CLI::App& command)
{
    addChoice(command, "--encoder", encoderCell, cellNames(), "Cells of the encoder, and of the decoder if not said")
        ->group(layersGroup);
    addChoice(command, "--decoder-cell", decoderCell, cellNames(), "Cells of the decoder")->group(layersGroup);
    command.add_option("--layers", layers, "Layers of the encoder and of the decoder")
        ->check(CLI::Range(1, 16))
        ->type_name("N")
        ->option_text("N")
        ->group(layersGroup);
    addChoice(command, "--bidirectional", bidirectional, yesOrNo(), "The encoder reads in both directions")
        ->group(layersGroup);
    addChoice(command, "--decoder", decoder, decoderNames(),
              "When it attends: with the state before the step (bahdanau) or after it (luong)")
        ->group(layersGroup);
    addChoice(command, "--input-feeding", inputFeeding, yesOrNo(),
              "The Luong decoder reads what it attended to at the word before")
        ->group(layersGroup);
    command.add_flag("--tie-embeddings", tieEmbeddings, "The output layer uses the target words' embeddings")
        ->group(layersGroup);
}

void ModelArguments::addAttention(CLI::App& command)
{
    command.add_option("--attention", attention, kindHelp())
        ->check(CLI::IsMember(namesOf(attentionKinds())))
        ->type_name("NAME")
        ->option_text("NAME")
        ->group(attentionGroup);
    command
        .add_option_function<std::string>(
            "--attention-limit", [this](const std::string& text) { limit = limitOf(text); },
            "Source states a target word may look at: all, the K best, or K neighbours")
        ->check(stateLimit())
        ->type_name("LIMIT")
        ->option_text("all|best:K|window:K")
        ->group(attentionGroup);
    command
        .add_option("--attention-window", window, "D of local attention: it sees D words to each side of its centre")
        ->check(positive())
        ->type_name("D")
        ->group(attentionGroup);
    addChoice(command, "--coverage", coverage, yesOrNo(), "Scores read how much of each word was used so far")
        ->group(attentionGroup);
    command.add_option("--coverage-loss", coverageLoss, "Share of the loss for looking twice; needs --coverage yes")
        ->check(notNegative())
        ->type_name("X")
        ->group(attentionGroup);
    addChoice(command, "--attention-scale", scale, yesOrNo(), "A learned factor of the scores")->group(attentionGroup);
    addChoice(command, "--score-mode", scoreMode, scoreModeNames(), "Of Keras' Attention")->group(attentionGroup);
    addChoice(command, "--causal", causal, yesOrNo(), "Target word t sees source words up to t alone")
        ->group(attentionGroup);
    command.add_option("--attention-dropout", attentionDropout, "Share of the weights left out while training")
        ->check(CLI::Range(0.0, 0.95))
        ->type_name("P")
        ->option_text("P")
        ->group(attentionGroup);
}

void ModelArguments::apply(ModelOptions& model) const
{
    setIfGiven(model.embedding, embedding);
    setIfGiven(model.hidden, hidden);
    setIfGiven(model.alignment, alignment);
    setIfGiven(model.maxout, maxout);
    setIfGiven(model.initialization, initialization);
    setIfGiven(model.encoderCell, encoderCell);
    setIfGiven(model.decoderCell, encoderCell);
    setIfGiven(model.decoderCell, decoderCell);
    setIfGiven(model.layers, layers);
    setIfGiven(model.bidirectional, bidirectional);
    setIfGiven(model.decoder, decoder);
    if (decoder == DecoderKind::Bahdanau)
        model.inputFeeding = false; // a preset's; whoever asks for both is told
    setIfGiven(model.inputFeeding, inputFeeding);
    model.tieEmbeddings = model.tieEmbeddings || tieEmbeddings;
    applyAttention(model.attention);
}

void ModelArguments::applyAttention(AttentionOptions& options) const
{
    if (!attention.empty())
        options = attentionKind(attention).defaults;
    refuseUnread(attentionKind(options.kind));
    setIfGiven(options.window, window);
    setIfGiven(options.coverage, coverage);
    setIfGiven(options.coverageLoss, coverageLoss);
    setIfGiven(options.scale, scale);
    setIfGiven(options.scoreMode, scoreMode);
    setIfGiven(options.causal, causal);
    setIfGiven(options.dropout, attentionDropout);
    setIfGiven(options.limit, limit);
}

void ModelArguments::refuseUnread(const AttentionKind& kind) const
{
    const auto check = [&kind](bool given, const char* name, AttentionOption option) {
        if (given && !kind.reads(option))
            throw Error(ErrorKind::Usage,
                        {name, "the attention \"" + kind.name + "\" does not read this option", readersOf(option),
                         kind.name, "Leave the option out, or choose another --attention."});
    };
    check(window.has_value(), "--attention-window", AttentionOption::Window);
    check(coverage.has_value(), "--coverage", AttentionOption::Coverage);
    check(coverageLoss.has_value(), "--coverage-loss", AttentionOption::Coverage);
    check(scale.has_value(), "--attention-scale", AttentionOption::Scale);
    check(scoreMode.has_value(), "--score-mode", AttentionOption::ScoreMode);
    check(causal.has_value(), "--causal", AttentionOption::Causal);
    check(attentionDropout.has_value(), "--attention-dropout", AttentionOption::Dropout);
}

} // namespace alignoscope::commands
