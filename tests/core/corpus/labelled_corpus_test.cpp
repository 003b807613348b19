// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts with labels: a table of two columns, or a file a class.
#include "alignoscope/dataset.h"
#include "core/corpus/corpus_test_support.h"
#include "corpus/label_column.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::pairsOf;
using alignoscope::testing::sharedData;
using alignoscope::testing::skippedOf;
using alignoscope::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Eight texts, labels first; quote characters are text.
constexpr std::string_view table = "ham\tsee you \"there\n"
                                   "spam\twin a prize\"\n"
                                   "ham\twhere are you\n"
                                   "ham\tnot today\n"
                                   "spam\tfree entry now\n"
                                   "ham\tI am on my way\n"
                                   "ham\tok see you then\n"
                                   "spam\tcall this number\n";

/// The same with the columns changed about.
std::string turnedAbout()
{
    std::string turned;
    for (const char* line : {"see you there", "where are you", "not today, please", "I am on my way"})
        turned.append(line).append("\tham\n").append(line).append(" for free\tnot ham\n");
    return turned;
}

RawCorpus readText(const std::string& bytes, const ReadOptions& options = {})
{
    const TemporaryFolder folder;
    return readCorpus(CorpusSource::parse({folder.write("texts.tsv", bytes).string()}), options);
}

RawCorpus readClasses(const std::vector<std::filesystem::path>& files, const ReadOptions& options = {})
{
    CorpusSource source;
    source.classFiles = files;
    return readCorpus(source, options);
}

TEST(LabelledTable, IsRecognisedWithItsLabelsInFront)
{
    const RawCorpus corpus = readText(std::string(table));
    EXPECT_EQ(corpus.format, CorpusFormat::Labelled);
    EXPECT_EQ(corpus.task, Task::Classification);
    EXPECT_EQ(corpus.labelColumn, 0);
    EXPECT_EQ(corpus.suggested.targetTokenizer, TokenizerKind::Whole);
    EXPECT_EQ(corpus.pairs.size(), 8U);
    EXPECT_EQ(corpus.pairs.source(0), "see you \"there");
    EXPECT_EQ(corpus.pairs.target(0), "ham");
    EXPECT_EQ(corpus.skippedTotal, 0);
}

TEST(LabelledTable, IsRecognisedWithItsLabelsBehind)
{
    const RawCorpus corpus = readText(turnedAbout());
    EXPECT_EQ(corpus.format, CorpusFormat::Labelled);
    EXPECT_EQ(corpus.labelColumn, 1);
    EXPECT_EQ(corpus.pairs.target(1), "not ham");
    EXPECT_EQ(corpus.pairs.source(1), "see you there for free");
}

TEST(LabelledTable, MayBeReadAsATranslationAllTheSame)
{
    const RawCorpus corpus = readText(std::string(table), {.format = CorpusFormat::TabSeparated});
    EXPECT_EQ(corpus.format, CorpusFormat::TabSeparated);
    EXPECT_EQ(corpus.task, Task::Translation);
    EXPECT_EQ(corpus.pairs.source(0), "ham");
}

TEST(LabelledTable, SwapTakesTheOtherColumnForTheLabel)
{
    const RawCorpus corpus = readText(std::string(table), {.swap = true});
    EXPECT_EQ(corpus.labelColumn, 1);
    EXPECT_EQ(corpus.pairs.target(0), "see you \"there");
    EXPECT_EQ(corpus.pairs.source(0), "ham");
}

TEST(LabelledTable, ALineThatNamesTheColumnsIsNoText)
{
    const RawCorpus corpus = readText("Sentiment\tsentence\n" + std::string(table));
    EXPECT_EQ(corpus.pairs.size(), 8U);
    EXPECT_THAT(skippedOf(corpus), ElementsAre("1: the line names the columns"));
}

TEST(LabelledTable, WhenAskedForIsReadHoweverShort)
{
    const RawCorpus corpus = readText("I like it\tgood\nno\tbad\nyes\tgood\n", {.format = CorpusFormat::Labelled});
    EXPECT_THAT(pairsOf(corpus), ElementsAre("I like it|good", "no|bad", "yes|good"));
}

