// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/po_pairs.h"

#include "corpus/formats/line_pairs.h"
#include "corpus/formats/one_line.h"
#include "corpus/formats/po_string.h"
#include "corpus/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace alignoscope::corpus {
namespace {

constexpr int mostForms = 16; ///< no language has more than six

/// "msgstr[2]" is form 2, "msgstr" form 0; -1 for anything else.
int formOf(std::string_view keyword)
{
    keyword.remove_prefix(std::string_view("msgstr").size());
    if (keyword.empty())
        return 0;
    int form = -1;
    const auto [end, error] = std::from_chars(keyword.data() + 1, keyword.data() + keyword.size(), form);
    const bool isWhole = error == std::errc() && end + 1 == keyword.data() + keyword.size() && *end == ']';
    return keyword.front() == '[' && isWhole && form < mostForms ? form : -1;
}

} // namespace

PoPairs::PoPairs(TextFile& file) : m_file(file), m_limit(file.limits().lineBytes) { }

std::unique_ptr<PairReader> PoPairs::open(TextFile& file, const ReadOptions&)
{
    return std::make_unique<PoPairs>(file);
}

bool PoPairs::areMessages(const Beginning& beginning)
{
    bool hasId = false;
    for (const std::string& line : firstLines(beginning)) {
        hasId = hasId || line.starts_with("msgid \"");
        if (hasId && line.starts_with("msgstr"))
            return true;
    }
    return false;
}

bool PoPairs::next(PairRecord& record)
{
    for (Line line; m_ready.empty() && !m_ended;) {
        m_ended = !m_file.next(line);
        if (m_ended)
            endEntry();
        else
            takeLine(line);
    }
    if (m_ready.empty())
        return false;
    m_given = std::move(m_ready.front());
    m_ready.pop_front();
    record = {m_given.source, m_given.target, m_given.line, m_given.fault};
    return true;
}

void PoPairs::takeLine(const Line& line)
{
    std::string_view text = withoutLeadingSpace(line.text);
    if (const std::string fault = lineFault(line); !fault.empty()) {
        if (m_entry.line == 0)
            m_entry.line = line.number;
        m_entry.fault = fault;
        m_begun = nullptr;
        return;
    }
    if (text.empty())
        return endEntry();
    const bool isObsolete = text.starts_with("#~");
    if (isObsolete) {
        text = withoutLeadingSpace(text.substr(2));
        if (text.starts_with('|') || text.empty()) // what it was before
            return;
    } else if (text.starts_with('#')) {
        return takeComment(text);
    }
    takeKeyword(text, line.number);
    m_entry.obsolete = m_entry.obsolete || isObsolete;
}

void PoPairs::takeComment(std::string_view text)
{
    if (!m_entry.translations.empty()) // of the next entry, which no empty line sets apart
        endEntry();
    if (text.starts_with("#,") && text.find("fuzzy") != std::string_view::npos)
        m_entry.fuzzy = true;
    m_begun = nullptr;
}

void PoPairs::takeKeyword(std::string_view text, std::int64_t line)
{
    if (text.starts_with('"'))
        return takeString(text);
    const std::string_view keyword = text.substr(0, text.find_first_of(" \t\""));
    if (keyword == "domain")
        return endEntry();
    m_begun = begin(keyword, line);
    if (m_begun != nullptr)
        return takeString(withoutLeadingSpace(text.substr(keyword.size())));
    if (m_entry.line == 0)
        m_entry.line = line;
    m_entry.fault = fmt::format("line {} begins with no word that PO knows", line);
}

std::string* PoPairs::begin(std::string_view keyword, std::int64_t line)
{
    const bool isFirst = keyword == "msgid" || keyword == "msgctxt";
    if (isFirst && (!m_entry.translations.empty() || (keyword == "msgid" && m_entry.hasId)))
        endEntry();
    if (m_entry.line == 0)
        m_entry.line = line;
    if (keyword == "msgctxt")
        return &m_entry.context;
    if (keyword == "msgid") {
        m_entry.hasId = true;
        return &m_entry.id;
    }
    if (keyword == "msgid_plural")
        return &m_entry.plural;
    const int form = keyword.starts_with("msgstr") ? formOf(keyword) : -1;
    return form < 0 ? nullptr : &m_entry.translations[form];
}

void PoPairs::takeString(std::string_view text)
{
    if (m_begun == nullptr)
        return;
    if (m_begun->size() + text.size() > m_limit)
        m_entry.fault = tooLong("entry", m_begun->size() + text.size(), m_limit);
    else if (!appendPoString(*m_begun, text))
        m_entry.fault = "a string does not end with a quote";
}

void PoPairs::endEntry()
{
    m_begun = nullptr;
    Entry entry = std::exchange(m_entry, {});
    const bool isHeader = entry.hasId && entry.id.empty() && entry.context.empty();
    if (entry.line == 0 || (isHeader && entry.fault.empty()))
        return;
    if (entry.fault.empty()) {
        if (!entry.hasId)
            entry.fault = "a translation without its msgid";
        else if (entry.obsolete)
            entry.fault = "the entry is obsolete";
        else if (entry.fuzzy)
            entry.fault = "the translation is marked as fuzzy";
    }
    const auto isEmpty = [](const auto& one) { return one.second.empty(); };
    if (entry.fault.empty() && std::all_of(entry.translations.begin(), entry.translations.end(), isEmpty))
        entry.fault = "there is no translation";
    if (!entry.fault.empty()) {
        m_ready.push_back({{}, {}, std::move(entry.fault), entry.line});
        return;
    }
    for (auto& [form, translation] : entry.translations) {
        Pair pair{form > 0 && !entry.plural.empty() ? entry.plural : entry.id, std::move(translation), {}, entry.line};
        makeOneLine(pair.source);
        makeOneLine(pair.target);
        m_ready.push_back(std::move(pair));
    }
}

void PoPairs::describe(RawCorpus& corpus) const
{
    corpus.format = CorpusFormat::Po;
    corpus.sourceField = "msgid";
    corpus.targetField = "msgstr";
}

} // namespace alignoscope::corpus
