// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/subwords_file.h"

#include "alignoscope/run.h"
#include "samples.h"
#include "storage/run_folder.h"
#include "storage/run_writer.h"
#include "support/shared_data.h"
#include "support/subword_sample.h"

#include <fstream>

namespace alignoscope::storage {
namespace {

namespace fs = std::filesystem;
using alignoscope::testing::learnFrom;
using alignoscope::testing::stemSentences;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::sampleExperiment;
using testing::sampleVocabulary;
using testing::storageFailure;

Experiment withSubwords()
{
    Experiment experiment = sampleExperiment();
    TextOptions& text = experiment.dataset.text;
    text.sourceTokenizer = text.targetTokenizer = TokenizerKind::Subwords;
    text.subwords = {SubwordMethod::Unigram, 60, true, "there/source.model", "there/target.model"};
    text.sourceModel = learnFrom(stemSentences(), {SubwordMethod::Bpe, 60});
    text.targetModel = learnFrom(stemSentences(), {SubwordMethod::Unigram, 40});
    return experiment;
}

struct SubwordsFile : ::testing::Test {
    TemporaryFolder place;
    fs::path folder = place.path() / "run";

    void create(const Experiment& experiment) const
    {
        RunWriter::create(folder, experiment, sampleVocabulary(), sampleVocabulary());
    }
    [[nodiscard]] std::string opening() const
    {
        return storageFailure([&] { alignoscope::Run::open(folder); });
    }
};

TEST_F(SubwordsFile, BothModelsReturnWithTheRun)
{
    const Experiment experiment = withSubwords();
    create(experiment);
    EXPECT_EQ(alignoscope::Run::open(folder).experiment(), experiment);
    EXPECT_EQ(SubwordModel::load(sourceSubwordsFile(folder)), *experiment.dataset.text.sourceModel);
}

TEST_F(SubwordsFile, OnlySidesThatAreCutHaveOne)
{
    Experiment experiment = withSubwords();
    experiment.dataset.text.sourceTokenizer = TokenizerKind::Words;
    create(experiment);
    EXPECT_FALSE(fs::exists(sourceSubwordsFile(folder)));
    const TextOptions text = alignoscope::Run::open(folder).experiment().dataset.text;
    EXPECT_FALSE(text.sourceModel);
    EXPECT_EQ(text.targetModel, experiment.dataset.text.targetModel);
}

TEST_F(SubwordsFile, GoingOnLeavesThem)
{
    const Experiment experiment = withSubwords();
    create(experiment);
    RunWriter::resume(folder, experiment);
    EXPECT_EQ(alignoscope::Run::open(folder).experiment(), experiment);
}

TEST_F(SubwordsFile, AMissingOrDamagedOneIsTold)
{
    create(withSubwords());
    std::ofstream(targetSubwordsFile(folder), std::ios::binary) << "no model";
    EXPECT_THAT(opening(), AllOf(HasSubstr("target.subwords.model"), HasSubstr("not a SentencePiece model")));
    fs::remove(sourceSubwordsFile(folder));
    EXPECT_THAT(opening(), AllOf(HasSubstr("source.subwords.model"), HasSubstr("missing")));
}

TEST_F(SubwordsFile, ASideThatIsCutNeedsAModelToBeStored)
{
    Experiment experiment = withSubwords();
    experiment.dataset.text.targetModel.reset();
    EXPECT_THROW(create(experiment), Error);
    EXPECT_FALSE(alignoscope::Run::isRun(folder));
    create(withSubwords()); // the beginnings of an unfinished run are no obstacle
    EXPECT_TRUE(alignoscope::Run::isRun(folder));
}

} // namespace
} // namespace alignoscope::storage
