// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"

#include "core/corpus/corpus_test_support.h"
#include "corpus/dataset_builder.h"
#include "support/subword_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::learnFrom;
using alignoscope::testing::makeCorpus;
using alignoscope::testing::sharedData;
using alignoscope::testing::stemSentences;
using alignoscope::testing::TemporaryFolder;

/// Sentences and the same in capitals.
std::shared_ptr<const RawCorpus> corpusOfStems()
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& sentence : stemSentences()) {
        std::string loud = sentence;
        for (char& c : loud)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        pairs.emplace_back(sentence, loud);
    }
    return std::make_shared<const RawCorpus>(makeCorpus(pairs));
}

DatasetOptions subwords(SubwordOptions options = {SubwordMethod::Bpe, 60})
{
    DatasetOptions dataset;
    dataset.text.sourceTokenizer = dataset.text.targetTokenizer = TokenizerKind::Subwords;
    dataset.text.subwords = std::move(options);
    return dataset;
}

TEST(SubwordDataset, LearnsAModelASide)
{
    const auto corpus = corpusOfStems();
    const Dataset dataset = buildDataset({corpus}, subwords());
    const TextOptions& text = dataset.options.text;
    ASSERT_TRUE(text.sourceModel && text.targetModel);
    EXPECT_NE(text.sourceModel, text.targetModel);
    const std::size_t raw = dataset.training.rawIndex(0);
    const auto tokens = tokenize(corpus->pairs.source(raw), text.source());
    const auto ids = dataset.training.source(0);
    ASSERT_EQ(ids.size(), tokens.size() + 1);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        EXPECT_EQ(dataset.sourceVocabulary.token(ids[i]), tokens[i]);
    EXPECT_EQ(detokenize(tokens, text.source()), corpus->pairs.source(raw));
    EXPECT_LE(dataset.sourceVocabulary.size(), 60 + Vocabulary::marks);
}

TEST(SubwordDataset, TheSameWhateverTheCores)
{
    const auto corpus = corpusOfStems();
    const Dataset one = corpus::buildDataset({corpus}, subwords(), 1, {});
    const Dataset three = corpus::buildDataset({corpus}, subwords(), 3, {});
    EXPECT_EQ(one.options, three.options);
    EXPECT_EQ(one.sourceVocabulary.size(), three.sourceVocabulary.size());
}

TEST(SubwordDataset, JointSidesShareAModel)
{
    const auto corpus = corpusOfStems();
    const TextOptions text = buildDataset({corpus}, subwords({SubwordMethod::Unigram, 80, true})).options.text;
    ASSERT_TRUE(text.sourceModel);
    EXPECT_EQ(text.sourceModel, text.targetModel);
    EXPECT_EQ(detokenize(tokenize("the old reader", text.source()), text.source()), "the old reader");
    EXPECT_LT(tokenize("THE OLD READER", text.source()).size(), 12U);
}

TEST(SubwordDataset, AModelThatIsThereIsUsed)
{
    TemporaryFolder folder;
    const SubwordModel other = learnFrom(stemSentences(), {SubwordMethod::Bpe, 45});
    DatasetOptions options = subwords({SubwordMethod::Bpe, 60, false, folder.write("a.model", other.bytes())});
    const auto corpus = corpusOfStems();
    const TextOptions text = withSubwordModels(*corpus, options.text);
    EXPECT_EQ(text.sourceModel, other);
    EXPECT_NE(text.targetModel, other);
    EXPECT_EQ(withSubwordModels(*corpus, text), text);
    options.text.sourceModel = learnFrom(stemSentences(), {SubwordMethod::Bpe, 50}); // as of a run that goes on
    EXPECT_EQ(withSubwordModels(*corpus, options.text).sourceModel, options.text.sourceModel);
    options.text.subwords = {SubwordMethod::Bpe, 60, true};
    EXPECT_EQ(withSubwordModels(*corpus, options.text).targetModel, options.text.sourceModel);
    options.text.subwords.targetFile = folder.path() / "none.model";
    EXPECT_THROW(withSubwordModels(*corpus, options.text), Error);
}

TEST(SubwordDataset, LearnsFromTextAsItIsRead)
{
    DatasetOptions options = subwords({SubwordMethod::Bpe, 60, true});
    options.text.lowercase = true;
    const auto corpus = corpusOfStems();
    const TextOptions text = withSubwordModels(*corpus, options.text);
    EXPECT_EQ(tokenize("THE OLD READER", text.target()), tokenize("the old reader", text.source()));
    EXPECT_LT(tokenize("THE OLD READER", text.target()).size(), 10U);
}

TEST(SubwordDataset, ASummaryCountsPieces)
{
    const auto corpus = corpusOfStems();
    DatasetOptions options = subwords();
    const CorpusSummary pieces = summarize(*corpus, options);
    options.text = {};
    const CorpusSummary words = summarize(*corpus, options);
    EXPECT_GT(pieces.source.tokens, words.source.tokens);
    EXPECT_LE(pieces.source.types, 60);
}

TEST(SubwordDataset, ALabelIsNeverCut)
{
    RawCorpus corpus =
        makeCorpus({{"a good book", "good one"}, {"a bad film", "bad one"}, {"a good film", "good one"}});
    corpus.task = Task::Classification;
    const TextOptions text = withSubwordModels(corpus, subwords().text);
    EXPECT_TRUE(text.sourceModel);
    EXPECT_FALSE(text.targetModel);
    EXPECT_EQ(text.targetTokenizer, TokenizerKind::Whole);
}

TEST(SubwordDataset, CanBeCancelled)
{
    std::stop_source source;
    source.request_stop();
    try {
        buildDataset({corpusOfStems()}, subwords(), {{}, source.get_token()});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
    }
}

TEST(SharedTatoeba, JapaneseIsCutIntoWordsAndComesBack)
{
    const auto file = sharedData("parallel/tatoeba/eng-jpn.sample.tsv.gz");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file->string()}));
    std::size_t words = 0, characters = 0, same = 0, spaceless = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const auto text = corpus.pairs.target(i);
        const auto tokens = tokenize(text, TokenizerKind::Words, false);
        words += tokens.size();
        characters += tokenize(text, TokenizerKind::Characters, false).size();
        if (text.find(' ') != text.npos || text.find("\u3000") != text.npos)
            continue;
        ++spaceless;
        same += detokenize(tokens, TokenizerKind::Words) == text ? 1 : 0;
    }
    EXPECT_GT(characters, words * 3 / 2); // a word is 1.5 characters and more
    EXPECT_GE(same, spaceless * 99 / 100);
}

TEST(SharedTatoeba, JapaneseSubwordsComeBackToo)
{
    const auto file = sharedData("parallel/tatoeba/eng-jpn.sample.tsv.gz");
    if (!file)
        GTEST_SKIP() << "the development data is not here";
    const RawCorpus corpus = readCorpus(CorpusSource::parse({file->string()}));
    const TextOptions text = withSubwordModels(corpus, subwords({SubwordMethod::Unigram, 2500}).text);
    const SideText side = text.target(), characters{TokenizerKind::Characters};
    for (std::size_t i = 0; i < corpus.pairs.size(); i += 7) {
        const auto cleaned = detokenize(tokenize(corpus.pairs.target(i), characters), characters);
        EXPECT_EQ(detokenize(tokenize(cleaned, side), side), cleaned);
    }
}

} // namespace