TEST(LabelledTable, OfManyColumnsTakesTheOnesAskedFor)
{
    const RawCorpus corpus = readText("1\tgood\tI like it\n2\tbad\tno\n",
                                      {.format = CorpusFormat::Labelled, .sourceColumn = 2, .targetColumn = 1});
    EXPECT_THAT(pairsOf(corpus), ElementsAre("I like it|good", "no|bad"));
    EXPECT_EQ(corpus.labelColumn, 1);
    EXPECT_EQ(corpus.task, Task::Classification);
}

/// What looks a little like labels and is none.
TEST(LabelRecognition, LeavesTranslationsAlone)
{
    const auto isTranslation = [](const std::vector<std::string>& lines) {
        return corpus::recognizeLabels(lines).column == -1;
    };
    EXPECT_TRUE(isTranslation({"Go.\tVa !", "Go.\tPars !", "Go.\tBouge !", "Hi.\tSalut !", "Hi.\tSalut.",
                               "Hi.\tBonjour.", "Hi.\tCoucou.", "Go.\tDégage !"})); // as short as each other
    EXPECT_TRUE(isTranslation({"a\tone word", "b\ttwo words", "a\tthree words"}));  // too few lines
    std::vector<std::string> different;
    for (int i = 0; i < 100; ++i)
        different.push_back(std::to_string(i) + "\tthe number " + std::to_string(i));
    EXPECT_TRUE(isTranslation(different)); // a hundred labels for a hundred texts
}

TEST(LabelRecognition, ATableSortedByLabelMayBeginWithOneAlone)
{
    std::vector<std::string> lines;
    for (int i = 0; i < 120; ++i)
        lines.push_back("pos\tthe text of number " + std::to_string(i));
    EXPECT_EQ(corpus::recognizeLabels(lines).column, 0);
    lines.resize(50);
    EXPECT_EQ(corpus::recognizeLabels(lines).column, -1);
}

TEST(ClassFiles, GiveEveryLineTheNameOfItsFile)
{
    const TemporaryFolder folder;
    const RawCorpus corpus =
        readClasses({folder.write("plot.tok.txt", "one\n\nthree\n"), folder.write("quote.tok.txt", "eins\nzwei\n")});
    EXPECT_EQ(corpus.format, CorpusFormat::ClassFiles);
    EXPECT_EQ(corpus.task, Task::Classification);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("one|plot", "eins|quote", "zwei|quote", "three|plot"));
    EXPECT_THAT(skippedOf(corpus), ElementsAre("2: plot.tok.txt: the line is empty"));
    EXPECT_EQ(corpus.source.label(), "plot.tok.txt + quote.tok.txt");
}

TEST(ClassFiles, APreviewShowsEveryClass)
{
    const TemporaryFolder folder;
    const RawCorpus corpus =
        readClasses({folder.write("a.txt", "1\n2\n3\n"), folder.write("b.txt", "4\n5\n6\n")}, {.limit = 3});
    EXPECT_THAT(pairsOf(corpus), ElementsAre("1|a", "4|b", "2|a"));
}

TEST(ClassFiles, ALabelIsWhatTellsTheFilesApart)
{
    EXPECT_THAT(classLabels({"x/plot.tok.gz", "x/quote.tok.gz"}), ElementsAre("plot", "quote"));
    EXPECT_THAT(classLabels({"polarity.pos", "polarity.neg"}), ElementsAre("pos", "neg"));
    EXPECT_THAT(classLabels({"data/pos/all.txt", "data/neg/all.txt"}), ElementsAre("pos", "neg"));
    EXPECT_THAT(classLabels({"alt atheism.txt", "sci space.txt"}), ElementsAre("alt atheism", "sci space"));
    EXPECT_THAT(messageOf([] { classLabels({"a.txt"}); }, ErrorKind::Usage), HasSubstr("two files or more"));
    EXPECT_THAT(messageOf([] { classLabels({"x/a.txt", "x/a.txt"}); }, ErrorKind::Usage), HasSubstr("the same class"));
}

