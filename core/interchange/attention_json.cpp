// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "interchange/json_depth.h"
#include "interchange/weight_text.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <utility>

namespace alignoscope {

namespace {

std::string jsonString(const std::string& text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonStrings(const std::vector<std::string>& texts)
{
    std::string list = "[";
    for (const std::string& text : texts)
        list += (list.size() > 1 ? ", " : "") + jsonString(text);
    return list + ']';
}

std::string jsonRows(const AttentionSnapshot& snapshot)
{
    std::string rows = "[";
    for (std::int32_t target = 0; target < snapshot.targets(); ++target) {
        std::string row;
        for (const float weight : snapshot.row(target))
            row += (row.empty() ? "" : ", ") + interchange::weightText(weight);
        rows.append(target > 0 ? ",\n    [" : "\n    [").append(row).append("]");
    }
    return rows + ']';
}

std::string jsonObject(const AttentionSnapshot& snapshot)
{
    return "{\"source\": " + jsonStrings(snapshot.sourceTokens) + ",\n   \"target\": "
        + jsonStrings(snapshot.targetTokens) + ",\n   \"attention\": " + jsonRows(snapshot) + '}';
}

constexpr auto advice = "Write a list of {\"source\": [tokens], \"target\": [tokens], \"attention\": [rows]}, with one "
                        "row a target token and one number a source token.";

[[noreturn]] void fail(std::string where, std::string what, std::string expected = {}, std::string got = {})
{
    throw Error(ErrorKind::Input, {std::move(where), std::move(what), std::move(expected), std::move(got), advice});
}

const nlohmann::json& member(const nlohmann::json& object, const char* key, const std::string& where)
{
    if (!object.is_object())
        fail(where, "this is not an object", "an object", object.type_name());
    const auto found = object.find(key);
    if (found == object.end())
        fail(where, std::string("\"") + key + "\" is missing");
    if (!found->is_array())
        fail(where, std::string("\"") + key + "\" is not a list", "a list", found->type_name());
    return *found;
}

std::vector<std::string> tokens(const nlohmann::json& object, const char* key, const std::string& where)
{
    std::vector<std::string> result;
    for (const nlohmann::json& token : member(object, key, where)) {
        if (!token.is_string())
            fail(where, std::string("\"") + key + "\" holds something that is no token", "strings", token.type_name());
        result.push_back(token.get<std::string>());
    }
    if (result.empty())
        fail(where, std::string("\"") + key + "\" has no tokens");
    return result;
}

float weight(const nlohmann::json& value, const std::string& where)
{
    // a little room for weights that were rounded when they were written
    constexpr double slack = 0.001;
    if (!value.is_number())
        fail(where, "a weight is not a number", "a number from 0 to 1", value.type_name());
    const double number = value.get<double>();
    if (!(number >= -slack && number <= 1 + slack))
        fail(where, "a weight is out of range", "a number from 0 to 1", value.dump());
    return static_cast<float>(number);
}

AttentionSnapshotPtr snapshotOf(const nlohmann::json& object, const std::string& where)
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->sentence = SentenceId{-1};
    snapshot->loss = std::numeric_limits<double>::quiet_NaN();
    snapshot->sourceTokens = tokens(object, "source", where);
    snapshot->targetTokens = tokens(object, "target", where);
    snapshot->sourceUnknown.assign(snapshot->sourceTokens.size(), false);
    const nlohmann::json& rows = member(object, "attention", where);
    if (rows.size() != snapshot->targetTokens.size())
        fail(where, "\"attention\" has the wrong number of rows",
             std::to_string(snapshot->targetTokens.size()) + " (one a target token)", std::to_string(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string rowWhere = where + ", row " + std::to_string(i + 1);
        if (!rows[i].is_array() || rows[i].size() != snapshot->sourceTokens.size())
            fail(rowWhere, "the row has the wrong length",
                 std::to_string(snapshot->sourceTokens.size()) + " numbers (one a source token)",
                 rows[i].is_array() ? std::to_string(rows[i].size()) : rows[i].type_name());
        for (const nlohmann::json& value : rows[i])
            snapshot->weights.push_back(weight(value, rowWhere));
    }
    return snapshot;
}

nlohmann::json parsed(std::string_view text, std::string_view where)
{
    constexpr int deepest = 64; // a list of objects of lists of lists needs four
    if (interchange::jsonDepth(text) > deepest)
        fail(std::string(where), "this is not JSON of attention: it is nested too deep",
             std::to_string(deepest) + " levels at most", "more");
    try {
        return nlohmann::json::parse(text.begin(), text.end());
    } catch (const nlohmann::json::exception& exception) {
        fail(std::string(where), std::string("this is not JSON: ") + exception.what());
    }
}

} // namespace

std::string attentionToJson(const std::vector<AttentionSnapshotPtr>& snapshots)
{
    std::string list = "[";
    for (const AttentionSnapshotPtr& snapshot : snapshots)
        list += (list.size() > 1 ? ",\n  " : "\n  ") + jsonObject(*snapshot);
    return list + "\n]\n";
}

std::vector<AttentionSnapshotPtr> attentionFromJson(std::string_view json, std::string_view where)
{
    const nlohmann::json document = parsed(json, where);
    if (!document.is_array())
        fail(std::string(where), "this is not a list of sentences", "a list", document.type_name());
    std::vector<AttentionSnapshotPtr> snapshots;
    for (const nlohmann::json& object : document)
        snapshots.push_back(
            snapshotOf(object, std::string(where) + ", sentence " + std::to_string(snapshots.size() + 1)));
    return snapshots;
}

} // namespace alignoscope
