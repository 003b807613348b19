// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/corpus_test_support.h"
#include "corpus/corpus_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::pairsOf;
using alignoscope::testing::skippedOf;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::string_literals;

class ReadCorpus : public ::testing::Test {
protected:
    RawCorpus read(const std::string& bytes, const ReadOptions& options = {}, const std::string& name = "pairs.txt")
    {
        return readCorpus(CorpusSource::parse({folder.write(name, bytes).string()}), options);
    }
    RawCorpus readTwo(const std::string& source, const std::string& target, const ReadOptions& options = {})
    {
        return readCorpus(twoFiles(source, target), options);
    }
    CorpusSource twoFiles(const std::string& source, const std::string& target)
    {
        return CorpusSource::parse({folder.write("a.en", source).string(), folder.write("a.fr", target).string()});
    }
    TemporaryFolder folder;
};

TEST_F(ReadCorpus, TwoColumnsWithATab)
{
    const RawCorpus corpus = read("Go.\tVa !\nHi.\tSalut.\n");
    EXPECT_EQ(corpus.format, CorpusFormat::TabSeparated);
    EXPECT_EQ(corpus.columns, 2);
    EXPECT_EQ(corpus.encoding, "UTF-8");
    EXPECT_EQ(corpus.compression, "");
    EXPECT_EQ(corpus.suggested, TextOptions{});
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "Hi.|Salut."));
    EXPECT_EQ(corpus.pairs.line(1), 2);
    EXPECT_EQ(corpus.skippedTotal, 0);
}

TEST_F(ReadCorpus, AThirdColumnIsNotText)
{
    const RawCorpus corpus = read("Go.\tVa !\tCC-BY (somebody)\nHi.\tSalut.\tCC-BY (else)\nNo.\tNon.\n");
    EXPECT_EQ(corpus.columns, 3);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "Hi.|Salut.", "No.|Non."));
}

TEST_F(ReadCorpus, ColumnsAndSidesCanBeChosen)
{
    const std::string text = "1\tGo.\tVa !\n2\tHi.\tSalut.\n";
    EXPECT_THAT(pairsOf(read(text, {.sourceColumn = 1, .targetColumn = 2})), ElementsAre("Go.|Va !", "Hi.|Salut."));
    EXPECT_THAT(pairsOf(read(text, {.sourceColumn = 1, .targetColumn = 2, .swap = true})),
                ElementsAre("Va !|Go.", "Salut.|Hi."));
    EXPECT_THAT(pairsOf(read("a ||| b\n", {.swap = true})), ElementsAre("b|a"));
    EXPECT_THAT(pairsOf(readTwo("a\n", "b\n", {.swap = true})), ElementsAre("b|a"));
}

TEST_F(ReadCorpus, AColumnThatIsNotThereIsAMessage)
{
    EXPECT_THAT(messageOf([&] { read("a\tb\n", {.sourceColumn = 0, .targetColumn = 4}); }),
                AllOf(HasSubstr("there is no column 5"), HasSubstr("2 columns"), HasSubstr("pairs.txt")));
    EXPECT_THAT(messageOf([&] { read("a\tb\n", {.sourceColumn = 1, .targetColumn = 1}); }, ErrorKind::Usage),
                HasSubstr("two different columns"));
}

TEST_F(ReadCorpus, TripleBars)
{
    const RawCorpus corpus = read("the house ||| la maison\nno bars\n a|||b \nx ||| y ||| z\n||| z\n");
    EXPECT_EQ(corpus.format, CorpusFormat::TripleBar);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("the house|la maison", "a|b"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("2: there is no ||| between two sides", "4: there is more than one |||",
                            "5: the source side is empty"));
}

TEST_F(ReadCorpus, LinesThatAreNoPairsAreToldWithTheirNumber)
{
    const RawCorpus corpus = read("a\tb\nno tab\n\na\tb\tc\n\tb\na\t \nx\0\ty\nca\xE9\tb\n\u00A0\tb\nlast\tone"s);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "last|one"));
    EXPECT_EQ(corpus.skippedTotal, 8);
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("2: 1 column where most lines have 2", "3: the line is empty",
                            "4: 3 columns where most lines have 2", "5: the source side is empty",
                            "6: the target side is empty", "7: a NUL byte at byte 2", "8: invalid UTF-8 at byte 3",
                            "9: the source side is empty"));
}

