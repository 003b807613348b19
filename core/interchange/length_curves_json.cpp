// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/length_curves.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>
#include <utility>

namespace alignoscope {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void notCurves(std::string where, std::string what, std::string expected = {}, std::string got = {})
{
    throw Error(ErrorKind::Input,
                {std::move(where), std::move(what), std::move(expected), std::move(got),
                 "Name files that evaluate or experiment lengths wrote."});
}

/// A number of a member, within bounds; `otherwise` where it is missing.
double number(const Json& object, const char* key, double least, double most, double otherwise,
              const std::string& where)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return otherwise;
    const std::string what = std::string("\"") + key + "\" is not what it should be";
    if (!found->is_number())
        notCurves(where, what, "a number", found->type_name());
    const double value = found->get<double>();
    if (!(value >= least && value <= most))
        notCurves(where, what, "a number from " + Json(least).dump() + " to " + Json(most).dump(), found->dump());
    return value;
}

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double manyWords = 1e6, manySentences = 1e15;

double required(const Json& object, const char* key, double least, double most, const std::string& where)
{
    const double value = number(object, key, least, most, missing, where);
    if (std::isnan(value))
        notCurves(where, std::string("\"") + key + "\" is missing");
    return value;
}

std::string text(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

LengthBucket bucketOf(const Json& json, const std::string& where)
{
    if (!json.is_object())
        notCurves(where, "this is not an object", "min, max, sentences and bleu", json.type_name());
    LengthBucket bucket;
    bucket.min = static_cast<int>(required(json, "min", 0, manyWords, where));
    bucket.max = static_cast<int>(required(json, "max", bucket.min, manyWords, where));
    bucket.sentences = static_cast<std::int64_t>(required(json, "sentences", 0, manySentences, where));
    bucket.bleu = required(json, "bleu", 0, 100.000001, where); // BLEU of equal texts may be rounded upwards
    return bucket;
}

LengthCurve curveOf(const Json& object, const std::string& where)
{
    LengthCurve curve;
    curve.label = text(object, "label");
    curve.attention = text(object, "attention");
    curve.trainedTo = static_cast<int>(number(object, "trained_to", 0, manyWords, 0, where));
    curve.bleu = number(object, "bleu", 0, 100.000001, -1, where);
    const Json& buckets = object["bleu_by_length"];
    if (!buckets.is_array())
        notCurves(where, "\"bleu_by_length\" is not a list", "a list", buckets.type_name());
    for (std::size_t i = 0; i < buckets.size(); ++i)
        curve.buckets.push_back(bucketOf(buckets[i], where + ", length " + std::to_string(i + 1)));
    std::ranges::sort(curve.buckets, {}, &LengthBucket::min);
    for (std::size_t i = 0; i < curve.buckets.size(); ++i) {
        if (i > 0 && curve.buckets[i].min <= curve.buckets[i - 1].max)
            notCurves(where, "two ranges of \"bleu_by_length\" overlap");
        curve.sentences += curve.buckets[i].sentences;
    }
    curve.sentences = static_cast<std::int64_t>(
        number(object, "sentences", 0, manySentences, static_cast<double>(curve.sentences), where));
    return curve;
}

void collect(const Json& json, const std::string& where, std::vector<LengthCurve>& curves)
{
    if (json.is_array()) {
        for (const Json& one : json)
            collect(one, where, curves);
        return;
    }
    if (!json.is_object())
        notCurves(where, "this is no result of an evaluation", "an object", json.type_name());
    if (const auto list = json.find("curves"); list != json.end())
        collect(*list, where, curves);
    else if (json.contains("bleu_by_length"))
        curves.push_back(curveOf(json, where));
    else
        notCurves(where, "\"bleu_by_length\" is missing");
}

/// The values of a text, one after another with white space between.
std::vector<Json> valuesOf(std::string_view text, const std::string& where)
{
    std::istringstream stream{std::string(text)};
    std::vector<Json> values;
    try {
        while (stream >> std::ws && stream.peek() != std::istringstream::traits_type::eof())
            stream >> values.emplace_back();
    } catch (const Json::exception& exception) {
        notCurves(where, std::string("this is not JSON: ") + exception.what());
    }
    return values;
}

Json toJson(const LengthCurve& curve)
{
    Json buckets = Json::array();
    for (const LengthBucket& bucket : curve.buckets)
        buckets.push_back(
            {{"min", bucket.min}, {"max", bucket.max}, {"sentences", bucket.sentences}, {"bleu", bucket.bleu}});
    Json json = {{"label", curve.label}};
    if (!curve.attention.empty())
        json["attention"] = curve.attention;
    if (curve.trainedTo > 0)
        json["trained_to"] = curve.trainedTo;
    json["sentences"] = curve.sentences;
    if (curve.bleu >= 0)
        json["bleu"] = curve.bleu;
    json["bleu_by_length"] = std::move(buckets);
    return json;
}

} // namespace

LengthCurve lengthCurve(std::string label, const EvaluationReport& report)
{
    LengthCurve curve;
    curve.label = std::move(label);
    curve.buckets = report.bleuByLength;
    curve.sentences = report.sentences;
    curve.bleu = report.bleu.score;
    return curve;
}

std::string lengthCurvesToJson(const std::vector<LengthCurve>& curves)
{
    Json list = Json::array();
    for (const LengthCurve& curve : curves)
        list.push_back(toJson(curve));
    return Json{{"curves", std::move(list)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<LengthCurve> lengthCurvesFromJson(std::string_view json, std::string_view where, std::string_view label)
{
    std::vector<LengthCurve> curves;
    for (const Json& value : valuesOf(json, std::string(where)))
        collect(value, std::string(where), curves);
    if (curves.empty())
        notCurves(std::string(where), "there is no curve in it");
    for (std::size_t i = 0; i < curves.size(); ++i)
        if (curves[i].label.empty())
            curves[i].label =
                curves.size() == 1 ? std::string(label) : std::string(label) + " " + std::to_string(i + 1);
    return curves;
}

std::vector<LengthCurve> readLengthCurves(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream || bytes.empty())
        notCurves(file.string(), "the file cannot be read or is empty");
    return lengthCurvesFromJson(bytes, file.string(), file.stem().string());
}

} // namespace alignoscope
