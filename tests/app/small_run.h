// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/program.h"
#include "support/shared_data.h"

#include <string>
#include <vector>

namespace alignoscope::testing {

/// The command line of a training that takes a second: a small model, a few updates on reversed letters.
inline std::vector<std::string> smallTraining(const std::string& folder, const std::vector<std::string>& more = {})
{
    std::vector<std::string> arguments = {"train",
                                          "builtin:reverse",
                                          "--run",
                                          folder,
                                          "--embedding",
                                          "8",
                                          "--hidden",
                                          "16",
                                          "--batch",
                                          "8",
                                          "--validation-split",
                                          "0.01",
                                          "--seed",
                                          "3"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// A run that tests only read, and how its training ended.
struct SmallRun {
    TemporaryFolder place;
    std::string folder = (place.path() / "run").string();
    Outcome training = run(smallTraining(folder, {"--steps", "30", "--watch", "a b c", "--watch", "d e"}));
};

/// Made when it is first asked for.
inline const SmallRun& smallRun()
{
    static const SmallRun run;
    return run;
}

} // namespace alignoscope::testing
