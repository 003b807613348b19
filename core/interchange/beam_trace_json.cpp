// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/beam_trace.h"
#include "interchange/weight_text.h"

#include <nlohmann/json.hpp>

namespace alignoscope {

namespace {

using nlohmann::ordered_json;

std::string text(const ordered_json& value)
{
    return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

const char* nameOf(BeamTrace::Fate fate)
{
    switch (fate) {
    case BeamTrace::Fate::Kept:
        return "kept";
    case BeamTrace::Fate::Pruned:
        return "pruned";
    case BeamTrace::Fate::Finished:
        return "finished";
    case BeamTrace::Fate::Cut:
        break;
    }
    return "cut";
}

std::string row(std::span<const float> weights)
{
    std::string list = "[";
    for (const float weight : weights)
        list += (list.size() > 1 ? ", " : "") + interchange::weightText(weight);
    return list + ']';
}

std::string nodeText(const BeamTrace& trace, int at)
{
    const BeamTrace::Node& node = trace.node(at);
    if (at == 0)
        return R"({"step": 0})";
    const auto number = [](double value) { return text(value); };
    std::string line = "{\"step\": " + std::to_string(node.step) + ", \"parent\": " + std::to_string(node.parent)
        + ", \"token\": " + text(node.token) + ", \"wordLogProbability\": " + number(node.wordLogProbability)
        + ", \"logProbability\": " + number(node.logProbability) + ", \"score\": " + number(node.score)
        + ", \"fate\": \"" + nameOf(node.fate) + "\", \"place\": " + std::to_string(node.place);
    if (node.rank > 0)
        line += ", \"rank\": " + std::to_string(node.rank);
    return line + ", \"attention\": " + row(trace.attentionRow(at)) + '}';
}

} // namespace

std::string beamTraceToJson(const BeamTrace& trace)
{
    std::string json = "{\"source\": " + text(trace.source) + ",\n \"sourceUnknown\": " + text(trace.sourceUnknown)
        + ",\n \"modelStep\": " + std::to_string(trace.modelStep) + ", \"beam\": " + std::to_string(trace.beam)
        + ", \"likeliest\": " + std::to_string(trace.likeliest) + ", \"lengthPenalty\": " + text(trace.lengthPenalty)
        + ",\n \"hypotheses\": " + text(trace.hypotheses) + ",\n \"nodes\": [";
    for (int at = 0; at < static_cast<int>(trace.nodes.size()); ++at)
        json += (at > 0 ? ",\n  " : "\n  ") + nodeText(trace, at);
    return json + "\n ]}\n";
}

} // namespace alignoscope
