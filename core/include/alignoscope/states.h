// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/dataset.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// One number of every unit of a layer at every position of a sentence.
struct UnitMatrix {
    std::int32_t units = 0, positions = 0;
    std::vector<float> values; ///< units × positions row-major: a unit's whole way through the sentence, then the next

    [[nodiscard]] std::span<const float> unit(std::int32_t u) const
    {
        return {values.data() + static_cast<std::size_t>(u) * static_cast<std::size_t>(positions),
                static_cast<std::size_t>(positions)};
    }
    [[nodiscard]] float at(std::int32_t u, std::int32_t position) const
    {
        return unit(u)[static_cast<std::size_t>(position)];
    }
};

/// What a recurrent layer computes at every position. Of gated recurrent units (Bahdanau, Cho & Bengio 2015, A.1.1):
/// new state = (1 − update) ∘ old state + update ∘ candidate, the candidate being computed from reset ∘ old state. Of
/// LSTM (Hochreiter & Schmidhuber 1997): new memory = forget ∘ old memory + input ∘ candidate, state = output ∘
/// tanh(memory). Gates lie between 0 and 1, candidate and state between −1 and 1, memory anywhere.
enum class Quantity { UpdateGate, ResetGate, InputGate, ForgetGate, OutputGate, Candidate, Memory, State };
ALIGNOSCOPE_API std::string_view name(Quantity quantity); ///< "update gate", …

enum class Reading {
    Forwards,  ///< of the encoder; position j after reading tokens 1 … j
    Backwards, ///< of the encoder; position j after reading tokens S … j
    Writing,   ///< of the decoder; position i: the step from s_{i−1} to s_i
};

/// One layer in one direction: n units × positions each.
struct ALIGNOSCOPE_API LayerStates {
    struct One {
        Quantity what = Quantity::State;
        UnitMatrix values;
    };
    Reading reading = Reading::Forwards;
    int number = 1;              ///< of the layer, from the words up
    std::vector<One> quantities; ///< in the order of Quantity; the state is the last

    /// Throws std::out_of_range where the layer has no such thing.
    [[nodiscard]] const UnitMatrix& of(Quantity quantity) const;
    [[nodiscard]] const UnitMatrix& state() const { return quantities.back().values; }
};

/// Gates and states of a model while it reads a sentence and writes a translation.
struct ALIGNOSCOPE_API SentenceStates {
    std::int64_t step = 0;           ///< updates the model had seen
    std::vector<std::string> source; ///< S tokens, EOS last
    std::vector<bool> sourceUnknown; ///< those the model reads as <unk>
    std::vector<std::string> target; ///< T tokens, EOS last (missing only when a limit cut the model's own)
    bool forced = false;             ///< the target was given; otherwise it is the model's own
    std::vector<LayerStates> layers; ///< the encoder's from the words up, forwards before backwards; then the decoder's

    /// The last layer of the three; null where the model has none (nothing reads backwards).
    [[nodiscard]] const LayerStates* last(Reading reading) const;
};
using SentenceStatesPtr = std::shared_ptr<const SentenceStates>;

/// Which units stand beside which.
enum class UnitOrder {
    Index,      ///< as the model numbers them
    Variance,   ///< those that change most over the sentence first
    Similarity, ///< units that rise and fall together stand together
};
/// The numbers of the units in that order. Similarity is the angular order of the two leading eigenvectors of the
/// units' correlations (Friendly 2002, Corrgrams), cut open at its widest gap; units that never change come last.
/// Quick; thread-safe.
ALIGNOSCOPE_API std::vector<std::int32_t> orderUnits(const UnitMatrix& matrix, UnitOrder order);
/// The mean over the units, one number a position. Quick; thread-safe.
ALIGNOSCOPE_API std::vector<float> meanOverUnits(const UnitMatrix& matrix);

/// Annotations of many tokens of the training set, h_j = [→h_j; ←h_j], and the plane in which they vary most (the
/// first two principal components). N tokens, D = 2n numbers each. Never changed once made.
struct StateMap {
    struct Sentence {
        std::vector<std::string> tokens; ///< EOS last
        std::vector<bool> unknown;
    };
    struct Token {
        std::int32_t sentence = 0, position = 0;
    };
    struct Point {
        double x = 0, y = 0; ///< along the first and the second component
    };

    std::int64_t step = 0; ///< updates the model had seen
    std::int32_t dimensions = 0;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;        ///< N, sentence after sentence
    std::vector<Point> points;        ///< N
    std::array<double, 2> variance{}; ///< share of all variance along each component, 0…1
    std::vector<float> annotations;   ///< N × D row-major
    std::vector<double> mean;         ///< D
    std::vector<double> axes;         ///< 2 × D row-major: orthonormal; the largest number of each is positive

    [[nodiscard]] const std::string& word(std::int32_t token) const
    {
        const Token& place = tokens[static_cast<std::size_t>(token)];
        return sentences[static_cast<std::size_t>(place.sentence)].tokens[static_cast<std::size_t>(place.position)];
    }
};
using StateMapPtr = std::shared_ptr<const StateMap>;

struct Neighbour {
    std::int32_t token = 0; ///< of the map
    double similarity = 0;  ///< cosine of the angle between the two annotations in all D dimensions, −1…1
};
/// A token of a sentence in a map's plane.
struct PlacedToken {
    StateMap::Point point;
    std::vector<Neighbour> neighbours; ///< most similar first
};

/// Every source token of a sentence projected into the plane, with its nearest neighbours in the map; sentences of the
/// map that read exactly like this one are passed over. Throws Error(Usage) when the states have other dimensions.
/// Blocks for milliseconds; thread-safe.
ALIGNOSCOPE_API std::vector<PlacedToken> place(const StateMap& map, const SentenceStates& states, int neighbours = 8);
/// The nearest neighbours of one of the map's own tokens, in other sentences. Thread-safe.
ALIGNOSCOPE_API std::vector<Neighbour> neighboursOf(const StateMap& map, std::int32_t token, int count = 8);

/// Source sentences of the training set, evenly chosen and each different, that together have about `tokens` tokens
/// (with EOS; at least one sentence). Thread-safe.
ALIGNOSCOPE_API std::vector<std::string> evenTrainingSentences(const Dataset& dataset, std::int64_t tokens = 2000);

/// A table (RFC 4180, UTF-8): layer, what, unit from 1, then a number a position; before each layer's numbers a row
/// with its tokens.
ALIGNOSCOPE_API std::string statesToCsv(const SentenceStates& states);
/// A table: where a token is from ("sentence" or "training"), sentence and position from 1, token, x, y; the placed
/// sentence first.
ALIGNOSCOPE_API std::string stateMapToCsv(const StateMap& map, const SentenceStates* states,
                                          const std::vector<PlacedToken>& placed);

} // namespace alignoscope