TEST_F(ReadCorpus, EveryLineEndAndEncodingGivesTheSamePairs)
{
    for (const std::string& end : {"\n"s, "\r\n"s, "\r"s})
        EXPECT_THAT(pairsOf(read("a\tb" + end + "c\td" + end)), ElementsAre("a|b", "c|d"));
    EXPECT_THAT(pairsOf(read("\xEF\xBB\xBF"
                             "a\tb\n")),
                ElementsAre("a|b"));
    const RawCorpus wide = read("\xFF\xFE"
                                "a\0\t\0\xE9\0\n\0c\0\t\0d\0"s);
    EXPECT_EQ(wide.encoding, "UTF-16LE");
    EXPECT_THAT(pairsOf(wide), ElementsAre("a|é", "c|d"));
}

TEST_F(ReadCorpus, LineNumbersAreRightBehindTheFirstThousandLines)
{
    std::string text;
    for (int i = 1; i <= 2500; ++i)
        text += i % 1100 == 0 ? "broken\n" : "a" + std::to_string(i) + "\tb\n";
    const RawCorpus corpus = read(text);
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("1100: 1 column where most lines have 2", "2200: 1 column where most lines have 2"));
    EXPECT_EQ(corpus.pairs.size(), 2498U);
    EXPECT_EQ(corpus.pairs.line(2497), 2500);
    EXPECT_EQ(corpus.pairs.source(2497), "a2500");
}

TEST_F(ReadCorpus, OnlyTheFirstTenThousandSkippedLinesAreKept)
{
    std::string text = "a\tb\n";
    for (int i = 0; i < 999; ++i)
        text += "a\tb\n";
    for (int i = 0; i < 10500; ++i)
        text += "x\n";
    const RawCorpus corpus = read(text);
    EXPECT_EQ(corpus.skipped.size(), 10000U);
    EXPECT_EQ(corpus.skippedTotal, 10500);
}

TEST_F(ReadCorpus, APreviewStopsEarly)
{
    EXPECT_EQ(read("a\tb\nc\td\ne\tf\n", {.limit = 2}).pairs.size(), 2U);
    EXPECT_THAT(pairsOf(readTwo("a\nb\nc\n", "d\ne\n", {.limit = 1})), ElementsAre("a|d"));
}

TEST_F(ReadCorpus, OneFileWithOneSideAsksForTheOther)
{
    EXPECT_THAT(messageOf([&] { read("Two dogs.\nA cat.\n"); }),
                AllOf(HasSubstr("pairs.txt"), HasSubstr("one side only"), HasSubstr("'Two dogs.'"),
                      HasSubstr("a tab, ' ||| ' or commas"), HasSubstr("the file of the other language")));
}

TEST_F(ReadCorpus, MissingEmptyAndForeignFilesGetAMessage)
{
    EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({(folder.path() / "none.tsv").string()})); }),
                AllOf(HasSubstr("none.tsv"), HasSubstr("there is no such file")));
    EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({folder.path().string()})); }),
                HasSubstr("this is a folder"));
    EXPECT_THAT(messageOf([&] { read(""); }), HasSubstr("the file is empty"));
    EXPECT_THAT(messageOf([&] { read("\n \n\t\n"); }), HasSubstr("no sentence pair"));
    EXPECT_THAT(messageOf([&] { read("\x89PNG\r\n\x1A\n"); }),
                AllOf(HasSubstr("not text"), HasSubstr("a PNG picture")));
    EXPECT_THAT(messageOf([&] { readTwo("", ""); }), HasSubstr("empty"));
}

TEST_F(ReadCorpus, AFileWithoutPermissionIsAMessage)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const auto file = folder.write("secret.tsv", "a\tb\n");
    chmod(file.c_str(), 0);
    EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({file.string()})); }), HasSubstr("may not be read"));
}

TEST_F(ReadCorpus, ALineOfFiftyMegabytesIsSkipped)
{
    const auto file = folder.write("long.tsv", "a\tb\n" + std::string(50'000'000, 'x') + "\ty\nc\td\n");
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file.string()}));
    EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "c|d"));
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("2: the line is too long (50000002 bytes; --limit-line allows 1024 KiB)"));
}

