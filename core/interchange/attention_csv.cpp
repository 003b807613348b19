// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/attention_export.h"
#include "alignoscope/attention_shape.h"
#include "interchange/weight_text.h"

namespace alignoscope {

namespace {

/// A field as RFC 4180 quotes it: only where a comma, a quote or a line break makes it necessary.
std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"')
            field += '"';
        field += c;
    }
    return field + '"';
}

} // namespace

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

std::string attentionToPharaoh(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string lines;
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        lines += toPharaoh(likeliestLinks(*snapshot)) + '\n';
    return lines;
}

} // namespace alignoscope