TEST(ClassFiles, AnEmptyClassIsAnError)
{
    const TemporaryFolder folder;
    const auto full = folder.write("a.txt", "1\n"), empty = folder.write("b.txt", "\n");
    EXPECT_THAT(messageOf([&] { readClasses({full, empty}); }), HasSubstr("for the class 'b'"));
    EXPECT_THAT(messageOf(
                    [&] {
                        readClasses({full, empty}, {.format = CorpusFormat::TripleBar});
                    },
                    ErrorKind::Usage),
                HasSubstr("class-files"));
}

TEST(Labels, AreCountedMostFrequentFirst)
{
    const auto labels = countLabels(readText(std::string(table)));
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].label, "ham");
    EXPECT_EQ(labels[0].texts, 5);
    EXPECT_EQ(labels[1].texts, 3);
    EXPECT_TRUE(countLabels(readText("a\tb\n")).empty());
}

TEST(LabelledDataset, KeepsLongTextsAndRareLabelsAndLabelsOfSeveralWords)
{
    RawCorpus corpus =
        alignoscope::testing::makeCorpus({{"a b c d e f", "Very Good"}, {"a b", "Very Good"}, {"a", "rather bad"}});
    corpus.task = Task::Classification;
    DatasetOptions options;
    options.maxLength = 4;
    options.minCount = 2;
    options.validationSplit = 0;
    options.text.lowercase = true;
    const Dataset dataset = buildDataset({.corpus = std::make_shared<RawCorpus>(corpus)}, options);
    EXPECT_EQ(dataset.task, Task::Classification);
    EXPECT_EQ(dataset.training.size(), 3U);
    EXPECT_EQ(dataset.tooLong, 1);
    EXPECT_EQ(dataset.options.text.targetTokenizer, TokenizerKind::Whole);
    EXPECT_EQ(dataset.targetVocabulary.size(), Vocabulary::marks + 2);
    EXPECT_EQ(dataset.targetVocabulary.token(TokenId{3}), "Very Good");
    EXPECT_EQ(dataset.targetVocabulary.token(TokenId{4}), "rather bad");
    EXPECT_THAT(dataset.training.target(2), ElementsAre(TokenId{4}, Vocabulary::endSentence));
    const CorpusSummary summary = summarize(corpus, options);
    EXPECT_EQ(summary.tooLong, 1);
    EXPECT_EQ(summary.target.tokens, 3);
    ASSERT_EQ(summary.labels.size(), 2U);
}

TEST(LabelledDataset, LeavesOutLabelsThatWereNeverTrainedOn)
{
    RawCorpus corpus = alignoscope::testing::makeCorpus({{"a", "x"}, {"b", "y"}});
    RawCorpus validation = alignoscope::testing::makeCorpus({{"a", "x"}, {"b", "z"}});
    corpus.task = Task::Classification;
    const auto one = std::make_shared<RawCorpus>(corpus);
    EXPECT_THAT(messageOf(
                    [&] {
                        buildDataset({one, std::make_shared<RawCorpus>(validation)}, {});
                    },
                    ErrorKind::Usage),
                HasSubstr("of another kind"));
    validation.task = Task::Classification;
    const Dataset dataset = buildDataset({one, std::make_shared<RawCorpus>(validation)}, {});
    EXPECT_EQ(dataset.validation.size(), 1U);
    EXPECT_EQ(dataset.unknownLabels, 1);
}

TEST(SharedLabelled, SpamIsReadWhole)
{
    const auto file = sharedData("classification/sms-spam.tsv.gz");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file->string()}));
    EXPECT_EQ(corpus.format, CorpusFormat::Labelled);
    EXPECT_EQ(corpus.skippedTotal, 0);
    const auto labels = countLabels(corpus);
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].texts, 4827);
    EXPECT_EQ(labels[1].texts, 747);
}

TEST(SharedLabelled, SubjectivityIsReadWhole)
{
    const auto plot = sharedData("classification/subjectivity/plot.tok.gt9.5000.gz");
    const auto quote = sharedData("classification/subjectivity/quote.tok.gt9.5000.gz");
    if (!plot || !quote)
        GTEST_SKIP() << "the development data is not here";
    const auto labels = countLabels(readClasses({*plot, *quote}));
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].label, "plot");
    EXPECT_EQ(labels[0].texts, 5000);
    EXPECT_EQ(labels[1].texts, 5000);
}

} // namespace
