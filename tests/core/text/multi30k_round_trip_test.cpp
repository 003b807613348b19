// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "analysis/bleu_tokenizer.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope;

/// What BLEU sees must survive tokenising and joining: otherwise a perfect model would not score 100.
double shareThatBleuSeesUnchanged(const std::string& left, const std::string& right)
{
    const auto leftFile = alignoscope::testing::sharedData(left), rightFile = alignoscope::testing::sharedData(right);
    const RawCorpus corpus = readCorpus(CorpusSource::parse({leftFile->string(), rightFile->string()}));
    std::size_t same = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        for (const std::string_view line : {corpus.pairs.source(i), corpus.pairs.target(i)}) {
            const std::string joined = detokenize(tokenize(line, TokenizerKind::Words, false), TokenizerKind::Words);
            same += analysis::tokenize13a(joined) == analysis::tokenize13a(line) ? 1 : 0;
        }
    return static_cast<double>(same) / static_cast<double>(2 * corpus.pairs.size());
}

TEST(Multi30kRoundTrip, EnglishGermanAndFrenchComeBackForBleu)
{
    if (!alignoscope::testing::sharedData("parallel/multi30k/train.de.gz"))
        GTEST_SKIP() << "the development data is not here";
    EXPECT_GT(shareThatBleuSeesUnchanged("parallel/multi30k/train.de.gz", "parallel/multi30k/train.en.gz"), 0.998);
    EXPECT_GT(shareThatBleuSeesUnchanged("parallel/multi30k/val.fr.gz", "parallel/multi30k/val.de.gz"), 0.998);
}

} // namespace
