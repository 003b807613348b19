// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"

#include <utility>

namespace alignoscope {

std::string describe(const Problem& problem)
{
    std::string text;
    if (!problem.where.empty())
        text += problem.where + ": ";
    text += problem.what;
    if (!problem.expected.empty() && !problem.got.empty())
        text += " (expected " + problem.expected + ", got " + problem.got + ")";
    else if (!problem.expected.empty())
        text += " (expected " + problem.expected + ")";
    else if (!problem.got.empty())
        text += " (got " + problem.got + ")";
    text += '.';
    if (!problem.advice.empty())
        text += ' ' + problem.advice;
    return text;
}

Error::Error(ErrorKind kind, Problem problem)
    : std::runtime_error(describe(problem)), m_kind(kind), m_problem(std::move(problem))
{
}

} // namespace alignoscope
