// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/alignment_words.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace alignoscope::interchange {

namespace {

constexpr std::int32_t largestIndex = 10'000'000; // far above any sentence; keeps sums within 32 bits
constexpr std::string_view blanks = " \t\r\n\v\f";

void sortAndDeduplicate(std::vector<Link>& links)
{
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
}

} // namespace

std::optional<std::int32_t> readIndex(std::string_view& text)
{
    if (text.empty() || text.front() < '0' || text.front() > '9')
        return std::nullopt;
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value > largestIndex)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        if (line.empty())
            return words;
        words.push_back(line.substr(0, line.find_first_of(blanks)));
        line.remove_prefix(words.back().size());
    }
}

std::string quoted(std::string_view word)
{
    constexpr std::size_t shown = 40;
    return "\"" + std::string(word.substr(0, shown)) + (word.size() > shown ? "…\"" : "\"");
}

void tidy(GoldAlignment& gold)
{
    sortAndDeduplicate(gold.sure);
    sortAndDeduplicate(gold.possible);
    std::erase_if(gold.possible,
                  [&](Link link) { return std::binary_search(gold.sure.begin(), gold.sure.end(), link); });
}

} // namespace alignoscope::interchange
