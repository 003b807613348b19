// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace alignoscope {

/// Integers with meanings get types, so that a token is never taken for a sentence.
enum class TokenId : std::int32_t {};    ///< row of a vocabulary
enum class SentenceId : std::int32_t {}; ///< a watched sentence of a run, 0, 1, … in the order they were added
enum class RunId : std::uint64_t {};     ///< one start of a trainer in this process; stale results are told by it

constexpr std::int32_t index(TokenId id) { return static_cast<std::int32_t>(id); }
constexpr std::int32_t index(SentenceId id) { return static_cast<std::int32_t>(id); }

} // namespace alignoscope
