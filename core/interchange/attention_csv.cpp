// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/csv_field.h"
#include "interchange/weight_text.h"

namespace alignoscope {

std::string attentionToCsv(const AttentionSnapshot& snapshot)
{
    std::string table;
    for (const std::string& token : snapshot.sourceTokens)
        table += ',' + csvField(token);
    table += "\r\n";
    for (std::int32_t target = 0; target < snapshot.targets(); ++target) {
        table += csvField(snapshot.targetTokens[static_cast<std::size_t>(target)]);
        for (const float weight : snapshot.row(target))
            table += ',' + interchange::weightText(weight);
        table += "\r\n";
    }
    return table;
}

} // namespace alignoscope
