// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/states.h"
#include "interchange/csv_field.h"
#include "interchange/weight_text.h"

namespace alignoscope {

namespace {

using interchange::csvField;
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

void addLayer(std::string& table, const char* layer, const std::vector<std::string>& tokens, const LayerStates& states)
{
    addTokens(table, layer, tokens);
    addMatrix(table, layer, "update gate", states.updateGate);
    addMatrix(table, layer, "reset gate", states.resetGate);
    addMatrix(table, layer, "candidate", states.candidate);
    addMatrix(table, layer, "state", states.state);
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
    addLayer(table, "encoder forwards", states.source, states.encoderForward);
    addLayer(table, "encoder backwards", states.source, states.encoderBackward);
    addLayer(table, "decoder", states.target, states.decoder);
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
