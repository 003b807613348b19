// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/state_curves.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace alignoscope {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void noLimit(std::string_view name)
{
    throw Error(ErrorKind::Usage,
                {"attention limit", "this is no number of states", "all, best:K or window:K with K of 1 or more",
                 "\"" + std::string(name) + "\"", ""});
}

StatePoint pointOf(const Json& json)
{
    StatePoint point;
    point.limit = stateLimit(json.at("limit").get<std::string>());
    point.bleu = json.at("bleu").get<double>();
    point.loss = json.at("loss").get<double>();
    if (const auto aer = json.find("aer"); aer != json.end() && !aer->is_null())
        point.aer = aer->get<double>();
    return point;
}

} // namespace

std::string name(const StateLimitOptions& limit)
{
    switch (limit.limit) {
    case StateLimit::Best:
        return "best:" + std::to_string(limit.states);
    case StateLimit::Window:
        return "window:" + std::to_string(limit.states);
    default:
        return "all";
    }
}

StateLimitOptions stateLimit(std::string_view name)
{
    if (name == "all")
        return {};
    StateLimitOptions limit;
    std::string_view number;
    for (const auto& [word, kind] : {std::pair<std::string_view, StateLimit>{"best:", StateLimit::Best},
                                     std::pair<std::string_view, StateLimit>{"window:", StateLimit::Window}})
        if (name.starts_with(word)) {
            limit.limit = kind;
            number = name.substr(word.size());
        }
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), limit.states);
    if (number.empty() || problem != std::errc() || end != number.data() + number.size() || limit.states < 1
        || limit.states > 10000)
        noLimit(name);
    return limit;
}

std::string stateCurveToJson(const StateCurve& curve)
{
    Json points = Json::array();
    for (const StatePoint& point : curve.points) {
        Json json = {{"limit", name(point.limit)}, {"bleu", point.bleu}, {"loss", point.loss}};
        if (point.aer)
            json["aer"] = *point.aer;
        points.push_back(std::move(json));
    }
    return Json{{"label", curve.label}, {"sentences", curve.sentences}, {"points", std::move(points)}}.dump(
               2, ' ', false, Json::error_handler_t::replace)
        + "\n";
}

StateCurve stateCurveFromJson(std::string_view json, std::string_view where)
{
    try {
        const Json document = Json::parse(json.begin(), json.end());
        StateCurve curve{document.at("label").get<std::string>(), document.at("sentences").get<std::int64_t>(), {}};
        for (const Json& point : document.at("points"))
            curve.points.push_back(pointOf(point));
        return curve;
    } catch (const Json::exception& exception) {
        throw Error(ErrorKind::Input,
                    {std::string(where), std::string("this is no curve over numbers of states: ") + exception.what(),
                     "", "", "Name a file that experiment states wrote."});
    } catch (const Error& error) {
        throw Error(ErrorKind::Input,
                    {std::string(where), error.problem().what, error.problem().expected, error.problem().got,
                     "Name a file that experiment states wrote."});
    }
}

} // namespace alignoscope
