// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/languages.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <set>

namespace alignoscope::corpus {
namespace {

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        if (c == '_')
            return '-';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
    });
    return lower;
}

std::set<std::string, std::less<>> allLanguages()
{
    std::set<std::string, std::less<>> all;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
        all.insert(*code);
        if (const std::string longer = uloc_getISO3Language(*code); !longer.empty())
            all.insert(longer);
        std::array<UChar, 64> name{};
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t size =
            uloc_getDisplayLanguage(*code, "en", name.data(), static_cast<std::int32_t>(name.size()), &status);
        std::string letters(name.begin(), name.begin() + (U_SUCCESS(status) ? size : 0));
        if (std::all_of(letters.begin(), letters.end(), [](char c) { return c > ' ' && c < 0x7F; }))
            all.insert(lowered(letters));
    }
    return all;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> sides{{{"source", "target"},
                                                                               {"src", "tgt"},
                                                                               {"src", "trg"},
                                                                               {"src", "target"},
                                                                               {"source", "translation"},
                                                                               {"text", "translation"},
                                                                               {"original", "translation"},
                                                                               {"sentence1", "sentence2"},
                                                                               {"source text", "target text"},
                                                                               {"input", "output"},
                                                                               {"src", "ref"},
                                                                               {"question", "answer"}}};

std::string_view lastPart(std::string_view path)
{
    return path.substr(path.rfind('.') + 1);
}

std::string_view prefix(std::string_view path)
{
    return path.substr(0, path.size() - lastPart(path).size());
}

/// The places of those names below one field that are languages; "id" is Indonesian only where it must be.
std::vector<std::size_t> languagesUnder(const std::vector<std::string>& names, std::string_view field)
{
    std::vector<std::size_t> languages;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (prefix(names[i]) == field && isLanguage(lastPart(names[i])))
            languages.push_back(i);
    const auto isNumbering = [&](std::size_t i) { return lowered(lastPart(names[i])) == "id"; };
    if (languages.size() > 2)
        languages.erase(std::remove_if(languages.begin(), languages.end(), isNumbering), languages.end());
    return languages;
}

} // namespace

LanguageFit languageFit(std::string_view wanted, std::string_view there)
{
    const std::string one = lowered(wanted), other = lowered(there);
    if (one == other)
        return LanguageFit::Exact;
    const bool isLoose = one.find('-') == std::string::npos || other.find('-') == std::string::npos;
    return isLoose && one.substr(0, one.find('-')) == other.substr(0, other.find('-')) ? LanguageFit::Loose
                                                                                       : LanguageFit::No;
}

bool isLanguage(std::string_view name)
{
    static const std::set<std::string, std::less<>> all = allLanguages();
    const std::string lower = lowered(name);
    if (all.contains(lower))
        return true;
    const std::size_t cut = lower.find('-');
    return cut != std::string::npos && lower.size() <= cut + 5 && all.contains(std::string_view(lower).substr(0, cut));
}

std::optional<std::pair<std::size_t, std::size_t>> namesOfSides(const std::vector<std::string>& names)
{
    const auto at = [&](std::string_view wanted) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (lowered(lastPart(names[i])) == wanted)
                return i;
        return std::nullopt;
    };
    for (const auto& [source, target] : sides)
        if (const auto first = at(source), second = at(target); first && second)
            return std::pair(*first, *second);
    for (const std::string& name : names)
        if (auto languages = languagesUnder(names, prefix(name)); languages.size() >= 2)
            return std::pair(languages[0], languages[1]);
    return std::nullopt;
}

bool isUsualName(std::string_view name)
{
    constexpr std::array<std::string_view, 18> others{"id",       "text",  "value", "key",     "label",     "class",
                                                      "sentence", "score", "line",  "comment", "reference", "domain",
                                                      "mt",       "index", "lang",  "author",  "post",      "no."};
    const std::string lower = lowered(name);
    return isLanguage(lower) || std::find(others.begin(), others.end(), lower) != others.end()
        || std::any_of(sides.begin(), sides.end(),
                       [&](const auto& pair) { return pair.first == lower || pair.second == lower; });
}

} // namespace alignoscope::corpus
