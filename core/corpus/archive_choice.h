// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/compressed_file.h"

#include <string>
#include <utility>
#include <vector>

namespace alignoscope::corpus {

/// One file of an archive, or two that belong together line by line.
struct MemberChoice {
    std::string source, target; ///< target empty: one file with both sides
    bool operator==(const MemberChoice&) const = default;
};

/// Files that may hold sentences: no folders, nothing hidden, nothing that macOS adds, no README or licence, no empty
/// ones.
std::vector<ArchiveMember> readableMembers(const std::vector<ArchiveMember>& all);

/// Whether two names differ only in the side they are ("train.en", "train.de"; "src-train.txt", "tgt-train.txt"). Then
/// source first, if the names say which is.
bool areSides(const std::string& one, const std::string& other, bool& swapped);

/// What to try, the likeliest first: pairs of files that belong together, the largest first, then single files.
std::vector<MemberChoice> likelyChoices(const std::vector<ArchiveMember>& readable);

} // namespace alignoscope::corpus
