// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "interchange/attention/npy.h"

#include <algorithm>
#include <bit>

namespace alignoscope {

namespace {

std::string header(std::size_t sentences, std::size_t targets, std::size_t sources)
{
    constexpr std::size_t fixed = 10, aligned = 64;
    std::string dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(sentences) + ", "
        + std::to_string(targets) + ", " + std::to_string(sources) + "), }";
    dictionary.append(aligned - (fixed + dictionary.size() + 1) % aligned, ' ');
    dictionary += '\n';
    std::string bytes(interchange::npyMagic);
    bytes += '\x01';
    bytes += '\0';
    bytes += static_cast<char>(dictionary.size() & 255);
    bytes += static_cast<char>(dictionary.size() >> 8);
    return bytes + dictionary;
}

void addNumber(std::string& bytes, float weight)
{
    const auto bits = std::bit_cast<std::uint32_t>(weight);
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(bits >> shift & 255);
}

} // namespace

std::string attentionToNpy(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::size_t targets = 0, sources = 0;
    for (const AttentionSnapshotPtr& snapshot : snapshots) {
        targets = std::max(targets, snapshot->targetTokens.size());
        sources = std::max(sources, snapshot->sourceTokens.size());
    }
    constexpr std::size_t most = std::size_t{1} << 30;
    if (targets > 0 && sources > 0 && snapshots.size() > most / targets / sources)
        throw Error(ErrorKind::Input,
                    {"NumPy array", "padded to the longest sentence it would be too large",
                     "at most " + std::to_string(most) + " numbers", "more", "Write fewer sentences at once."});
    std::string bytes = header(snapshots.size(), targets, sources);
    bytes.reserve(bytes.size() + snapshots.size() * targets * sources * sizeof(float));
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        for (std::size_t target = 0; target < targets; ++target)
            for (std::size_t source = 0; source < sources; ++source)
                addNumber(bytes,
                          target < snapshot->targetTokens.size() && source < snapshot->sourceTokens.size()
                              ? snapshot->weight(static_cast<std::int32_t>(target), static_cast<std::int32_t>(source))
                              : 0.0F);
    return bytes;
}

} // namespace alignoscope
