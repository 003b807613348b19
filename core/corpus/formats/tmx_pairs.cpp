// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/tmx_pairs.h"

#include "corpus/formats/languages.h"
#include "corpus/formats/xml_root.h"
#include "corpus/formats/xml_text.h"
#include "corpus/text_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace alignoscope::corpus {
namespace {

constexpr std::array<std::string_view, 4> silentInTmx{"bpt", "ept", "it", "sub"}, gapsInTmx{"ph", "ut", "x", "cf"};

/// The variant in a language, as exactly as there is one; null where there is none, `other` apart.
template <class Variants>
auto* variantIn(Variants& variants, const std::string& language, const void* other)
{
    for (const LanguageFit wanted : {LanguageFit::Exact, LanguageFit::Loose})
        for (auto& variant : variants)
            if (&variant != other && languageFit(language, variant.language) == wanted)
                return &variant;
    return static_cast<decltype(variants.data())>(nullptr);
}

} // namespace

bool TmxPairs::isTmx(const Beginning& beginning)
{
    return xmlRoot(beginning.text) == "tmx";
}

TmxPairs::TmxPairs(TextFile& file, const ReadOptions& options)
    : m_options(options), m_units(file.text(), file.limits(), {"tu"}, {"header"}),
      m_sourceLanguage(options.sourceField), m_targetLanguage(options.targetField)
{
}

std::unique_ptr<PairReader> TmxPairs::open(TextFile& file, const ReadOptions& options)
{
    return std::make_unique<TmxPairs>(file, options);
}

void TmxPairs::remember(const std::string& language)
{
    constexpr std::size_t most = 500;
    const auto isKnown = [&](const std::string& one) { return languageFit(one, language) == LanguageFit::Exact; };
    if (m_languages.size() < most && std::none_of(m_languages.begin(), m_languages.end(), isKnown))
        m_languages.push_back(language);
}

// Decided by the first unit with two languages: the header's, and the first other one.
void TmxPairs::chooseLanguages(const std::vector<Variant>& variants)
{
    const auto is = [](const std::string& wanted, const std::string& there) {
        return !wanted.empty() && languageFit(wanted, there) != LanguageFit::No;
    };
    std::string& source = m_sourceLanguage;
    std::string& target = m_targetLanguage;
    for (const Variant& one : variants)
        if (source.empty() && is(m_headerLanguage, one.language) && !is(target, one.language))
            source = one.language;
    for (const Variant& one : variants) {
        if (source.empty() && one.language != target)
            source = one.language;
        else if (target.empty() && one.language != source)
            target = one.language;
    }
    m_chosen = true;
}

std::string TmxPairs::readUnit(std::string_view text)
{
    pugi::xml_document document;
    if (std::string fault = parseXml(document, text); !fault.empty())
        return fault;
    std::vector<Variant> variants;
    for (const pugi::xml_node& child : document.document_element().children())
        if (child.type() == pugi::node_element && localName(child) == "tuv") {
            variants.push_back({languageOf(child), sentenceOf(childNamed(child, "seg"), {silentInTmx, gapsInTmx})});
            remember(variants.back().language);
        }
    if (variants.size() < 2)
        return variants.empty() ? "the unit has no text"
                                : fmt::format("the unit has one language only ('{}')", variants.front().language);
    if (m_sourceLanguage.empty() || m_targetLanguage.empty())
        chooseLanguages(variants);
    Variant* source = variantIn(variants, m_sourceLanguage, nullptr);
    Variant* target = variantIn(variants, m_targetLanguage, source);
    if (m_sourceLanguage.empty() || m_targetLanguage.empty())
        return fmt::format("the unit has one language only ('{}')", variants.front().language);
    if (source == nullptr || target == nullptr)
        return fmt::format("the unit has no '{}'", source == nullptr ? m_sourceLanguage : m_targetLanguage);
    m_source = std::move(source->text);
    m_target = std::move(target->text);
    return {};
}

bool TmxPairs::next(PairRecord& record)
{
    for (XmlPart part; m_units.next(part);) {
        if (!part.isUnit) {
            pugi::xml_document document;
            parseXml(document, std::string(part.text.substr(0, part.text.find_last_not_of("/>") + 1)) + "/>");
            const std::string language = document.document_element().attribute("srclang").value();
            if (language != "*all*")
                m_headerLanguage = language;
            continue;
        }
        record = {{}, {}, part.line, part.fault.empty() ? readUnit(part.text) : std::move(part.fault)};
        record.source = m_source;
        record.target = m_target;
        return true;
    }
    return false;
}

void TmxPairs::describe(RawCorpus& corpus) const
{
    corpus.format = CorpusFormat::Tmx;
    corpus.fields = m_languages;
    corpus.sourceField = m_sourceLanguage;
    corpus.targetField = m_targetLanguage;
    if (m_chosen && m_languages.size() > 2)
        corpus.notes.push_back(fmt::format("The languages are {}; read are '{}' and '{}'.",
                                           fmt::join(m_languages, ", "), m_sourceLanguage, m_targetLanguage));
    if (m_units.declaresEntities())
        corpus.notes.emplace_back("The file declares entities of its own; they stay as they are written.");
}

} // namespace alignoscope::corpus
