// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/csv_field.h"
#include "alignoscope/states.h"
#include "interchange/weight_text.h"

namespace alignoscope {

namespace {

using interchange::weightText;

void addTokens(std::string& table, const char* layer, const std::vector<std::string>& tokens)
{
    table += std::string(layer) + ",token,";
    for (const std::string& token : tokens)
        table += ',' + csvField(token);
    table += "\r\n";
}

void addMatrix(std::string& table, const char* layer, const char* what, const UnitMatrix& matrix)
{
    for (std::int32_t unit = 0; unit < matrix.units; ++unit) {
        table += std::string(layer) + ',' + what + ',' + std::to_string(unit + 1);
        for (const float value : matrix.unit(unit))
            table += ',' + weightText(value);
        table += "\r\n";
    }
}

/// "encoder forwards", of several layers "encoder 2 forwards".
std::string layerName(const LayerStates& layer, bool several)
{
    const std::string number = several ? " " + std::to_string(layer.number) : "";
    if (layer.reading == Reading::Writing)
        return "decoder" + number;
    return "encoder" + number + (layer.reading == Reading::Forwards ? " forwards" : " backwards");
}

void addLayer(std::string& table, const SentenceStates& states, const LayerStates& layer)
{
    const std::string name = layerName(layer, states.layers.back().number > 1);
    addTokens(table, name.c_str(), layer.reading == Reading::Writing ? states.target : states.source);
    for (const LayerStates::One& one : layer.quantities)
        addMatrix(table, name.c_str(), std::string(alignoscope::name(one.what)).c_str(), one.values);
}

void addPoint(std::string& table, const char* from, std::int32_t sentence, std::size_t position,
              const std::string& token, const StateMap::Point& point)
{
    table += std::string(from) + ',' + std::to_string(sentence) + ',' + std::to_string(position) + ',' + csvField(token)
        + ',' + weightText(static_cast<float>(point.x)) + ',' + weightText(static_cast<float>(point.y)) + "\r\n";
}

} // namespace

std::string statesToCsv(const SentenceStates& states)
{
    std::string table = "layer,what,unit\r\n";
    for (const LayerStates& layer : states.layers)
        addLayer(table, states, layer);
    return table;
}

std::string stateMapToCsv(const StateMap& map, const SentenceStates* states, const std::vector<PlacedToken>& placed)
{
    std::string table = "from,sentence,position,token,x,y\r\n";
    for (std::size_t j = 0; states && j < placed.size(); ++j)
        addPoint(table, "sentence", 1, j + 1, states->source[j], placed[j].point);
    for (std::size_t i = 0; i < map.tokens.size(); ++i)
        addPoint(table, "training", map.tokens[i].sentence + 1, static_cast<std::size_t>(map.tokens[i].position) + 1,
                 map.word(static_cast<std::int32_t>(i)), map.points[i]);
    return table;
}

} // namespace alignoscope
