// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using namespace alignoscope::testing;
using ::testing::HasSubstr;

class Formats : public ::testing::Test {
protected:
    Outcome inspect(const std::string& name, const std::string& bytes, std::vector<std::string> options = {})
    {
        options.insert(options.begin(), {"inspect", folder.write(name, bytes).string()});
        return run(options);
    }
    TemporaryFolder folder;
};

TEST_F(Formats, InspectTellsFieldsEncodingAndNotes)
{
    const std::string text = "id;de;en\n1;\"sch\xF6n; gut\";good\n2;\xFC"
                             "ber;over\n3;f\xFCr;for\n";
    const Outcome guessed = inspect("a.csv", text);
    ASSERT_EQ(guessed.status, 0) << guessed.err;
    EXPECT_EQ(guessed.json()["format"], "csv");
    EXPECT_EQ(guessed.json()["encoding_guessed"], true);
    EXPECT_EQ(guessed.json()["fields"], nlohmann::ordered_json({"id", "de", "en"}));
    EXPECT_EQ(guessed.json()["source_field"], "de");
    EXPECT_EQ(guessed.json()["notes"].size(), 2U);
    const Outcome chosen =
        inspect("a.csv", text, {"--encoding", "windows-1252", "--source-field", "en", "--target-field", "de"});
    ASSERT_EQ(chosen.status, 0) << chosen.err;
    EXPECT_EQ(chosen.json()["encoding_guessed"], false);
    EXPECT_EQ(chosen.json()["target_field"], "de");
    EXPECT_EQ(chosen.json()["first_pairs"][0]["target"][0], "schön");
    EXPECT_EQ(chosen.json()["member"], "");
    EXPECT_TRUE(chosen.json()["members"].empty());
}

TEST_F(Formats, LimitsAreOptionsAndNamedByMessages)
{
    const std::string text = "a\tb\n" + std::string(3000, 'x') + "\ty\n";
    EXPECT_EQ(inspect("a.tsv", text).json()["pairs"], 2);
    const Outcome narrow = inspect("a.tsv", text, {"--limit-line", "1"});
    EXPECT_EQ(narrow.json()["pairs"], 1);
    EXPECT_THAT(narrow.json()["warnings"][0]["reason"].get<std::string>(), HasSubstr("--limit-line"));
    std::string large;
    while (large.size() < std::size_t{3} << 19)
        large += "a sentence\tune phrase\n";
    const Outcome refused = inspect("a.tsv", large, {"--limit-text", "1"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("--limit-text"));
    EXPECT_EQ(inspect("a.tsv", text, {"--limit-depth", "0"}).status, 2);
    EXPECT_EQ(inspect("a.tsv", text, {"--target-member", "x"}).status, 2);
}

TEST_F(Formats, AskedForOnesAreTaken)
{
    EXPECT_EQ(inspect("a.txt", "{\"a\": \"b\", \"c\": \"d\"}\n", {"--format", "jsonl"}).json()["format"], "jsonl");
    const Outcome none = inspect("a.txt", "a\tb\n", {"--format", "tmx"});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("no sentence pair"));
}

} // namespace
