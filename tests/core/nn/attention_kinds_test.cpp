// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/attention_passes.h"

#include "alignoscope/error.h"

// Every kind there is, with each of its options: a new file in core/nn/attention is checked here without being named.
namespace alignoscope::nn {
namespace {

using testing::Block;
using testing::check;
using testing::checkGradient;
using testing::expectRight;
using testing::someMatrix;

Index rowsOf(const std::vector<StartBlock>& blocks)
{
    Index rows = 0;
    for (const StartBlock& block : blocks)
        rows += block.rows;
    return rows;
}

/// The kind as it is chosen, and with each option it reads.
std::vector<AttentionOptions> variants(const AttentionKind& kind)
{
    std::vector<AttentionOptions> all{kind.defaults};
    const auto with = [&](AttentionOption option, auto&& change) {
        if (kind.reads(option))
            change(all.emplace_back(kind.defaults));
    };
    with(AttentionOption::Coverage, [](AttentionOptions& o) { o.coverage = true; });
    with(AttentionOption::Scale, [](AttentionOptions& o) { o.scale = !o.scale; });
    with(AttentionOption::ScoreMode, [](AttentionOptions& o) { o.scoreMode = ScoreMode::Concat; });
    with(AttentionOption::ScoreMode, [](AttentionOptions& o) {
        o.scoreMode = ScoreMode::Concat;
        o.scale = !o.scale;
    });
    with(AttentionOption::Causal, [](AttentionOptions& o) { o.causal = true; });
    with(AttentionOption::Window, [](AttentionOptions& o) { o.window = 1; });
    if (kind.aligns)
        for (const StateLimit limit : {StateLimit::Best, StateLimit::Window})
            all.emplace_back(kind.defaults).limit = {limit, 3};
    return all;
}

/// L = uᵀ c + vᵀ α for one query over five tokens.
struct OneQuery {
    static constexpr Index units = 4, length = 5;
    AttentionOptions options;
    AttentionSizes sizes{units, units, units / 2, 3, 8};
    std::unique_ptr<Attention<double>> attention = makeAttention<double>(sizes, options);
    ParameterLayout layout;
    std::unique_ptr<Block> block;
    Matrix<double> state = someMatrix(units, 1, 1), query, keys, annotations = someMatrix(units, length, 3),
                   coverage = someMatrix(length, 1, 6).cwiseAbs();
    Vector<double> direction = someMatrix(units, 1, 4), wanted = someMatrix(length, 1, 5);
    Vector<double> alphas = Vector<double>(length), context = Vector<double>(units);
    AttentionScratch<double> scratch;
    Dropout dropout;
    Index position = 2;
    Matrix<double> stateGradient, queryGradient, keyGradient, annotationGradient, coverageGradient;

