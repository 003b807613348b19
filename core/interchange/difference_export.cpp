// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_difference.h"
#include "alignoscope/attention_export.h"
#include "alignoscope/csv_field.h"
#include "interchange/weight_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace alignoscope {
namespace {

using nlohmann::ordered_json;

std::string jsonText(const ordered_json& value)
{
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Shortest text of the number; null for not-a-number.
std::string jsonRows(const AttentionDifference& difference)
{
    std::string rows = "[";
    for (std::size_t row = 0; row < difference.targets.size(); ++row) {
        std::string line;
        for (std::size_t column = 0; column < difference.sources.size(); ++column) {
            const float value = difference.values[row * difference.sources.size() + column];
            line += (line.empty() ? "" : ", ") + (std::isnan(value) ? "null" : interchange::weightText(value));
        }
        rows.append(row > 0 ? ",\n    [" : "\n    [").append(line).append("]");
    }
    return rows + ']';
}

std::string jsonPicture(const AttentionSnapshot& snapshot)
{
    // attentionToJson writes a list of one
    const std::string list = attentionToJson({std::make_shared<const AttentionSnapshot>(snapshot)});
    const auto first = list.find('{'), last = list.rfind('}');
    return list.substr(first, last - first + 1);
}

ordered_json pairs(const std::vector<TokenPair>& tokens)
{
    ordered_json list = ordered_json::array();
    for (const TokenPair& pair : tokens)
        list.push_back({pair.left < 0 ? ordered_json() : ordered_json(pair.left),
                        pair.right < 0 ? ordered_json() : ordered_json(pair.right)});
    return list;
}

ordered_json loss(double value)
{
    return std::isfinite(value) ? ordered_json(value) : ordered_json();
}

} // namespace

std::string differenceToCsv(const AttentionDifference& difference)
{
    std::string table;
    for (const std::string& token : difference.sourceTokens)
        table += ',' + csvField(token);
    table += "\r\n";
    for (std::size_t row = 0; row < difference.targets.size(); ++row) {
        table += csvField(difference.targetTokens[row]);
        for (std::size_t column = 0; column < difference.sources.size(); ++column) {
            const float value = difference.values[row * difference.sources.size() + column];
            table += ',' + (std::isnan(value) ? std::string() : interchange::weightText(value));
        }
        table += "\r\n";
    }
    return table;
}

std::string differenceToJson(const AttentionSnapshot& left, const AttentionSnapshot& right,
                             const AttentionDifference& difference)
{
    const ordered_json summary = {{"wordsCompared", difference.wordsCompared},
                                  {"wordsLeft", difference.wordsLeft},
                                  {"wordsRight", difference.wordsRight},
                                  {"meanTotalVariation", difference.meanTotalVariation},
                                  {"movedPeaks", difference.movedPeaks},
                                  {"lossLeft", loss(left.loss)},
                                  {"lossRight", loss(right.loss)}};
    return "{\"left\": " + jsonPicture(left) + ",\n \"right\": " + jsonPicture(right) + ",\n \"source\": "
        + jsonText(difference.sourceTokens) + ",\n \"sourcePairs\": " + jsonText(pairs(difference.sources))
        + ",\n \"target\": " + jsonText(difference.targetTokens)
        + ",\n \"targetPairs\": " + jsonText(pairs(difference.targets)) + ",\n \"difference\": " + jsonRows(difference)
        + ",\n \"summary\": " + jsonText(summary) + "}\n";
}

} // namespace alignoscope
