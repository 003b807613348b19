// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"
#include "decoding/beam_observer.h"

namespace alignoscope::decoding {

/// Writes a BeamTrace while a search over one sentence goes on.
class BeamRecorder final : public BeamObserver {
public:
    /// `trace` has everything that is known before; nodes, steps and attention come from here.
    BeamRecorder(BeamTrace& trace, const Vocabulary& vocabulary);

    void continues(nn::Index node, double logProbability, std::span<const float> wordLogProbabilities,
                   std::span<const float> attention) override;
    void keeps(nn::Index parent, TokenId token, float wordLogProbability, double logProbability, bool cut) override;
    void stepDone() override;
    /// When the search is over: the nodes of what it found, as it counts them, best first.
    void rank(std::span<const nn::Index> found);

private:
    /// A hypothesis that goes on, in the step under way.
    struct Live {
        nn::Index node = -1; ///< as the search counts
        std::size_t attention = 0;
    };
    struct Continuation {
        std::size_t live = 0;
        TokenId token{};
        double wordLogProbability = 0, logProbability = 0;
        bool kept = false, cut = false;
    };
    [[nodiscard]] BeamTrace::Node nodeOf(const Continuation& one) const;

    BeamTrace& m_trace;
    const Vocabulary& m_vocabulary;
    std::vector<Live> m_live;
    std::vector<Continuation> m_continuations; ///< of the step under way
    std::vector<TokenId> m_words;              ///< sorted anew for every hypothesis
    std::vector<int> m_places;                 ///< of the search's nodes, in the trace
};

} // namespace alignoscope::decoding
