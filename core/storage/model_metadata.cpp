// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/model_metadata.h"

#include "alignoscope/error.h"
#include "storage/base64.h"
#include "storage/json_text.h"
#include "storage/run_config.h"

#include <charconv>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

constexpr auto modelFormat = "alignoscope-model", modelVersion = "1";
Error inputError(const std::string& where, std::string what, std::string expected = {}, std::string got = {},
                 std::string advice = "Take the metadata of a model that was exported as an example.")
{
    return {ErrorKind::Input, {where, std::move(what), std::move(expected), got.substr(0, 60), std::move(advice)}};
}

/// What is wrong with a part is told as of the file that was handed in, whatever reads the part.
template <class Read>
auto asInput(Read&& read)
{
    try {
        return read();
    } catch (const Error& error) {
        throw Error(ErrorKind::Input, error.problem());
    }
}

const std::string* find(const Metadata& metadata, const std::string& key)
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? nullptr : &found->second;
}

const std::string& require(const Metadata& metadata, const std::string& key, const std::filesystem::path& where)
{
    if (const std::string* text = find(metadata, key))
        return *text;
    throw inputError(where.string(), "its metadata has no \"" + key + '"');
}

void writeVocabulary(Metadata& metadata, const std::string& side, const Vocabulary& vocabulary)
{
    json tokens = json::array(), counts = json::array();
    for (std::int32_t i = 0; i < vocabulary.size(); ++i) {
        tokens.push_back(vocabulary.token(TokenId(i)));
        counts.push_back(vocabulary.count(TokenId(i)));
    }
    metadata[side + "_vocabulary"] = dumpJson(tokens);
    metadata[side + "_counts"] = dumpJson(counts);
}

/// A JSON list, as it stands in the metadata.
json readList(const std::string& text, const std::string& where)
{
    json list = asInput([&] { return parseJson(text, where, 1); });
    if (!list.is_array())
        throw inputError(where, "it is not a list", "a JSON list", text);
    return list;
}

std::vector<Vocabulary::Entry> readTokens(const std::string& text, const std::string& where)
{
    const json list = readList(text, where);
    const Vocabulary marks;
    std::vector<Vocabulary::Entry> entries;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].is_string())
            throw inputError(where, "token " + std::to_string(i) + " is not text", "a string", dumpJson(list[i]));
        const auto token = list[i].get<std::string>();
        if (i >= Vocabulary::marks)
            entries.push_back({token, 0});
        else if (const std::string& mark = marks.token(TokenId(static_cast<std::int32_t>(i))); token != mark)
            throw inputError(where, "token " + std::to_string(i) + " is not the mark that stands there", mark, token);
    }
    if (list.size() < Vocabulary::marks)
        throw inputError(where, "it does not begin with the three marks", "<unk>, <s>, </s>", text);
    return entries;
}

void readCounts(const std::string& text, const std::string& where, std::vector<Vocabulary::Entry>& entries)
{
    const json list = readList(text, where);
    if (list.size() != entries.size() + Vocabulary::marks)
        throw inputError(where, "it has not as many counts as there are tokens",
                         std::to_string(entries.size() + Vocabulary::marks), std::to_string(list.size()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const json& count = list[i + Vocabulary::marks];
        if (!count.is_number_unsigned() || count.get<std::uint64_t>() > std::uint64_t(1) << 62)
            throw inputError(where, "a count is not a number", "a whole number, 0 or more", dumpJson(count));
        entries[i].count = count.get<std::int64_t>();
    }
}

Vocabulary readVocabulary(const Metadata& metadata, const std::string& side, const std::filesystem::path& where)
{
    const std::string key = side + "_vocabulary", place = where.string() + ", " + key;
    auto entries = readTokens(require(metadata, key, where), place);
    if (const std::string* counts = find(metadata, side + "_counts"))
        readCounts(*counts, where.string() + ", " + side + "_counts", entries);
    try {
        return Vocabulary(std::move(entries));
    } catch (const Error& error) {
        throw inputError(place, error.problem().what, error.problem().expected, error.problem().got);
    }
}

void readSubwords(const Metadata& metadata, const std::string& side, const std::filesystem::path& where,
                  std::optional<SubwordModel>& model)
{
    const std::string* text = find(metadata, side + "_subwords");
    if (!text)
        return;
    const std::string place = where.string() + ", " + side + "_subwords";
    auto bytes = fromBase64(*text);
    if (!bytes)
        throw inputError(place, "it is no base64");
    model = asInput([&] { return SubwordModel::parse(std::move(*bytes), place); });
}

std::int64_t readStep(const Metadata& metadata, const std::filesystem::path& where)
{
    const std::string* text = find(metadata, "step");
    std::int64_t step = 0;
    if (!text)
        return step;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), step);
    if (error != std::errc() || end != text->data() + text->size() || step < 0 || step > std::int64_t(1) << 50)
        throw inputError(where.string() + ", step", "it is not a number of updates", "a whole number, 0 or more",
                         *text);
    return step;
}

} // namespace

Metadata metadataOf(const ModelDescription& description)
{
    Metadata metadata{
        {"format", modelFormat},
        {"version", modelVersion},
        {"program", ALIGNOSCOPE_VERSION},
        {"step", std::to_string(description.step)},
        {"model", modelText(description.model)},
        {"dataset", datasetText(description.dataset)},
    };
    writeVocabulary(metadata, "source", description.source);
    writeVocabulary(metadata, "target", description.target);
    if (const auto& subwords = description.dataset.text.sourceModel)
        metadata["source_subwords"] = base64(subwords->bytes());
    if (const auto& subwords = description.dataset.text.targetModel)
        metadata["target_subwords"] = base64(subwords->bytes());
    return metadata;
}

bool saysModel(const Metadata& metadata)
{
    const std::string* said = find(metadata, "format");
    return said && *said == modelFormat;
}

ModelDescription parseMetadata(const Metadata& metadata, const std::filesystem::path& where)
{
    if (!saysModel(metadata))
        throw inputError(where.string(), "it holds tensors, but does not say what model they are of",
                         "\"format\": \"" + std::string(modelFormat) + "\" in its metadata", {},
                         "A checkpoint of a run is opened with its folder; export it for a file that stands alone.");
    if (const std::string& made = require(metadata, "version", where); made != modelVersion)
        throw inputError(where.string(), "the model file has a version this Alignoscope does not know", modelVersion,
                         made, "Open it with the Alignoscope that made it, or a newer one.");
    ModelDescription description;
    description.model =
        asInput([&] { return parseModel(require(metadata, "model", where), where.string() + ", model"); });
    description.dataset =
        asInput([&] { return parseDataset(require(metadata, "dataset", where), where.string() + ", dataset"); });
    description.source = readVocabulary(metadata, "source", where);
    description.target = readVocabulary(metadata, "target", where);
    readSubwords(metadata, "source", where, description.dataset.text.sourceModel);
    readSubwords(metadata, "target", where, description.dataset.text.targetModel);
    description.step = readStep(metadata, where);
    return description;
}

} // namespace alignoscope::storage
