// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/corpus_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::pairsOf;
using alignoscope::testing::readBytes;
using alignoscope::testing::skippedOf;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string version1(const std::string& units)
{
    return "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"en\" "
           "target-language=\"fr\"><body>\n"
        + units + "</body></file></xliff>\n";
}

TEST(ReadXliff, UnitsOfVersion1ArePairs)
{
    const RawCorpus corpus = readBytes(
        version1("<trans-unit id=\"1\"><source>The <g id=\"1\">red</g> car<x id=\"2\"/>stops</source>"
                 "<target>La <g id=\"1\">voiture</g> <ph id=\"3\">&lt;br/></ph>rouge</target>"
                 "<alt-trans><source>x</source><target>not this</target></alt-trans></trans-unit>\n"
                 "<trans-unit id=\"2\"><source>b</source></trans-unit>\n"
                 "<trans-unit id=\"3\"><source>c</source><target state=\"needs-translation\">c</target></trans-unit>\n"
                 "<trans-unit id=\"4\"><source>d</source><target/></trans-unit>\n"
                 "<trans-unit id=\"5\"><source>e</source><alt-trans><target>z</target></alt-trans></trans-unit>\n"));
    EXPECT_EQ(corpus.format, CorpusFormat::Xliff);
    EXPECT_THAT(corpus.fields, ElementsAre("en", "fr"));
    EXPECT_EQ(corpus.sourceField, "en");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("The red car stops|La voiture rouge"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("4: there is no translation", "5: the translation is marked as still to be made",
                            "6: the target side is empty", "7: there is no translation"));
}

TEST(ReadXliff, SegmentsOfAUnitArePairsOfTheirOwn)
{
    EXPECT_THAT(
        pairsOf(readBytes(version1(
            "<trans-unit id=\"1\"><source>A. B.</source><seg-source><g id='1'><mrk mtype=\"seg\" mid=\"1\">A.</mrk>"
            "<mrk mtype=\"seg\" mid=\"2\">B.</mrk></g></seg-source><target><mrk mtype=\"seg\" mid=\"2\">b.</mrk>"
            "<mrk mtype=\"seg\" mid=\"1\">a.</mrk></target></trans-unit>"))),
        ElementsAre("A.|a.", "B.|b."));
}

TEST(ReadXliff, SegmentsOfVersion2ArePairs)
{
    const RawCorpus corpus = readBytes(
        "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en-US\" trgLang=\"ja-JP\">\n"
        "<file id=\"f\"><unit id=\"u\"><segment><source>A <pc id=\"1\">bold</pc> word<sc id=\"2\"/>s</source>"
        "<target>x<mrk id=\"m\">y</mrk></target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>B</source></segment></unit></file></xliff>");
    EXPECT_THAT(corpus.fields, ElementsAre("en-US", "ja-JP"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("A bold words|xy"));
    EXPECT_THAT(skippedOf(corpus), ElementsAre("2: there is no translation"));
}

TEST(ReadXliff, LanguagesCanBeChosenAndTurnedRound)
{
    const std::string text = "<xliff version=\"1.2\">"
                             "<file source-language=\"en\" target-language=\"fr\"><trans-unit><source>a</source>"
                             "<target>b</target></trans-unit></file>\n"
                             "<file source-language=\"en\" target-language=\"de\"><trans-unit><source>c</source>"
                             "<target>d</target></trans-unit></file></xliff>";
    const RawCorpus corpus = readBytes(text);
    EXPECT_THAT(corpus.fields, ElementsAre("en", "fr", "de"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b"));
    EXPECT_THAT(skippedOf(corpus), ElementsAre("2: the unit is from 'en' to 'de'"));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "de", .targetField = "en"})), ElementsAre("d|c"));
}

} // namespace
