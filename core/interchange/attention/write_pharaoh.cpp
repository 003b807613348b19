// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/attention_shape.h"
#include "interchange/attention/hard_links.h"

namespace alignoscope {

std::string attentionToPharaoh(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        lines += toPharaoh(likeliestLinks(*snapshot)) + '\n';
    return lines;
}

std::string attentionToPharaoh(const std::vector<AttentionSnapshotPtr>& snapshots, double threshold)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        lines += toPharaoh(interchange::linksFrom(*snapshot, threshold)) + '\n';
    return lines;
}

} // namespace alignoscope