    explicit OneQuery(const AttentionOptions& given) : options(given)
    {
        attention->addParameters(layout, "attention");
        block = std::make_unique<Block>(layout, 1.5);
        query = someMatrix(rowsOf(attention->queryBlocks()), 1, 7);
        keys = someMatrix(rowsOf(attention->keyBlocks()), length, 2);
    }
    AttentionInput<double> input()
    {
        AttentionInput<double> in{{state.data(), units},
                                  {query.data(), query.rows()},
                                  {keys.data(), keys.rows(), length},
                                  {annotations.data(), units, length}};
        in.position = position;
        if (attention->readsCoverage())
            new (&in.coverage) AttentionInput<double>::Column(coverage.data(), length);
        in.dropout = &dropout;
        in.dropoutKey = 11;
        return in;
    }
    double loss()
    {
        attention->forward(block->packed(), input(), {alphas.data(), length}, {context.data(), units}, scratch);
        return context.dot(direction) + (attention->aligns() ? alphas.dot(wanted) : 0);
    }
    void backward()
    {
        loss();
        stateGradient.setZero(units, 1);
        queryGradient.setZero(query.rows(), 1);
        keyGradient.setZero(keys.rows(), length);
        annotationGradient.setZero(units, length);
        coverageGradient.setZero(length, 1);
        attention->backward(block->packed(), input(), {alphas.data(), length}, {direction.data(), units},
                            {wanted.data(), length}, scratch,
                            {block->gradient.data(),
                             {stateGradient.data(), units},
                             {queryGradient.data(), query.rows()},
                             {keyGradient.data(), keys.rows(), length},
                             {annotationGradient.data(), units, length},
                             {coverageGradient.data(), length}});
    }
    void expectGradients(const std::string& what)
    {
        SCOPED_TRACE(what);
        backward();
        const auto expect = [&](Matrix<double>& values, const Matrix<double>& gradient, const char* name) {
            if (values.size() > 0) {
                EXPECT_LT(check(values, gradient, [&] { return loss(); }).worst, 1e-7) << name;
            }
        };
        expect(state, stateGradient, "state");
        expect(query, queryGradient, "query");
        expect(keys, keyGradient, "keys");
        if (attention->readsCoverage())
            expect(coverage, coverageGradient, "coverage");
        expectRight(check(annotations, annotationGradient, [&] { return loss(); }), "annotations");
        if (!block->values.empty())
            expectRight(checkGradient(block->values, block->gradient, [&] { return loss(); }), "parameters");
        EXPECT_GT(stateGradient.norm() + queryGradient.norm() + (attention->aligns() ? 0 : 1), 1e-3)
            << "the query does not matter";
    }
};

std::string nameOf(const AttentionOptions& options)
{
    return options.kind + (options.coverage ? ", coverage" : "") + (options.scale ? ", scale" : "")
        + (options.scoreMode == ScoreMode::Concat ? ", concat" : "") + (options.causal ? ", causal" : "")
        + (options.limit.limit == StateLimit::Best ? ", best" : "")
        + (options.limit.limit == StateLimit::Window ? ", window" : "");
}

TEST(AttentionKinds, GradientOfEverythingTheyRead)
{
    for (const AttentionKind& kind : attentionKinds())
        for (const AttentionOptions& options : variants(kind))
            OneQuery(options).expectGradients(nameOf(options));
}

TEST(AttentionKinds, GradientWithSomeWeightsDropped)
{
    for (const AttentionKind& kind : attentionKinds())
        if (kind.reads(AttentionOption::Dropout)) {
            OneQuery one(kind.defaults);
            one.dropout = {0.4, 3};
            one.expectGradients(kind.name + ", dropout");
            EXPECT_GT((one.context - one.annotations * one.alphas).norm(), 1e-3) << "nothing was dropped";
        }
}

TEST(AttentionKinds, WeightsAreADistributionOverWhatIsSeen)
{
    for (const AttentionKind& kind : attentionKinds())
        for (const AttentionOptions& options : variants(kind)) {
            OneQuery one(options);
            one.loss();
            SCOPED_TRACE(nameOf(options));
            EXPECT_GE(one.alphas.minCoeff(), 0);
            EXPECT_LE(one.alphas.sum(), 1 + 1e-12);
            if (!kind.aligns) {
                EXPECT_EQ(one.alphas.norm(), 0);
                continue;
            }
            EXPECT_GT(one.alphas.sum(), kind.reads(AttentionOption::Window) ? 0.1 : 1 - 1e-12);
            EXPECT_LT((one.context - one.annotations * one.alphas).norm(), 1e-12);
            if (options.limit.limit != StateLimit::All) {
                EXPECT_LE((one.alphas.array() > 0).count(), 3);
            }
            if (options.causal) {
                EXPECT_EQ(one.alphas.tail(OneQuery::length - 3).norm(), 0) << "target word 3 sees source words 1 to 3";
            }
        }
}

TEST(AttentionKinds, LargeScoresStayFinite)
{
    for (const AttentionKind& kind : attentionKinds()) {
        OneQuery one(kind.defaults);
        for (double& value : one.block->values)
            value *= 1e4;
        one.query *= 1e4;
        one.keys *= 1e4;
        one.loss();
        EXPECT_TRUE(one.alphas.allFinite()) << kind.name;
    }
}

TEST(AttentionKinds, AreFoundByName)
{
    EXPECT_EQ(attentionKinds().front().name, "additive");
    for (const AttentionKind& kind : attentionKinds()) {
        EXPECT_EQ(attentionKind(kind.name).title, kind.title);
        EXPECT_EQ(kind.defaults.kind, kind.name);
        EXPECT_FALSE(kind.summary.empty() || kind.equation.empty() || kind.source.empty()) << kind.name;
    }
    EXPECT_THROW(attentionKind("telepathy"), Error);
}

/// e = 1, 4, 2, 4, 0
TEST(StateLimit, KeepsTheHighestScoresAndOfEqualOnesTheLeftmost)
{
    Vector<double> e(5);
    Buffer<double> scratch;
    constexpr double hidden = -std::numeric_limits<double>::infinity();
    e << 1, 4, 2, 4, 0;
    limitStates({StateLimit::Best, 1}, e, scratch);
    EXPECT_EQ(e, (Vector<double>(5) << hidden, 4, hidden, hidden, hidden).finished());
    e << 1, 4, 2, 4, 0;
    limitStates({StateLimit::Best, 3}, e, scratch);
    EXPECT_EQ(e, (Vector<double>(5) << hidden, 4, 2, 4, hidden).finished());
    e << 1, 4, 2, 4, 0;
    limitStates({StateLimit::Window, 3}, e, scratch);
    EXPECT_EQ(e, (Vector<double>(5) << hidden, 4, 2, 4, hidden).finished());
    e << 3, 3, 0, 4, 0; // 3 + 3 weighs less than 4 and one more: e³ + e³ < e⁴
    limitStates({StateLimit::Window, 2}, e, scratch);
    EXPECT_EQ(e, (Vector<double>(5) << hidden, hidden, 0, 4, hidden).finished());
    e << 1, 4, 2, 4, 0;
    limitStates({StateLimit::Best, 5}, e, scratch);
    EXPECT_EQ(e, (Vector<double>(5) << 1, 4, 2, 4, 0).finished());
}

} // namespace
} // namespace alignoscope::nn
