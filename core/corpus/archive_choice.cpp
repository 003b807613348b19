// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive_choice.h"

#include "corpus/formats/languages.h"

#include <algorithm>
#include <array>

namespace alignoscope::corpus {
namespace {

std::vector<std::string> partsOf(const std::string& name)
{
    std::vector<std::string> parts(1);
    for (const char c : name)
        if (std::string_view("./-_").find(c) != std::string_view::npos)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

constexpr std::array<std::string_view, 4> sourceWords{"src", "source", "input", "question"};
constexpr std::array<std::string_view, 8> targetWords{"tgt", "trg", "target", "ref", "output", "hyp", "mt", "answer"};

template <class Words>
bool isAmong(const Words& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool namesASide(const std::string& part)
{
    return isAmong(sourceWords, part) || isAmong(targetWords, part) || (part.size() <= 3 && isLanguage(part));
}

std::string fileName(const std::string& path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

bool isJunk(const std::string& path)
{
    if (path.starts_with(".") || path.starts_with("__MACOSX/") || path.find("/.") != std::string::npos
        || path.find("/__MACOSX/") != std::string::npos)
        return true;
    std::string name = fileName(path);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    constexpr std::array<std::string_view, 7> about{"README", "LICENSE", "LICENCE",  "COPYING",
                                                    "NOTICE", "_ABOUT",  "THUMBS.DB"};
    return std::any_of(about.begin(), about.end(), [&](std::string_view word) { return name.starts_with(word); });
}

struct Sized {
    MemberChoice choice;
    std::int64_t bytes = 0;
};

void appendLargestFirst(std::vector<Sized>& found, std::vector<MemberChoice>& choices)
{
    std::stable_sort(found.begin(), found.end(), [](const Sized& a, const Sized& b) { return a.bytes > b.bytes; });
    for (Sized& one : found)
        choices.push_back(std::move(one.choice));
}

} // namespace

std::vector<ArchiveMember> readableMembers(const std::vector<ArchiveMember>& all)
{
    std::vector<ArchiveMember> readable;
    std::copy_if(all.begin(), all.end(), std::back_inserter(readable),
                 [](const ArchiveMember& one) { return one.bytes != 0 && !isJunk(one.name); });
    return readable;
}

bool areSides(const std::string& one, const std::string& other, bool& swapped)
{
    const auto first = partsOf(one), second = partsOf(other);
    if (first.size() != second.size() || one == other)
        return false;
    swapped = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] == second[i])
            continue;
        if (!namesASide(first[i]) || !namesASide(second[i]))
            return false;
        swapped = swapped || isAmong(targetWords, first[i]) || isAmong(sourceWords, second[i]);
    }
    return true;
}

std::vector<MemberChoice> likelyChoices(const std::vector<ArchiveMember>& readable)
{
    constexpr std::size_t looked = 200; // every pair of them
    std::vector<Sized> pairs, single;
    for (std::size_t i = 0; i < std::min(looked, readable.size()); ++i) {
        single.push_back({{readable[i].name, {}}, readable[i].bytes});
        for (std::size_t j = i + 1; j < std::min(looked, readable.size()); ++j)
            if (bool swapped = false; areSides(readable[i].name, readable[j].name, swapped)) {
                const auto& [source, target] = swapped ? std::pair(j, i) : std::pair(i, j);
                pairs.push_back(
                    {{readable[source].name, readable[target].name}, readable[i].bytes + readable[j].bytes});
            }
    }
    std::vector<MemberChoice> choices;
    appendLargestFirst(pairs, choices);
    appendLargestFirst(single, choices);
    return choices;
}

} // namespace alignoscope::corpus
