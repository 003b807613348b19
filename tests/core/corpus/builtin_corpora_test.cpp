// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every built-in corpus: size, order of things, and a gold alignment that a model can reach.
#include "builtin_support.h"

#include "alignoscope/error.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <set>
#include <stop_token>
#include <unordered_map>
#include <unordered_set>

namespace alignoscope::testing {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> names()
{
    std::vector<std::string> result;
    for (const BuiltinCorpus& about : builtinCorpora())
        result.push_back(about.name);
    return result;
}

class Builtin : public ::testing::TestWithParam<std::string> {
protected:
    const RawCorpus& corpus() { return builtin(GetParam()); }
    std::vector<std::string> sourceTokens(std::size_t i)
    {
        return tokenize(corpus().pairs.source(i), corpus().suggested.source());
    }
    std::vector<std::string> targetTokens(std::size_t i)
    {
        return tokenize(corpus().pairs.target(i), corpus().suggested.target());
    }
};

TEST_P(Builtin, HoldsAsManyPairsAsItIsSaidTo)
{
    for (const BuiltinCorpus& about : builtinCorpora())
        if (about.name == GetParam()) {
            EXPECT_EQ(corpus().pairs.size(), about.pairs);
            EXPECT_EQ(corpus().suggested, about.text);
            EXPECT_FALSE(about.task.empty());
        }
    EXPECT_EQ(corpus().gold.size(), corpus().pairs.size());
    EXPECT_EQ(corpus().source.builtin, GetParam());
    EXPECT_EQ(corpus().format, CorpusFormat::Builtin);
    EXPECT_EQ(corpus().task, GetParam() == "reviews" ? Task::Classification : Task::Translation);
}

TEST_P(Builtin, SaysEverySourceOnce)
{
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < corpus().pairs.size(); ++i) {
        EXPECT_TRUE(seen.insert(corpus().pairs.source(i)).second) << corpus().pairs.source(i);
        EXPECT_FALSE(corpus().pairs.target(i).empty());
        EXPECT_EQ(corpus().pairs.line(i), static_cast<std::int64_t>(i + 1));
    }
}

TEST_P(Builtin, LinksTokensThatAreThere)
{
    for (std::size_t i = 0; i < corpus().pairs.size(); ++i) {
        const auto sources = static_cast<std::int32_t>(sourceTokens(i).size());
        const auto targets = static_cast<std::int32_t>(targetTokens(i).size());
        const GoldAlignment& gold = corpus().gold[i];
        std::set<Link> links;
        for (const auto* some : {&gold.sure, &gold.possible})
            for (const Link& link : *some) {
                ASSERT_TRUE(link.source >= 0 && link.source < sources && link.target >= 0 && link.target < targets)
                    << corpus().pairs.source(i) << " | " << corpus().pairs.target(i);
                ASSERT_TRUE(links.insert(link).second)
                    << "twice: " << link.source << '-' << link.target << " in " << corpus().pairs.source(i);
            }
    }
}

TEST_P(Builtin, LinksEveryTargetTokenAndAtMostOneOfThemSurely)
{
    for (std::size_t i = 0; i < corpus().pairs.size(); ++i) {
        std::vector<int> sure(targetTokens(i).size()), linked(sure.size());
        for (const Link& link : corpus().gold[i].sure)
            ++sure[static_cast<std::size_t>(link.target)], ++linked[static_cast<std::size_t>(link.target)];
        for (const Link& link : corpus().gold[i].possible)
            ++linked[static_cast<std::size_t>(link.target)];
        for (std::size_t t = 0; t < sure.size(); ++t) {
            ASSERT_LE(sure[t], 1) << corpus().pairs.source(i) << ", target token " << t;
            ASSERT_GE(linked[t], 1) << corpus().pairs.source(i) << ", target token " << t;
        }
    }
}

