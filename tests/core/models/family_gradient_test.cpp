// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"
#include "small_model.h"
#include "support/gradient_check.h"

#include <gtest/gtest.h>

#include <algorithm>

// Whole models of the family in double: every kind of attention with both decoders, cells, layers, directions.
namespace alignoscope::models {
namespace {

using testing::ids;

Sizes small()
{
    return {6, 7, 3, 4, 3, 2};
}

struct Model {
    explicit Model(const Sizes& sizes) : network(sizes)
    {
        part = testing::partOf({ids({3, 4, 2}), ids({5, 3, 4, 5, 2})}, {ids({4, 6, 5, 2}), ids({3, 2})}, sizes);
        parameters.resize(static_cast<std::size_t>(network.layout().size()));
        nn::Random random(5);
        for (double& value : parameters)
            value = 0.9 * (2 * random.uniform() - 1);
    }
    double run(std::vector<double>& into)
    {
        weights.attach(parameters.data());
        weights.pack();
        into.assign(parameters.size(), 0);
        const double loss = network.lossAndGradient(weights, into.data(), part, dropout, 1, 0, trace);
        const std::vector<nn::Slot> tables = network.wordTables();
        for (std::size_t table = 0; table < tables.size(); ++table) {
            const auto& words = table == 0 ? part.source.words : part.target.words;
            for (Index i = 0; i < words.size(); ++i)
                tables[table].in(into.data()).col(words.words()[static_cast<std::size_t>(i)]) +=
                    RnnSearch<double>::wordGradients(trace)[table].col(i);
        }
        return loss + coverageLoss();
    }
    /// λ Σ_t Σ_j min(α_tj, Σ_{t' < t} α_t'j), from the weights alone.
    double coverageLoss()
    {
        if (network.sizes().attention.coverageLoss == 0)
            return 0;
        double sum = 0;
        const auto& target = part.target.sequences;
        for (Index b = 0; b < target.sentences(); ++b) {
            nn::Vector<double> covered = nn::Vector<double>::Zero(part.source.sequences.length(b));
            for (Index t = 0; t < target.length(b); ++t) {
                const Eigen::Map<nn::Vector<double>> alphas(
                    trace.decoder.weights.map().data()
                        + part.target.weightStart[static_cast<std::size_t>(target.column(b, t))],
                    covered.size());
                sum += alphas.cwiseMin(covered).sum();
                covered += alphas;
            }
        }
        return network.sizes().attention.coverageLoss * sum;
    }
    void expectGradient(const std::string& what)
    {
        SCOPED_TRACE(what);
        std::vector<double> gradient;
        run(gradient);
        const auto loss = [&] {
            std::vector<double> unused;
            return run(unused);
        };
        for (const auto& entry : network.layout().entries()) {
            const auto at = static_cast<std::size_t>(entry.slot.offset),
                       size = static_cast<std::size_t>(entry.slot.rows * entry.slot.cols);
            const auto check = alignoscope::testing::checkGradient(std::span(parameters).subspan(at, size),
                                                                   std::span(gradient).subspan(at, size), loss);
            EXPECT_LT(check.worst, 1e-6) << entry.name << ": " << check;
            EXPECT_GT(check.largest, 1e-6) << entry.name << " does not matter to the loss";
        }
    }

    RnnSearch<double> network;
    nn::Weights<double> weights{network.layout(), nn::Weights<double>::Passes::Both};
    RnnSearch<double>::Trace trace;
    BatchPart part;
    DropoutPlan dropout;
    std::vector<double> parameters;
};

TEST(FamilyGradient, OfEveryKindWithBothDecoders)
{
    for (const AttentionKind& kind : attentionKinds())
        for (const DecoderKind decoder : {DecoderKind::Bahdanau, DecoderKind::Luong}) {
            Sizes sizes = small();
            sizes.attention = kind.defaults;
            sizes.decoder = decoder;
            Model(sizes).expectGradient(kind.name + (decoder == DecoderKind::Luong ? ", Luong" : ", Bahdanau"));
        }
}

TEST(FamilyGradient, OfInputFeeding)
{
    Sizes sizes = small();
    sizes.decoder = DecoderKind::Luong;
    sizes.inputFeeding = true;
    Model(sizes).expectGradient("GRU");
    sizes.decoderCell = RecurrentCell::Lstm;
    sizes.layers = 2;
    sizes.maxout = 3;
    Model(sizes).expectGradient("two layers of LSTM");
}

TEST(FamilyGradient, OfCellsLayersAndDirections)
{
    for (const RecurrentCell encoder : {RecurrentCell::Gru, RecurrentCell::Lstm})
        for (const RecurrentCell decoder : {RecurrentCell::Gru, RecurrentCell::Lstm})
            for (const bool bidirectional : {true, false})
                for (const int layers : {1, 3}) {
                    Sizes sizes = small();
                    sizes.encoderCell = encoder;
                    sizes.decoderCell = decoder;
                    sizes.bidirectional = bidirectional;
                    sizes.layers = layers;
                    if (layers == 3 && bidirectional)
                        sizes.decoder = DecoderKind::Luong;
                    Model(sizes).expectGradient(std::string(encoder == RecurrentCell::Lstm ? "LSTM" : "GRU") + " to "
                                                + (decoder == RecurrentCell::Lstm ? "LSTM" : "GRU") + ", "
                                                + std::to_string(layers)
                                                + (bidirectional ? " layers, both" : " layers"));
                }
}

TEST(FamilyGradient, OfCoverageAndItsLoss)
{
    for (const DecoderKind decoder : {DecoderKind::Bahdanau, DecoderKind::Luong})
        for (const double lambda : {0.0, 0.7}) {
            Sizes sizes = small();
            sizes.decoder = decoder;
            sizes.attention.coverage = true;
            sizes.attention.coverageLoss = lambda;
            Model(sizes).expectGradient("lambda " + std::to_string(lambda));
        }
}

TEST(FamilyGradient, WithDroppedWeights)
{
    Sizes sizes = small();
    sizes.attention.dropout = 0.4;
    Model model(sizes);
    model.dropout = DropoutPlan::of(0.2, 3, 1, sizes.attention.dropout);
    model.expectGradient("dropout");
}

TEST(FamilyGradient, OfTiedEmbeddings)
{
    Sizes sizes = small();
    sizes.tieEmbeddings = true;
    sizes.maxout = sizes.embedding;
    Model model(sizes);
    EXPECT_EQ(model.network.wordTables().size(), 1U);
    EXPECT_TRUE(std::none_of(model.network.layout().entries().begin(), model.network.layout().entries().end(),
                             [](const auto& entry) { return entry.name == "output.weight"; }));
    model.expectGradient("tied");
}

} // namespace
} // namespace alignoscope::models
