// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"
#include "core/corpus/corpus_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::sharedData;
using alignoscope::testing::skippedOf;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Expected {
    std::string file;
    std::size_t pairs;
    int columns;
};

class SharedCorpus : public ::testing::TestWithParam<Expected> { };

TEST_P(SharedCorpus, IsReadWhole)
{
    const auto file = sharedData(GetParam().file);
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file->string()}));
    EXPECT_EQ(corpus.pairs.size(), GetParam().pairs);
    EXPECT_EQ(corpus.columns, GetParam().columns);
    EXPECT_EQ(corpus.skippedTotal, 0);
    EXPECT_EQ(corpus.encoding, "UTF-8");
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        for (const auto side : {corpus.pairs.source(i), corpus.pairs.target(i)})
            ASSERT_EQ(side.find_first_of("\t\r\n"), std::string_view::npos) << "line " << corpus.pairs.line(i);
}

INSTANTIATE_TEST_SUITE_P(Files, SharedCorpus,
                         ::testing::Values(Expected{"parallel/tatoeba/eng-fra.tsv.gz", 142787, 2},
                                           Expected{"parallel/tatoeba/eng-deu.crlf.tsv.gz", 50002, 2},
                                           Expected{"parallel/tatoeba/eng-ara.3col.tsv.gz", 10099, 3},
                                           Expected{"parallel/tatoeba/eng-jpn.sample.tsv.gz", 3930, 2},
                                           Expected{"gold/hansards-en-fr/enfr.src-tgt", 447, 0},
                                           Expected{"toy/reverse.train.tsv.gz", 10000, 2}));

RawCorpus readShared(const std::string& folder, const std::string& source, const std::string& target)
{
    return readCorpus(
        CorpusSource::parse({sharedData(folder + source)->string(), sharedData(folder + target)->string()}));
}

TEST(SharedLineAligned, Multi30kIsWhole)
{
    if (!sharedData("parallel/multi30k"))
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readShared("parallel/multi30k/", "train.de.gz", "train.en.gz");
    EXPECT_EQ(corpus.pairs.size(), 29000U);
    EXPECT_EQ(corpus.compression, "gzip");
    EXPECT_EQ(readShared("parallel/multi30k/", "val.en.gz", "val.fr.gz").pairs.size(), 1014U);
}

TEST(SharedLineAligned, AnEmptyLineOnOneSideIsOneSkippedPair)
{
    if (!sharedData("parallel/wmt-sample-en-de"))
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readShared("parallel/wmt-sample-en-de/", "src-train.txt.gz", "tgt-train.txt.gz");
    EXPECT_EQ(corpus.pairs.size(), 9999U);
    EXPECT_THAT(skippedOf(corpus), ElementsAre("5: the source side is empty"));
    EXPECT_EQ(corpus.pairs.line(9998), 10000);
}

TEST(SharedLineAligned, FilesThatDoNotBelongTogetherAreRefused)
{
    if (!sharedData("parallel/wmt-sample-en-de"))
        GTEST_SKIP() << "the development data is not here";
    EXPECT_THAT(messageOf([] { readShared("parallel/wmt-sample-en-de/", "src-val.txt.gz", "val.src-tgt.talp.gz"); }),
                AllOf(HasSubstr("50 lines"), HasSubstr("3000 lines")));
}

TEST(SharedMessyFiles, EveryLineEndAndEncodingIsReadAsOneSide)
{
    if (!sharedData("messy/newlines"))
        GTEST_SKIP() << "the development data is not here";
    const auto last = [](const std::string& name) {
        const auto file = sharedData("messy/newlines/" + name)->string();
        const RawCorpus corpus = readCorpus(CorpusSource::parse({file, file}));
        return std::pair(corpus.encoding, corpus.pairs.line(corpus.pairs.size() - 1));
    };
    for (const std::string name : {"lf.txt", "cr.txt"})
        EXPECT_EQ(last(name), std::pair(std::string("UTF-8"), std::int64_t{4})) << name;
    EXPECT_EQ(last("mixture.txt").second, 3) << "U+2028 ends no line";
    for (const std::string name : {"u0085.txt", "u2028.txt", "u2029.txt"})
        EXPECT_EQ(last(name).second, 1) << name;
    EXPECT_EQ(last("BOM_MacUTF16withBOM2.txt").first.substr(0, 6), "UTF-16");
    EXPECT_EQ(last("bomlbConversion2_utf16BE.txt").first, "UTF-16BE");
}

TEST(SharedMessyFiles, ACutOffLineAndEmptyFieldsLoseNothingElse)
{
    if (!sharedData("messy/table"))
        GTEST_SKIP() << "the development data is not here";
    const auto read = [](const std::string& name) {
        return readCorpus(CorpusSource::parse({sharedData("messy/table/" + name)->string()}));
    };
    EXPECT_EQ(read("tatoeba-fra.cut-off.tsv.gz").pairs.size(), 18066U);
    const RawCorpus empty = read("decode_ape_empty_fields.tsv");
    EXPECT_EQ(empty.pairs.size(), 11U);
    EXPECT_EQ(empty.skippedTotal, 9);
}

TEST(SharedMessyFiles, ForeignFormatsGetAMessage)
{
    if (!sharedData("messy/tmx"))
        GTEST_SKIP() << "the development data is not here";
    for (const std::string name : {"attention/neuralmonkey/alignments.npy", "toy/date.txt.gz", "messy/newlines/lf.txt"})
        EXPECT_NE(messageOf([&] { readCorpus(CorpusSource::parse({sharedData(name)->string()})); }), "") << name;
}

TEST(SharedTatoeba, TheDatasetValidatesNoSentenceItTrainsOn)
{
    const auto file = sharedData("parallel/tatoeba/eng-fra.tsv.gz");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const auto corpus = std::make_shared<const RawCorpus>(readCorpus(CorpusSource::parse({file->string()})));
    const Dataset dataset = buildDataset({corpus, nullptr, nullptr, nullptr}, {});
    EXPECT_EQ(dataset.validation.size(), 2000U);
    EXPECT_EQ(dataset.training.size() + dataset.validation.size() + static_cast<std::size_t>(dataset.tooLong), 142787U);
    std::set<std::string_view> validated;
    for (std::size_t i = 0; i < dataset.validation.size(); ++i)
        validated.insert(corpus->pairs.source(dataset.validation.rawIndex(i)));
    for (std::size_t i = 0; i < dataset.training.size(); ++i)
        ASSERT_FALSE(validated.contains(corpus->pairs.source(dataset.training.rawIndex(i))));
}

} // namespace
