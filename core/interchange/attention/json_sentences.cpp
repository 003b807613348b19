// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/json_sentences.h"

#include "alignoscope/error.h"
#include "interchange/attention/fields.h"
#include "interchange/json_depth.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace alignoscope::interchange {

namespace {

using nlohmann::json;

constexpr std::string_view jsonBlanks = " \t\r\n";
constexpr std::array sourceNames{"source", "source_tokens", "src", "src_tokens"};
constexpr std::array targetNames{"target", "target_tokens", "tgt", "tgt_tokens", "tokens"};
constexpr std::array weightNames{"attention", "attentions", "weights"};

/// Why a sentence cannot be read.
struct Fault {
    std::string reason;
};

template <std::size_t N>
const json& member(const json& object, const std::array<const char*, N>& names)
{
    for (const char* name : names)
        if (const auto found = object.find(name); found != object.end())
            return *found;
    throw Fault{std::string("\"") + names.front() + "\" is missing"};
}

Words namedWords(const json& value, const char* name, RawAttention& attention)
{
    if (value.is_string()) {
        attention.assume("Sentences given as text were divided at spaces.");
        return wordList(value.get_ref<const std::string&>());
    }
    Words words;
    if (!value.is_array())
        throw Fault{std::string("\"") + name + "\" is not a list of words"};
    for (const json& word : value) {
        if (!word.is_string())
            throw Fault{std::string("\"") + name + "\" holds something that is no word"};
        words.push_back(word.get<std::string>());
    }
    return words;
}

void addWeights(const json& rows, RawSentence& sentence, RawAttention& attention)
{
    if (!rows.is_array())
        throw Fault{"\"attention\" is not a list of rows"};
    for (const json& row : rows) {
        const std::string where = "row " + std::to_string(sentence.rows + 1);
        if (!row.is_array())
            throw Fault{where + " is not a list of numbers"};
        if (!row.empty() && row.front().is_array())
            throw Fault{"\"attention\" has three levels; give one matrix, of one head or the mean of them"};
        attention.spend(static_cast<std::int64_t>(row.size()));
        for (const json& weight : row) {
            if (!weight.is_number())
                throw Fault{where + ": a weight is not a number"};
            sentence.weights.push_back(weight.get<float>());
        }
        if (std::string problem = addRow(sentence, row.size()); !problem.empty())
            throw Fault{std::move(problem)};
    }
}

/// The objects of a list or of lines, one at a time, so that only one is held taken apart.
class Objects {
public:
    Objects(std::string_view text, RawAttention& attention) : m_text(text), m_attention(attention)
    {
        passBlanks();
        m_list = !m_text.empty() && m_text.front() == '[';
        if (m_list)
            m_text.remove_prefix(1);
    }

    /// The next one's text; nothing at the end. Throws Error(Input) where the list itself is broken.
    std::string_view next()
    {
        passBlanks();
        if (m_list && !m_text.empty() && m_text.front() == ']')
            m_text.remove_prefix(1), passBlanks(), m_list = false, m_ended = true;
        if (m_ended && !m_text.empty())
            m_attention.fail("something follows the list", "the end of the file", "line " + std::to_string(m_line));
        if (m_text.empty()) {
            if (m_list)
                m_attention.fail("the list has no end", "]", "the end of the file");
            return {};
        }
        separate();
        const std::string_view value = firstJsonValue(m_text);
        m_begins = m_line;
        pass(value.size());
        m_first = false;
        return value;
    }
    [[nodiscard]] std::int64_t line() const { return m_begins; }

private:
    std::string_view m_text;
    RawAttention& m_attention;
    bool m_list = false, m_ended = false, m_first = true;
    std::int64_t m_line = 1, m_begins = 1;

    void pass(std::size_t bytes)
    {
        m_line += std::ranges::count(m_text.substr(0, bytes), '\n');
        m_text.remove_prefix(bytes);
    }
    void passBlanks() { pass(std::min(m_text.find_first_not_of(jsonBlanks), m_text.size())); }
    void separate()
    {
        if (m_list && !m_first) {
            if (m_text.front() != ',')
                m_attention.fail("the list is broken in line " + std::to_string(m_line), "a comma", "");
            pass(1);
            passBlanks();
        }
        if (m_text.empty() || m_text.front() != '{')
            m_attention.fail("this is no list of sentences", "an object { … } in line " + std::to_string(m_line),
                             m_text.empty() ? "the end of the file" : std::string(1, m_text.front()));
    }
};

json parsed(std::string_view text, const RawAttention& attention)
{
    if (jsonDepth(text) > attention.options().limits.depth)
        throw Fault{"it is nested more than " + std::to_string(attention.options().limits.depth)
                    + " levels deep (the limit 'depth')"};
    try {
        return json::parse(text.begin(), text.end());
    } catch (const json::exception& exception) {
        throw Fault{std::string("it is not JSON: ") + exception.what()};
    }
}

class Sentences {
public:
    explicit Sentences(RawAttention& attention) : m_attention(attention) { }

    void take(std::string_view text, std::int64_t line)
    {
        const std::int64_t place = m_place++;
        try {
            const json object = parsed(text, m_attention);
            const auto hypotheses = object.find("hypotheses");
            if (hypotheses == object.end()) {
                add(object, object, line, place);
                return;
            }
            for (const json& hypothesis : *hypotheses)
                add(object, hypothesis, line, place);
            if (hypotheses->size() > 1)
                m_attention.assume("This is an n-best list: every hypothesis is a sentence of its own.");
        } catch (const Fault& fault) {
            m_attention.skip(line, "sentence " + std::to_string(place + 1) + ": " + fault.reason);
        } catch (const json::exception& exception) {
            m_attention.skip(line, "sentence " + std::to_string(place + 1) + ": " + exception.what());
        }
    }

private:
    RawAttention& m_attention;
    std::int64_t m_place = 0;

    void add(const json& sides, const json& target, std::int64_t line, std::int64_t place)
    {
        RawSentence sentence;
        sentence.line = line;
        sentence.textLine = place;
        sentence.source = namedWords(member(sides, sourceNames), "source", m_attention);
        sentence.target = namedWords(member(target, targetNames), "target", m_attention);
        addWeights(member(target, weightNames), sentence, m_attention);
        m_attention.add(std::move(sentence));
    }
};

} // namespace

bool looksLikeAttentionJson(std::string_view head)
{
    const std::size_t first = head.find_first_not_of(jsonBlanks);
    if (first == std::string_view::npos || (head[first] != '{' && head[first] != '['))
        return false;
    if (head[first] == '[') { // a list of nothing is nothing's list: of attention as well
        const std::size_t second = head.find_first_not_of(jsonBlanks, first + 1);
        if (second != std::string_view::npos && head[second] == ']')
            return true;
    }
    return std::ranges::any_of(weightNames, [head](const char* name) {
        return head.find('"' + std::string(name) + '"') != std::string_view::npos;
    });
}

void readJsonSentences(std::string_view text, RawAttention& attention)
{
    attention.format = AttentionFormat::Json;
    Objects objects(text, attention);
    Sentences sentences(attention);
    while (!attention.full()) {
        const std::string_view object = objects.next();
        if (object.empty())
            break;
        sentences.take(object, objects.line());
    }
}

} // namespace alignoscope::interchange
