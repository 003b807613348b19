// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the program tells the shell; other programs rely on these numbers.
namespace alignoscope::exit_status {

inline constexpr int done = 0;
inline constexpr int failed = 1;        ///< the work failed; a message on standard error says why
inline constexpr int usage = 2;         ///< the command line cannot be understood
inline constexpr int interrupted = 130; ///< SIGINT or SIGTERM; what was done so far is saved

} // namespace alignoscope::exit_status
