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
    };
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

} // namespace alignoscope::commands