TEST_F(ReadCorpus, TextBeyondTheLimitIsRefused)
{
    const auto file = folder.write("big.tsv", std::string(300'000, 'x') + "\ty\n");
    const ReadLimits limits{.textBytes = 1 << 17};
    EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({file.string()}), {.limits = limits}); }),
                AllOf(HasSubstr("more text in it"), HasSubstr("--limit-text")));
}

TEST_F(ReadCorpus, TwoFilesAreReadLineByLine)
{
    const RawCorpus corpus = readTwo("one\ntwo\nthree\n", "un\ndeux\ntrois");
    EXPECT_EQ(corpus.format, CorpusFormat::LineAligned);
    EXPECT_EQ(corpus.source.label(), "a.en + a.fr");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("one|un", "two|deux", "three|trois"));
}

TEST_F(ReadCorpus, TwoFilesStayAlignedWhereALineIsUnusable)
{
    const RawCorpus corpus = readTwo("one\n\nthr\xFF"
                                     "ee\nfour – quatre\nfive\n\nseven\n",
                                     "un\ndeux\ntrois\n\nci\0nq\n\nsept\n"s);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("one|un", "seven|sept"));
    EXPECT_EQ(corpus.pairs.line(1), 7);
    EXPECT_THAT(skippedOf(corpus),
                ElementsAre("2: the source side is empty", "3: source: invalid UTF-8 at byte 4",
                            "4: the target side is empty", "5: target: a NUL byte at byte 3",
                            "6: both sides are empty"));
}

TEST_F(ReadCorpus, UnequalLineCountsNameBoth)
{
    EXPECT_THAT(messageOf([&] { readTwo("a\nb\nc\n", "d\n"); }),
                AllOf(HasSubstr("same number of lines"), HasSubstr("3 lines in a.en"), HasSubstr("1 line in a.fr"),
                      HasSubstr("Choose two files that belong together")));
    EXPECT_THAT(messageOf([&] { readTwo("a\nb\nc\n", "d\n", {.swap = true}); }), HasSubstr("expected 3 lines in a.en"));
    EXPECT_EQ(readTwo("a\nb\n\n\n", "d\ne\n").pairs.size(), 2U) << "empty lines at the end of one file do no harm";
    EXPECT_EQ(readTwo("a\n\n", "d\ne\n").pairs.size(), 1U) << "a last line may be empty on one side";
}

TEST_F(ReadCorpus, FormatsThatDoNotFitTheFilesAreRefused)
{
    EXPECT_THAT(messageOf([&] { read("a\tb\n", {.format = CorpusFormat::LineAligned}); }, ErrorKind::Usage),
                HasSubstr("format"));
    EXPECT_THAT(messageOf([&] { readTwo("a\n", "b\n", {.format = CorpusFormat::TabSeparated}); }, ErrorKind::Usage),
                HasSubstr("format"));
    EXPECT_THAT(messageOf([] { readCorpus({}); }, ErrorKind::Usage), HasSubstr("no file"));
    EXPECT_THAT(pairsOf(read("a ||| b\tc ||| d\n", {.format = CorpusFormat::TabSeparated})),
                ElementsAre("a ||| b|c ||| d"));
}