TEST_P(Builtin, CanBeAlignedWithoutError)
{
    double links = 0, sure = 0, inSure = 0, inPossible = 0;
    for (std::size_t i = 0; i < corpus().pairs.size(); ++i) {
        std::vector<int> best(targetTokens(i).size()); // what the best choice of one link a target token finds
        for (const Link& link : corpus().gold[i].possible)
            best[static_cast<std::size_t>(link.target)] = 1;
        for (const Link& link : corpus().gold[i].sure)
            best[static_cast<std::size_t>(link.target)] = 2;
        sure += static_cast<double>(corpus().gold[i].sure.size());
        for (const int found : best) {
            links += 1;
            inSure += found == 2;
            inPossible += found >= 1;
        }
    }
    EXPECT_LT(1 - (inSure + inPossible) / (links + sure), 0.03);
}

TEST_P(Builtin, ComesOutTheSameEverywhere)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    };
    for (std::size_t i = 0; i < corpus().pairs.size(); ++i) {
        mix(corpus().pairs.source(i));
        mix("\t");
        mix(corpus().pairs.target(i));
        mix("\n");
    }
    const std::unordered_map<std::string, std::uint64_t> expected{
        {"phrases-en-fr", 4434693812746403405ULL},
        {"phrases-en-zh", 1702722869093184247ULL},
        {"long-phrases-en-fr", 10291661573724082520ULL},
        {"long-phrases-en-fr-test", 7333421369011482927ULL},
        {"dates", 7730509748387598278ULL},
        {"numbers", 4687653365186251229ULL},
        {"reverse", 9443857648889068153ULL},
        {"reviews", 6331579569277180935ULL},
    };
    ASSERT_TRUE(expected.contains(GetParam()));
    EXPECT_EQ(hash, expected.at(GetParam())) << "if the corpus was changed on purpose, write the new number down here";
}

INSTANTIATE_TEST_SUITE_P(Corpora, Builtin, ::testing::ValuesIn(names()), [](const auto& corpus) {
    std::string name = corpus.param;
    std::erase(name, '-');
    return name;
});

TEST(BuiltinCorpora, BeginWithTheDefault)
{
    EXPECT_EQ(names(),
              (std::vector<std::string>{"phrases-en-fr", "phrases-en-zh", "long-phrases-en-fr",
                                        "long-phrases-en-fr-test", "dates", "numbers", "reverse", "reviews"}));
}

TEST(BuiltinCorpora, ListTheNamesWhereOneIsUnknown)
{
    try {
        corpus::makeBuiltinCorpus("phrases-en-xx");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Usage);
        EXPECT_THAT(error.what(),
                    HasSubstr("phrases-en-fr, phrases-en-zh, long-phrases-en-fr, "
                              "long-phrases-en-fr-test, dates, numbers, reverse, reviews"));
    }
}

TEST(BuiltinCorpora, TellTheirProgressAndStop)
{
    std::stop_source source;
    double last = 0;
    Progress progress;
    progress.report = [&](double fraction) {
        EXPECT_GE(fraction, last);
        last = fraction;
    };
    corpus::makeBuiltinCorpus("reverse", progress);
    EXPECT_EQ(last, 1.0);
    progress.report = nullptr;
    progress.stop = source.get_token();
    source.request_stop();
    try {
        corpus::makeBuiltinCorpus("reverse", progress);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
    }
}

TEST(BuiltinCorpora, UseEveryWordOftenEnoughToLearnIt)
{
    constexpr int fewest = 15;
    for (const std::string_view name : {"phrases-en-fr", "phrases-en-zh", "long-phrases-en-fr"}) {
        const RawCorpus& corpus = builtin(name);
        std::unordered_map<std::string, int> source, target;
        for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
            for (std::string& token : tokenize(corpus.pairs.source(i), corpus.suggested.source()))
                ++source[std::move(token)];
            for (std::string& token : tokenize(corpus.pairs.target(i), corpus.suggested.target()))
                ++target[std::move(token)];
        }
        for (const auto& [word, count] : source)
            EXPECT_GE(count, fewest) << name << ": " << word;
        for (const auto& [word, count] : target)
            EXPECT_GE(count, fewest) << name << ": " << word;
    }
}

} // namespace
} // namespace alignoscope::testing
