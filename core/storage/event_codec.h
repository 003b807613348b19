// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/training_event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::storage {

/// An event as a row of the table `events`. Step reports have a table of their own and never come here; a watched
/// sentence is kept in the table `sentences`, so that its row holds the number alone.
struct EventRow {
    std::string kind; ///< "phase", "validation", "checkpoint", "watched", "unwatched", "trouble", "scored", "finished"
    std::optional<std::int64_t> step; ///< updates done, where the event is about a step that can be undone
    std::string data;                 ///< a JSON object
};

using OtherEvent = decltype(TrainingEvent::what);

EventRow encodeEvent(const OtherEvent& event);
/// Throws Error(Storage) that names `where`.
OtherEvent decodeEvent(std::string_view kind, std::string_view data, const std::string& where);

/// Token lists as JSON: ["the","cat","</s>"].
std::string encodeTokens(const std::vector<std::string>& tokens);
std::vector<std::string> decodeTokens(std::string_view text, const std::string& where);

/// Which of `size` places are set, as JSON: [1,4].
std::string encodeFlags(const std::vector<bool>& flags);
std::vector<bool> decodeFlags(std::string_view text, std::size_t size, const std::string& where);

/// Gold links as JSON: {"sure":[[0,0]],"possible":[]}.
std::string encodeGold(const GoldAlignment& gold);
GoldAlignment decodeGold(std::string_view text, const std::string& where);

} // namespace alignoscope::storage
