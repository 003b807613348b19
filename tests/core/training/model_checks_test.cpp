// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace alignoscope {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// The message that refuses such a model; empty where it is possible.
std::string refusal(const std::function<void(ModelOptions&)>& change)
{
    Experiment experiment;
    change(experiment.model);
    try {
        validate(experiment);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Usage);
        return error.what();
    }
    return {};
}

TEST(ModelChecks, EveryPresetIsPossible)
{
    for (const Preset& preset : presets()) {
        Experiment experiment;
        experiment.model = preset.model;
        experiment.training = preset.training;
        EXPECT_NO_THROW(validate(experiment)) << preset.name;
    }
    EXPECT_EQ(presets().front().name, "quick");
}

TEST(ModelChecks, EveryKindIsPossibleAsItIsChosen)
{
    for (const AttentionKind& kind : attentionKinds())
        EXPECT_EQ(refusal([&](ModelOptions& m) { m.attention = kind.defaults; }), "") << kind.name;
}

TEST(ModelChecks, AKindThatDoesNotReadAnOptionRefusesIt)
{
    const std::vector<std::pair<AttentionOption, std::function<void(AttentionOptions&)>>> changes{
        {AttentionOption::Window, [](AttentionOptions& a) { a.window += 1; }},
        {AttentionOption::Coverage, [](AttentionOptions& a) { a.coverage = !a.coverage; }},
        {AttentionOption::Scale, [](AttentionOptions& a) { a.scale = !a.scale; }},
        {AttentionOption::ScoreMode, [](AttentionOptions& a) { a.scoreMode = ScoreMode::Concat; }},
        {AttentionOption::Causal, [](AttentionOptions& a) { a.causal = !a.causal; }},
        {AttentionOption::Dropout, [](AttentionOptions& a) { a.dropout = 0.5; }}};
    for (const AttentionKind& kind : attentionKinds())
        for (const auto& [option, change] : changes) {
            const std::string message = refusal([&, &apply = change](ModelOptions& m) {
                m.attention = kind.defaults;
                apply(m.attention);
            });
            if (kind.reads(option))
                EXPECT_EQ(message, "") << kind.name;
            else
                EXPECT_THAT(message, AllOf(HasSubstr(kind.name), HasSubstr("no such option")));
        }
}

TEST(ModelChecks, CombinationsThatCannotBeAreExplained)
{
    EXPECT_THAT(refusal([](ModelOptions& m) { m.inputFeeding = true; }), HasSubstr("Choose the Luong decoder"));
    EXPECT_EQ(refusal([](ModelOptions& m) {
                  m.inputFeeding = true;
                  m.decoder = DecoderKind::Luong;
              }),
              "");
    EXPECT_THAT(refusal([](ModelOptions& m) { m.attention.coverageLoss = 1; }), HasSubstr("Switch coverage on"));
    EXPECT_THAT(refusal([](ModelOptions& m) {
                    m.tieEmbeddings = true;
                    m.maxout = 3;
                }),
                HasSubstr("256 units, not 3"));
    EXPECT_EQ(refusal([](ModelOptions& m) { m.tieEmbeddings = true; }), "");
    EXPECT_THAT(refusal([](ModelOptions& m) { m.attention.kind = "sideways"; }),
                AllOf(HasSubstr("sideways"), HasSubstr("additive")));
    for (const AttentionKind& kind : attentionKinds()) {
        const auto with = [&kind](auto change) {
            return refusal([&](ModelOptions& m) {
                m.attention = kind.defaults;
                change(m);
            });
        };
        const std::string odd = with([](ModelOptions& m) { m.hidden = 5; });
        EXPECT_THAT(odd, kind.comparesStates ? HasSubstr("Choose 6 units") : HasSubstr("")) << kind.name;
        EXPECT_EQ(odd.empty(), !kind.comparesStates) << kind.name;
        EXPECT_EQ(with([](ModelOptions& m) {
                      m.hidden = 5;
                      m.bidirectional = false;
                  }),
                  "")
            << kind.name;
        const std::string limited = with([](ModelOptions& m) { m.attention.limit.limit = StateLimit::Best; });
        EXPECT_EQ(limited.empty(), kind.aligns) << kind.name << ": " << limited;
    }
}

} // namespace
} // namespace alignoscope
