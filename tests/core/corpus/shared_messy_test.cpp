// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/corpus_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::sharedData;
using ::testing::HasSubstr;

struct Messy {
    std::string file;
    CorpusFormat format;
    std::string encoding;
    std::size_t pairs;
    std::int64_t skipped;
    std::vector<std::string> fields{};
};

void PrintTo(const Messy& messy, std::ostream* out)
{
    *out << messy.file;
}

class SharedMessy : public ::testing::TestWithParam<Messy> { };

TEST_P(SharedMessy, IsReadAsItIs)
{
    const Messy& expected = GetParam();
    const auto file = sharedData("messy/" + expected.file);
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file->string()}));
    EXPECT_EQ(corpus.format, expected.format);
    EXPECT_EQ(corpus.encoding, expected.encoding);
    EXPECT_FALSE(corpus.encodingGuessed);
    EXPECT_EQ(corpus.pairs.size(), expected.pairs);
    EXPECT_EQ(corpus.skippedTotal, expected.skipped);
    EXPECT_EQ(corpus.fields, expected.fields);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        for (const auto side : {corpus.pairs.source(i), corpus.pairs.target(i)})
            EXPECT_EQ(side.find_first_of("\t\r\n"), std::string_view::npos) << side;
}

using enum CorpusFormat;

INSTANTIATE_TEST_SUITE_P(
    Table, SharedMessy,
    ::testing::Values(Messy{"table/CSVTest_96.txt", CommaSeparated, "UTF-8", 2, 1, {"Source", "Target", "Data"}},
                      Messy{"table/TSV_test.txt", TabSeparated, "UTF-8", 2, 1, {"Source", "Target"}},
                      Messy{"table/csv.txt", CommaSeparated, "UTF-8", 3, 1, {"id", "value"}},
                      Messy{"table/csv3.txt", CommaSeparated, "UTF-8", 1, 0},
                      Messy{"table/score.tsv", TabSeparated, "UTF-8", 50, 0},
                      Messy{"table/test2cols.csv", CommaSeparated, "UTF-8", 21, 6},
                      Messy{"table/testContent_escaped.csv",
                            CommaSeparated,
                            "UTF-8",
                            9,
                            1,
                            {"ID_field", "post_filed", "title_field", "excerpt_field", "content_field"}}));

INSTANTIATE_TEST_SUITE_P(
    Tmx, SharedMessy,
    ::testing::Values(Messy{"tmx/Paragraph_TM.tmx", Tmx, "UTF-8", 7, 0, {"en-us", "de-de"}},
                      Messy{"tmx/a_small_test2.tmx", Tmx, "UTF-8", 1, 0, {"en-us", "fr"}},
                      Messy{"tmx/header_with_prop_and_note.tmx", Tmx, "UTF-8", 1, 0, {"en-us", "fr"}},
                      Messy{"tmx/html_test.tmx", Tmx, "UTF-16LE", 11, 0, {"EN-US", "FR-FR"}},
                      Messy{"tmx/issue277.tmx", Tmx, "UTF-8", 2, 0, {"EN", "DE"}},
                      Messy{"tmx/mytm.tmx", Tmx, "UTF-8", 25, 0, {"EN-US", "FR-FR"}},
                      Messy{"tmx/one_to_one1.tmx", Tmx, "UTF-8", 1, 0, {"EN", "FR"}},
                      Messy{"tmx/one_to_one2.tmx", Tmx, "UTF-8", 1, 0, {"EN", "FR"}},
                      Messy{"tmx/sample14b.tmx", Tmx, "UTF-8", 25, 0, {"en-us", "de-de"}},
                      Messy{"tmx/sampleTMX2.tmx", Tmx, "UTF-8", 2, 0, {"en-us", "FR-CA", "FR-FR"}},
                      Messy{"tmx/smallParagraph.tmx", Tmx, "UTF-8", 2, 0, {"EN-US", "PT-BR"}},
                      Messy{"tmx/test01.tmx", Tmx, "UTF-16LE", 4, 0, {"EN-US", "FR-FR"}},
                      Messy{"tmx/test02.tmx", Tmx, "UTF-16LE", 4, 0, {"EN-US", "FR-FR"}},
                      Messy{"tmx/tmxtest-attributes.latin1.tmx", Tmx, "windows-1252", 9, 0, {"EN-US", "FR-FR"}},
                      Messy{"tmx/tmxtest-attributes.tmx", Tmx, "UTF-8", 9, 0, {"EN-US", "FR-FR"}}));

INSTANTIATE_TEST_SUITE_P(XliffAndPo, SharedMessy,
                         ::testing::Values(Messy{"xliff/RB-12-Test02.xlf", Xliff, "windows-1252", 7, 2, {"en", "fr"}},
                                           Messy{"xliff/altTrans-100.xlf", Xliff, "UTF-8", 1, 0, {"en", "es"}},
                                           Messy{"po/Test01.po", Po, "UTF-16BE", 1, 5},
                                           Messy{"po/Test02.po", Po, "windows-1252", 2, 12},
                                           Messy{"po/Test03.po", Po, "UTF-8", 5, 5},
                                           Messy{"po/Test_DrupalRussianCP1251.po", Po, "windows-1251", 11, 6},
                                           Messy{"po/fail.po", Po, "UTF-8", 1, 2}));

TEST(SharedMessyFiles, WhatHoldsNoPairSaysWhy)
{
    if (!sharedData("messy/tmx"))
        GTEST_SKIP() << "the development data is not here";
    const std::vector<std::pair<std::string, std::string>> reasons{
        {"tmx/okapi-confusion.tmx", "the unit has one language only ('en')"},
        {"xliff/FFFEBOM15992.sdlxliff", "11 unusable lines"}, // nothing is translated in these two
        {"xliff/UTF8WithBOM16001.sdlxliff", "there is no translation"},
        {"po/plurals.po", "there is no translation"},
        {"table/csv_test6.txt", "the lines have one side only"},
    };
    for (const auto& [file, reason] : reasons)
        EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({sharedData("messy/" + file)->string()})); }),
                    HasSubstr(reason))
            << file;
}

} // namespace
