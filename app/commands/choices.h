// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "alignoscope/text.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace alignoscope::commands {

// The words of the command line for the values of the core; CLI11 names them all when it gets another one.

inline const std::map<std::string, TokenizerKind>& tokenizerNames()
{
    static const std::map<std::string, TokenizerKind> names = {
        {"words", TokenizerKind::Words},
        {"whitespace", TokenizerKind::Whitespace},
        {"characters", TokenizerKind::Characters},
        {"subwords", TokenizerKind::Subwords},
    };
    return names;
}

inline const std::map<std::string, Normalization>& normalizationNames()
{
    static const std::map<std::string, Normalization> names = {{"nfc", Normalization::Nfc},
                                                               {"nfkc", Normalization::Nfkc}};
    return names;
}

inline const std::map<std::string, SubwordMethod>& subwordMethodNames()
{
    static const std::map<std::string, SubwordMethod> names = {{"bpe", SubwordMethod::Bpe},
                                                               {"unigram", SubwordMethod::Unigram}};
    return names;
}

inline const std::map<std::string, OptimizerKind>& optimizerNames()
{
    static const std::map<std::string, OptimizerKind> names = {
        {"adam", OptimizerKind::Adam},
        {"adadelta", OptimizerKind::Adadelta},
        {"sgd", OptimizerKind::Sgd},
    };
    return names;
}

inline const std::map<std::string, Initialization>& initializationNames()
{
    static const std::map<std::string, Initialization> names = {
        {"paper", Initialization::Paper},
        {"glorot", Initialization::Glorot},
    };
    return names;
}

inline const std::map<std::string, RecurrentCell>& cellNames()
{
    static const std::map<std::string, RecurrentCell> names = {{"gru", RecurrentCell::Gru},
                                                               {"lstm", RecurrentCell::Lstm}};
    return names;
}

inline const std::map<std::string, DecoderKind>& decoderNames()
{
    static const std::map<std::string, DecoderKind> names = {{"bahdanau", DecoderKind::Bahdanau},
                                                             {"luong", DecoderKind::Luong}};
    return names;
}

inline const std::map<std::string, ScoreMode>& scoreModeNames()
{
    static const std::map<std::string, ScoreMode> names = {{"dot", ScoreMode::Dot}, {"concat", ScoreMode::Concat}};
    return names;
}

inline const std::map<std::string, CorpusFormat>& formatNames()
{
    static const std::map<std::string, CorpusFormat> names = {
        {"automatic", CorpusFormat::Automatic},
        {"tsv", CorpusFormat::TabSeparated},
        {"csv", CorpusFormat::CommaSeparated},
        {"triple-bar", CorpusFormat::TripleBar},
        {"jsonl", CorpusFormat::JsonLines},
        {"tmx", CorpusFormat::Tmx},
        {"xliff", CorpusFormat::Xliff},
        {"po", CorpusFormat::Po},
        {"labelled", CorpusFormat::Labelled},
        {"line-aligned", CorpusFormat::LineAligned},
        {"class-files", CorpusFormat::ClassFiles},
    };
    return names;
}

inline const std::map<std::string, bool>& yesOrNo()
{
    static const std::map<std::string, bool> names = {{"yes", true}, {"no", false}};
    return names;
}

/// CLI11's own checks of signs tell their limits with 300 digits.
inline CLI::Validator positive()
{
    return CLI::Validator(
        [](const std::string& text) {
            double value = 0;
            const bool fits = CLI::detail::lexical_cast(text, value) && value > 0;
            return fits ? std::string() : "it must be a number above 0, not " + text;
        },
        "POSITIVE");
}

inline CLI::Validator notNegative()
{
    return CLI::Validator(
        [](const std::string& text) {
            double value = 0;
            const bool fits = CLI::detail::lexical_cast(text, value) && value >= 0;
            return fits ? std::string() : "it must be a number of 0 or more, not " + text;
        },
        "NONNEGATIVE");
}

} // namespace alignoscope::commands
