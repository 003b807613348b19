// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// A table: first row the source tokens, first column the target tokens (RFC 4180 quoting, UTF-8, points as decimals).
ALIGNOSCOPE_API std::string attentionToCsv(const AttentionSnapshot& snapshot);
/// A list of {source, target, attention}: tokens as strings, T rows of S numbers.
ALIGNOSCOPE_API std::string attentionToJson(const std::vector<AttentionSnapshotPtr>& snapshots);
/// One line a snapshot: its likeliest links (likeliestLinks), EOS left out where it stands, "0-0 1-2".
ALIGNOSCOPE_API std::string attentionToPharaoh(const std::vector<AttentionSnapshotPtr>& snapshots);
/// The same with every link of at least `threshold` (0 to 1) and more than 0 instead of the likeliest of each row.
ALIGNOSCOPE_API std::string attentionToPharaoh(const std::vector<AttentionSnapshotPtr>& snapshots, double threshold);
/// As marian-decoder's `--alignment soft` writes: `target ||| a,b,c a,b,c …`, EOS row and column included where they
/// are.
ALIGNOSCOPE_API std::string attentionToMarianSoft(const std::vector<AttentionSnapshotPtr>& snapshots);
/// As `--alignment hard` writes: `target ||| 0-0 1-1 …`, source first, each row's likeliest, EOS included where it is.
ALIGNOSCOPE_API std::string attentionToMarianHard(const std::vector<AttentionSnapshotPtr>& snapshots);
/// The same with every link of at least `threshold` (0 to 1) and more than 0, as `--alignment 0.3` writes.
ALIGNOSCOPE_API std::string attentionToMarianHard(const std::vector<AttentionSnapshotPtr>& snapshots, double threshold);
/// As Nematus writes: a header with both sentences and the counts, then T rows of S numbers, then an empty line.
ALIGNOSCOPE_API std::string attentionToNematus(const std::vector<AttentionSnapshotPtr>& snapshots);
/// A NumPy array (version 1, `<f4`, C order) of sentence × target × source, padded with zeros.
ALIGNOSCOPE_API std::string attentionToNpy(const std::vector<AttentionSnapshotPtr>& snapshots);
/// Reads what attentionToJson writes: sentence −1, step 0, and the loss NaN, for a file does not tell it.
/// Throws Error(Input).
ALIGNOSCOPE_API std::vector<AttentionSnapshotPtr> attentionFromJson(std::string_view json, std::string_view where);
/// The same of a file. Blocks. Throws Error(Input).
ALIGNOSCOPE_API std::vector<AttentionSnapshotPtr> readAttentionFile(const std::filesystem::path& path);

/// Writes a whole file through a temporary name, flushed and renamed: it is there whole or not at all.
/// Throws Error(Storage) that says what to do (disk full, no permission).
ALIGNOSCOPE_API void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

} // namespace alignoscope
