// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "interchange/attention/written_words.h"
#include "interchange/weight_text.h"

namespace alignoscope {

std::string attentionToNematus(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string blocks;
    std::size_t number = 0;
    for (const AttentionSnapshotPtr& snapshot : snapshots) {
        blocks += std::to_string(number++) + " ||| " + interchange::writtenWords(snapshot->targetTokens) + " ||| 0 ||| "
            + interchange::writtenWords(snapshot->sourceTokens) + " ||| " + std::to_string(snapshot->sources()) + ' '
            + std::to_string(snapshot->targets()) + '\n';
        for (std::int32_t target = 0; target < snapshot->targets(); ++target) {
            for (const float weight : snapshot->row(target))
                blocks += interchange::weightText(weight) + ' ';
            blocks += '\n';
        }
        blocks += '\n';
    }
    return blocks;
}

} // namespace alignoscope