std::filesystem::path compress(const std::filesystem::path& file, const std::string& bytes, int filter)
{
    archive* handle = archive_write_new();
    archive_write_add_filter(handle, filter);
    archive_write_set_format_raw(handle);
    archive_write_open_filename(handle, file.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(handle, entry);
    archive_write_data(handle, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_free(handle);
    return file;
}

TEST_F(ReadCorpus, CompressionIsKnownByContentNotByName)
{
    const std::vector<std::pair<int, std::string>> filters{{ARCHIVE_FILTER_GZIP, "gzip"},
                                                           {ARCHIVE_FILTER_BZIP2, "bzip2"},
                                                           {ARCHIVE_FILTER_XZ, "xz"},
                                                           {ARCHIVE_FILTER_ZSTD, "zstd"}};
    for (const auto& [filter, name] : filters) {
        const auto file = compress(folder.path() / "pairs.tsv", "a\tb\nc\td\n", filter);
        const RawCorpus corpus = readCorpus(CorpusSource::parse({file.string()}));
        EXPECT_EQ(corpus.compression, name);
        EXPECT_THAT(pairsOf(corpus), ElementsAre("a|b", "c|d"));
    }
    EXPECT_EQ(read("a\tb\n", {}, "plain.gz").compression, "");
}

TEST_F(ReadCorpus, CompressionCutShortIsAMessage)
{
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += std::to_string(i * 7919) + "\tx\n";
    const auto file = compress(folder.path() / "cut.gz", text, ARCHIVE_FILTER_GZIP);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    EXPECT_THAT(messageOf([&] { readCorpus(CorpusSource::parse({file.string()})); }),
                AllOf(HasSubstr("cut.gz"), HasSubstr("damaged or cut short")));
}

TEST_F(ReadCorpus, TellsProgressAndStopsWhenAsked)
{
    std::string text;
    for (int i = 0; i < 50000; ++i)
        text += "a sentence\tune phrase\n";
    const auto source = CorpusSource::parse({folder.write("many.tsv", text).string()});
    std::vector<double> fractions;
    readCorpus(source, {}, {[&](double fraction) { fractions.push_back(fraction); }, {}});
    EXPECT_GT(fractions.size(), 10U);
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_EQ(fractions.back(), 1.0);

    std::stop_source stop;
    const Progress stopping{[&](double) { stop.request_stop(); }, stop.get_token()};
    EXPECT_THAT(messageOf([&] { readCorpus(source, {}, stopping); }, ErrorKind::Cancelled), HasSubstr("cancelled"));
}

TEST(CorpusSourceWords, NameABuiltInCorpusOneFileOrTwo)
{
    EXPECT_EQ(CorpusSource::parse({"builtin:dates"}).builtin, "dates");
    EXPECT_EQ(CorpusSource::parse({"builtin:dates"}).label(), "dates");
    EXPECT_EQ(CorpusSource::parse({"some/where/a.tsv"}).label(), "a.tsv");
    EXPECT_EQ(CorpusSource::parse({"x/a.de", "y/a.en"}).label(), "a.de + a.en");
    for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                  {"a", "b", "c"},
                                                  {""},
                                                  {"a", ""},
                                                  {"builtin:"},
                                                  {"builtin:dates", "a"},
                                                  {"a", "builtin:dates"}})
        EXPECT_NE(messageOf([&] { CorpusSource::parse(words); }, ErrorKind::Usage), "");
}

TEST(CorpusFormatName, IsOneWord)
{
    EXPECT_EQ(name(CorpusFormat::Automatic), "automatic");
    EXPECT_EQ(name(CorpusFormat::Builtin), "builtin");
    EXPECT_EQ(name(CorpusFormat::TabSeparated), "tsv");
    EXPECT_EQ(name(CorpusFormat::TripleBar), "triple-bar");
    EXPECT_EQ(name(CorpusFormat::LineAligned), "line-aligned");
    EXPECT_EQ(name(CorpusFormat::Labelled), "labelled");
    EXPECT_EQ(name(CorpusFormat::ClassFiles), "class-files");
    EXPECT_EQ(name(CorpusFormat::CommaSeparated), "csv");
    EXPECT_EQ(name(CorpusFormat::JsonLines), "jsonl");
    EXPECT_EQ(name(CorpusFormat::Tmx), "tmx");
    EXPECT_EQ(name(CorpusFormat::Xliff), "xliff");
    EXPECT_EQ(name(CorpusFormat::Po), "po");
}

TEST(ReadBuiltinCorpus, CanBeSwappedAndShortened)
{
    const RawCorpus whole = readCorpus(CorpusSource::parse({"builtin:reverse"}));
    const RawCorpus swapped = readCorpus(CorpusSource::parse({"builtin:reverse"}), {.swap = true, .limit = 3});
    ASSERT_EQ(swapped.pairs.size(), 3U);
    ASSERT_EQ(swapped.gold.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(swapped.pairs.source(i), whole.pairs.target(i));
        EXPECT_EQ(swapped.pairs.target(i), whole.pairs.source(i));
        EXPECT_EQ(swapped.gold[i].sure.size(), whole.gold[i].sure.size());
        EXPECT_EQ(swapped.gold[i].sure.front().target, whole.gold[i].sure.back().source);
    }
    EXPECT_NE(messageOf([] { readCorpus(CorpusSource::parse({"builtin:nothing"})); }, ErrorKind::Usage), "");
}

} // namespace
