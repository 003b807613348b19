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

std::string tmx(const std::string& body, const std::string& prolog = "<?xml version=\"1.0\"?>\n",
                const std::string& language = "en")
{
    return prolog + "<tmx version=\"1.4\"><header srclang=\"" + language + "\" datatype=\"plain\"/><body>\n" + body
        + "\n</body></tmx>\n";
}

std::string unit(const std::string& source, const std::string& target)
{
    return "<tu><tuv xml:lang=\"en\"><seg>" + source + "</seg></tuv><tuv xml:lang=\"fr\"><seg>" + target
        + "</seg></tuv></tu>\n";
}

TEST(ReadTmx, UnitsArePairs)
{
    const RawCorpus corpus = readBytes(tmx(unit("Go.", "Va !") + unit("A &amp; B &#233;", "<![CDATA[A & B]]>")));
    EXPECT_EQ(corpus.format, CorpusFormat::Tmx);
    EXPECT_THAT(corpus.fields, ElementsAre("en", "fr"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "A & B é|A & B"));
    EXPECT_EQ(corpus.pairs.line(1), 4);
    EXPECT_THAT(pairsOf(readBytes(tmx(unit("Go.", "Va !")), {.swap = true})), ElementsAre("Va !|Go."));
}

TEST(ReadTmx, CodeInsideASentenceIsNotItsText)
{
    EXPECT_THAT(
        pairsOf(readBytes(tmx(unit("Click <bpt i=\"1\">&lt;b></bpt>the <hi>big</hi> one<ept i=\"1\">&lt;/b></ept>"
                                   "<ph>&lt;br></ph>now<it pos=\"end\">x</it>.",
                                   "Ici <ph>img <sub>not this</sub></ph>!<ut>y</ut> <hi>a</hi> <hi>b</hi>\n c")))),
        ElementsAre("Click the big one now.|Ici ! a b c"));
}

TEST(ReadTmx, LanguagesAreChosenByNameWithOrWithoutRegion)
{
    const std::string text =
        tmx("<tu><tuv xml:lang=\"DE-de\"><seg>d</seg></tuv><tuv xml:lang=\"EN-GB\"><seg>e</seg></tuv>"
            "<tuv xml:lang=\"pt-BR\"><seg>b</seg></tuv><tuv lang=\"pt\"><seg>p</seg></tuv></tu>",
            "<?xml version='1.0'?>");
    const RawCorpus corpus = readBytes(text);
    EXPECT_THAT(corpus.fields, ElementsAre("DE-de", "EN-GB", "pt-BR", "pt"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("e|d")) << "the header's language is the source";
    EXPECT_THAT(corpus.notes, ElementsAre(HasSubstr("'EN-GB' and 'DE-de'")));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "de", .targetField = "pt_br"})), ElementsAre("d|b"));
    EXPECT_THAT(pairsOf(readBytes(text, {.sourceField = "en", .targetField = "pt"})), ElementsAre("e|p"));
    EXPECT_THAT(messageOf([&] { readBytes(text, {.sourceField = "en", .targetField = "ja"}); }),
                HasSubstr("the unit has no 'ja'"));
}

TEST(ReadTmx, UnitsWithoutAPairAreTold)
{
    const RawCorpus corpus =
        readBytes(tmx(unit("a", "b") + "<tu><tuv xml:lang=\"en\"><seg>x</seg></tuv></tu>\n<tu/>\n" + unit("", "y")
                      + "<tu><tuv xml:lang=\"en\"><seg>x</tuv></tu>\n" + unit("c", "d")));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "c|d"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("4: the unit has one language only ('en')", "5: the unit has no text",
                            "6: the source side is empty", HasSubstr("7: the XML is broken at byte")));
    EXPECT_THAT(messageOf([] { readBytes(tmx("")); }), HasSubstr("no sentence pair"));
    EXPECT_THAT(skippedOf(readBytes(tmx("<tu><tuv>" + unit("a", "b")))),
                ElementsAre("3: the unit does not end before the next one begins"));
    EXPECT_THAT(skippedOf(readBytes(tmx(unit("a", "b")) + "<tu><tuv>")),
                ElementsAre("6: the file ends inside the unit"));
}

TEST(ReadTmx, MarksInCommentsAndQuotesAreNoUnits)
{
    EXPECT_THAT(pairsOf(readBytes(tmx("<!-- <tu> --- -->\n<?x <tu> ?><![CDATA[<tu>]]>" + unit("<!-- </tu> -->a", "b")
                                      + "<note x='<tu>'/>" + unit("c", "d")))),
                ElementsAre("a|b", "c|d"));
}

TEST(ReadTmx, NothingIsFetchedAndNoEntityExpanded)
{
    const RawCorpus corpus = readBytes(
        tmx(unit("&lol9; &secret;", "b"),
            "<!DOCTYPE tmx SYSTEM \"http://example.invalid/tmx14.dtd\" [<!-- don't > --> <!ENTITY lol \"lol>\">"
            "<!ENTITY lol9 \"&lol;&lol;&lol;\"> <!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n"));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("&lol9; &secret;|b"));
    EXPECT_THAT(corpus.notes, ElementsAre(HasSubstr("entities of its own")));
}

TEST(ReadTmx, DepthAndLengthAreBounded)
{
    std::string deep, end;
    for (int i = 0; i < 20000; ++i) {
        deep += "<hi>";
        end += "</hi>";
    }
    const RawCorpus corpus = readBytes(
        tmx(unit("a", "b") + unit(deep + "x" + end, "y") + unit(std::string(2 << 20, 'x'), "y") + unit("c", "d")));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "c|d"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre(HasSubstr("--limit-depth allows 64"), HasSubstr("--limit-line allows 1024 KiB")));
}

TEST(ReadTmx, TheEncodingIsWhatTheFileSays)
{
    const RawCorpus declared =
        readBytes(tmx(unit("caf\xE9", "\x80"), "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n"));
    EXPECT_EQ(declared.encoding, "windows-1252");
    EXPECT_FALSE(declared.encodingGuessed);
    EXPECT_THAT(pairsOf(declared), ElementsAre("café|€"));
    std::string wide = "\xFF\xFE";
    for (const char c : tmx(unit("Go.", "Va !"), "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n"))
        wide += {c, '\0'};
    EXPECT_EQ(readBytes(wide).encoding, "UTF-16LE");
    EXPECT_THAT(pairsOf(readBytes(wide)), ElementsAre("Go.|Va !"));
}

TEST(ReadTmx, OtherXmlIsNamed)
{
    EXPECT_THAT(messageOf([] { readBytes("<?xml version=\"1.0\"?><!-- x --><html><p>a</p></html>"); }),
                AllOf(HasSubstr("<html>"), HasSubstr("<tmx> or <xliff>")));
}

} // namespace
