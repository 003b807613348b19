// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/xliff_pairs.h"

#include "corpus/formats/languages.h"
#include "corpus/formats/xml_root.h"
#include "corpus/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace alignoscope::corpus {
namespace {

constexpr std::array<std::string_view, 9> silentInXliff{"bpt", "ept", "it", "sub", "bx", "ex", "sc", "ec", "cp"};
constexpr std::array<std::string_view, 2> gapsInXliff{"ph", "x"};

using Segments = std::vector<std::pair<std::string, pugi::xml_node>>;

/// The <mrk mtype="seg"> inside, by their mid.
void collectSegments(const pugi::xml_node& element, Segments& found)
{
    for (const pugi::xml_node& child : element.children()) {
        if (localName(child) == "mrk" && std::string_view(child.attribute("mtype").value()) == "seg")
            found.emplace_back(child.attribute("mid").value(), child);
        else
            collectSegments(child, found);
    }
}

bool isUntranslated(const pugi::xml_node& target)
{
    return std::string_view(target.attribute("state").value()) == "needs-translation";
}

} // namespace

bool XliffPairs::isXliff(const Beginning& beginning)
{
    return xmlRoot(beginning.text) == "xliff";
}

XliffPairs::XliffPairs(TextFile& file, const ReadOptions& options)
    : m_options(options), m_units(file.text(), file.limits(), {"trans-unit", "unit"}, {"xliff", "file"}),
      m_wantedSource(options.sourceField), m_wantedTarget(options.targetField)
{
}

std::unique_ptr<PairReader> XliffPairs::open(TextFile& file, const ReadOptions& options)
{
    return std::make_unique<XliffPairs>(file, options);
}

void XliffPairs::remember(const std::string& language)
{
    constexpr std::size_t most = 500;
    const auto isKnown = [&](const std::string& one) { return languageFit(one, language) == LanguageFit::Exact; };
    if (!language.empty() && m_languages.size() < most && std::none_of(m_languages.begin(), m_languages.end(), isKnown))
        m_languages.push_back(language);
}

void XliffPairs::takeLanguages(const XmlPart& part)
{
    pugi::xml_document document;
    parseXml(document, std::string(part.text.substr(0, part.text.find_last_not_of("/>") + 1)) + "/>");
    const pugi::xml_node element = document.document_element();
    const auto take = [&](const char* one, const char* other, std::string& language) {
        const pugi::xml_attribute found = element.attribute(one) ? element.attribute(one) : element.attribute(other);
        if (found)
            language = found.value();
    };
    take("source-language", "srcLang", m_sourceLanguage);
    take("target-language", "trgLang", m_targetLanguage);
    remember(m_sourceLanguage);
    remember(m_targetLanguage);
    if (m_wantedSource.empty() && m_wantedTarget.empty()) { // the first file's
        m_wantedSource = m_sourceLanguage;
        m_wantedTarget = m_targetLanguage;
    }
}

bool XliffPairs::fits(const std::string& source, const std::string& target) const
{
    const auto is = [](const std::string& wanted, const std::string& there) {
        return wanted.empty() || there.empty() || languageFit(wanted, there) != LanguageFit::No;
    };
    return is(m_wantedSource, source) && is(m_wantedTarget, target);
}

void XliffPairs::add(const pugi::xml_node& source, const pugi::xml_node& target, std::int64_t line)
{
    Pair pair{sentenceOf(source, {silentInXliff, gapsInXliff}), {}, {}, line};
    if (!target)
        pair.fault = "there is no translation";
    else if (isUntranslated(target))
        pair.fault = "the translation is marked as still to be made";
    else
        pair.target = sentenceOf(target, {silentInXliff, gapsInXliff});
    if (pair.fault.empty() && !fits(m_sourceLanguage, m_targetLanguage)) {
        if (fits(m_targetLanguage, m_sourceLanguage))
            std::swap(pair.source, pair.target);
        else
            pair.fault = fmt::format("the unit is from '{}' to '{}'", m_sourceLanguage, m_targetLanguage);
    }
    m_ready.push_back(std::move(pair));
}

// What stands in <alt-trans> is another proposal, not the translation.
void XliffPairs::takeVersion1(const pugi::xml_node& unit, std::int64_t line)
{
    const pugi::xml_node source = childNamed(unit, "source"), target = childNamed(unit, "target");
    Segments sources, targets;
    collectSegments(childNamed(unit, "seg-source"), sources);
    collectSegments(target, targets);
    if (sources.empty() || targets.empty() || isUntranslated(target))
        return add(source, target, line);
    std::map<std::string, pugi::xml_node> byName(targets.begin(), targets.end());
    for (const auto& [name, segment] : sources)
        add(segment, byName[name], line);
}

void XliffPairs::takeVersion2(const pugi::xml_node& unit, std::int64_t line)
{
    for (const pugi::xml_node& child : unit.children())
        if (localName(child) == "segment")
            add(childNamed(child, "source"), childNamed(child, "target"), line);
}

void XliffPairs::takeUnit(const XmlPart& part)
{
    pugi::xml_document document;
    const std::string fault = part.fault.empty() ? parseXml(document, part.text) : part.fault;
    if (!fault.empty())
        m_ready.push_back({{}, {}, fault, part.line});
    else if (part.name == "unit")
        takeVersion2(document.document_element(), part.line);
    else
        takeVersion1(document.document_element(), part.line);
}

bool XliffPairs::next(PairRecord& record)
{
    for (XmlPart part; m_ready.empty() && m_units.next(part);) {
        if (part.isUnit)
            takeUnit(part);
        else
            takeLanguages(part);
    }
    if (m_ready.empty())
        return false;
    m_given = std::move(m_ready.front());
    m_ready.pop_front();
    record = {m_given.source, m_given.target, m_given.line, m_given.fault};
    return true;
}

void XliffPairs::describe(RawCorpus& corpus) const
{
    corpus.format = CorpusFormat::Xliff;
    corpus.fields = m_languages;
    corpus.sourceField = m_wantedSource.empty() ? m_sourceLanguage : m_wantedSource;
    corpus.targetField = m_wantedTarget.empty() ? m_targetLanguage : m_wantedTarget;
    if (m_units.declaresEntities())
        corpus.notes.emplace_back("The file declares entities of its own; they stay as they are written.");
}

} // namespace alignoscope::corpus
