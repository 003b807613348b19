// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <stdexcept>
#include <string>

namespace alignoscope {

/// What went wrong, in the words a person needs to mend it. Empty parts are left out of the message.
struct Problem {
    std::string where;    ///< file and line, option or object: "corpus.tsv, line 12"
    std::string what;     ///< one sentence without its full stop: "the line has no tab"
    std::string expected; ///< "2 columns"
    std::string got;      ///< "1 column"
    std::string advice;   ///< what to do, a whole sentence: "Choose another separator."
};

enum class ErrorKind {
    Input,     ///< a file or text handed in is not what it should be
    Storage,   ///< reading or writing a run failed (disk full, permission, damaged file)
    Numerics,  ///< the loss or the gradient is not a number
    Usage,     ///< an option has an impossible value
    Cancelled, ///< the caller asked to stop; nothing was changed
};

/// The one exception the core throws. `what()` is the composed message; core never prints and never exits.
class ALIGNOSCOPE_API Error : public std::runtime_error {
public:
    Error(ErrorKind kind, Problem problem);

    [[nodiscard]] ErrorKind kind() const noexcept { return m_kind; }
    [[nodiscard]] const Problem& problem() const noexcept { return m_problem; }

private:
    ErrorKind m_kind;
    Problem m_problem;
};

/// "where: what (expected …, got …). advice"
ALIGNOSCOPE_API std::string describe(const Problem& problem);

} // namespace alignoscope
