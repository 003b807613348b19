// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <sys/types.h>
#include <vector>

namespace alignoscope::testing {

/// How a program ended and what it wrote.
struct Outcome {
    int status = -1; ///< exit status; 128 + signal where one ended it
    std::string out, err;

    [[nodiscard]] std::vector<std::string> lines() const; ///< of standard output
    /// Standard output, or where it is more than one value its last line; discarded where it is no JSON.
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] std::vector<std::string> keys() const; ///< of json(), in their order
};

/// The built program while it runs, as a shell would start it: no terminal, no display, standard input from a text.
class Program {
public:
    using Environment = std::vector<std::string>; ///< "NAME=value", besides the test's own

    /// `launcher` goes before the program's path: another program that starts it, with its own arguments.
    explicit Program(std::vector<std::string> arguments, const std::string& input = "", const Environment& extra = {},
                     const std::vector<std::string>& launcher = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Reads until `text` was written to standard error; false when the program ended without it.
    bool waitForMessage(const std::string& text);
    void signal(int number) const;
    Outcome finish();

private:
    bool readSome(); ///< false at the end of both streams

    pid_t m_process = -1;
    int m_out = -1, m_err = -1;
    Outcome m_outcome;
};

/// Starts the program and waits for its end.
Outcome run(std::vector<std::string> arguments, const std::string& input = "", const Program::Environment& extra = {},
            const std::vector<std::string>& launcher = {});

} // namespace alignoscope::testing
