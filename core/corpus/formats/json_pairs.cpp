// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/json_pairs.h"

#include "corpus/formats/languages.h"
#include "corpus/formats/one_line.h"
#include "corpus/text_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace alignoscope::corpus {
namespace {

using Json = nlohmann::ordered_json;

/// `object` has been seen to be no deeper than the limit.
template <class Found>
void forTexts(const Json& value, const std::string& path, Found&& found)
{
    if (value.is_string())
        return found(path, value.get_ref<const std::string&>());
    if (!value.is_structured())
        return;
    for (const auto& [key, inner] : value.items())
        forTexts(inner, path.empty() ? key : path + '.' + key, found);
}

/// A line that holds all of an object: then every object has its own.
bool standInLines(std::string_view head)
{
    std::string_view rest = withoutLeadingSpace(head), line;
    return rest.starts_with('{') && takeLine(rest, line) && Json::accept(line);
}

} // namespace

bool JsonPairs::areObjects(const Beginning& beginning)
{
    std::string_view text = withoutLeadingSpace(beginning.text);
    if (text.starts_with('['))
        text = withoutLeadingSpace(text.substr(1));
    if (!text.starts_with('{'))
        return false;
    text = withoutLeadingSpace(text.substr(1));
    return text.starts_with('"') || text.starts_with('}');
}

JsonPairs::JsonPairs(TextFile& file, const ReadOptions& options)
    : m_options(options), m_objects(file.text(), file.limits(), standInLines(file.head())),
      m_source(options.sourceField), m_target(options.targetField)
{
}

std::unique_ptr<PairReader> JsonPairs::open(TextFile& file, const ReadOptions& options)
{
    return std::make_unique<JsonPairs>(file, options);
}

std::string JsonPairs::readFields(std::string_view text)
{
    m_fields.clear();
    try {
        forTexts(Json::parse(text), {}, [&](const std::string& path, const std::string& value) {
            remember(path);
            m_fields.emplace_back(path, value);
        });
    } catch (const Json::parse_error& error) {
        return fmt::format("this is not valid JSON at byte {}", error.byte);
    } catch (const Json::exception&) {
        return "this is not valid JSON";
    }
    return {};
}

void JsonPairs::remember(const std::string& path)
{
    constexpr std::size_t most = 500;
    if (m_paths.size() < most && std::find(m_paths.begin(), m_paths.end(), path) == m_paths.end())
        m_paths.push_back(path);
}

// Decided by the first object that has two texts.
void JsonPairs::chooseFields()
{
    if (m_fields.size() < 2 || (!m_source.empty() && !m_target.empty()))
        return;
    std::vector<std::string> names;
    for (const Field& one : m_fields)
        names.push_back(one.first);
    const auto sides = namesOfSides(names);
    std::string source = names[sides ? sides->first : 0], target = names[sides ? sides->second : 1];
    if (!m_source.empty() && m_source == target)
        target = source;
    if (!m_target.empty() && m_target == source)
        source = target;
    if (m_source.empty())
        m_source = source;
    if (m_target.empty())
        m_target = target;
    m_note = fmt::format("The fields '{}' and '{}' are taken as the two sides.", m_source, m_target);
}

std::string* JsonPairs::field(const std::string& path)
{
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& one) { return one.first == path; });
    return found == m_fields.end() ? nullptr : &found->second;
}

std::string JsonPairs::missing(const std::string& path) const
{
    return path.empty() ? "the object has less than two fields of text"
                        : fmt::format("the object has no text in a field '{}'", path);
}

bool JsonPairs::next(PairRecord& record)
{
    JsonText object;
    if (!m_objects.next(object))
        return false;
    record = {{}, {}, object.line, std::move(object.fault)};
    if (!record.fault.empty())
        return true;
    record.fault = readFields(object.text);
    if (!record.fault.empty())
        return true;
    chooseFields();
    for (const bool isSource : {true, false}) {
        const std::string& path = isSource ? m_source : m_target;
        std::string* text = path.empty() ? nullptr : field(path);
        if (text == nullptr) {
            record.fault = missing(path);
            return true;
        }
        makeOneLine(*text);
        (isSource ? record.source : record.target) = *text;
    }
    return true;
}

void JsonPairs::describe(RawCorpus& corpus) const
{
    corpus.format = CorpusFormat::JsonLines;
    corpus.fields = m_paths;
    corpus.sourceField = m_source;
    corpus.targetField = m_target;
    if (!m_note.empty())
        corpus.notes.push_back(m_note);
}

} // namespace alignoscope::corpus
