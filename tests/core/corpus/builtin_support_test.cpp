// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin_support.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace alignoscope::testing {
namespace {

std::string written(const GoldAlignment& gold)
{
    std::vector<std::tuple<int, bool, int>> links; // target, possible, source
    for (const Link& link : gold.sure)
        links.emplace_back(link.target, false, link.source);
    for (const Link& link : gold.possible)
        links.emplace_back(link.target, true, link.source);
    std::sort(links.begin(), links.end());
    std::string text;
    for (const auto& [target, possible, source] : links) {
        text += text.empty() ? "" : " ";
        text += std::to_string(source) + (possible ? '?' : '-') + std::to_string(target);
    }
    return text;
}

} // namespace

const RawCorpus& builtin(std::string_view name)
{
    static std::map<std::string, RawCorpus, std::less<>> made;
    auto found = made.find(name);
    if (found == made.end())
        found = made.emplace(name, corpus::makeBuiltinCorpus(name)).first;
    return found->second;
}

void expectPair(std::string_view name, const ExpectedPair& expected)
{
    const RawCorpus& corpus = builtin(name);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        if (corpus.pairs.source(i) != expected.source)
            continue;
        EXPECT_EQ(corpus.pairs.target(i), expected.target);
        EXPECT_EQ(written(corpus.gold[i]), expected.gold) << expected.source << " | " << expected.target;
        return;
    }
    ADD_FAILURE() << name << " does not hold \"" << expected.source << "\"";
}

} // namespace alignoscope::testing
