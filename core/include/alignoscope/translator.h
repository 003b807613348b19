// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_kinds.h"
#include "alignoscope/attention_snapshot.h"
#include "alignoscope/explanation.h"
#include "alignoscope/progress.h"
#include "alignoscope/states.h"
#include "alignoscope/text.h"
#include "alignoscope/vocabulary.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

struct BeamTrace;
struct Intervention;
struct InterventionResult;

/// Beam search (a beam of one is greedy).
struct TranslationOptions {
    int beam = 5;
    int best = 1;               ///< hypotheses returned, at most `beam`
    double lengthPenalty = 1.0; ///< hypotheses are ranked by log p / length^lengthPenalty
    int maxLength = 0;          ///< target tokens; 0: 2 · source + 10
    bool attention = true;      ///< keep the weights
};

struct Hypothesis {
    std::vector<std::string> tokens; ///< with EOS last (missing only when maxLength cut it)
    std::string text;                ///< detokenised, without EOS
    double logProbability = 0;       ///< natural log, summed over the tokens
    double score = 0;                ///< what it is ranked by
    std::vector<float> attention;    ///< T × S row-major, T = tokens.size(), S = source tokens with EOS; or empty
    std::vector<float> centres = {}; ///< of a local kind of attention, as an AttentionSnapshot has them; or empty
    float window = 0;
};

struct Translation {
    std::vector<std::string> source;    ///< tokens as read, EOS last
    std::vector<bool> sourceUnknown;    ///< those the model reads as <unk>
    std::vector<Hypothesis> hypotheses; ///< best first; never empty
};

/// The attention of a hypothesis as a picture (sentence -1).
ALIGNOSCOPE_API AttentionSnapshot attentionOf(const Translation& translation, std::size_t hypothesis);

/// A trained model that no longer changes. Every call is const and thread-safe, and blocks while it computes.
class ALIGNOSCOPE_API Translator {
public:
    virtual ~Translator();

    /// The last whole checkpoint of a run folder (the best one where `best` and there is one). Throws Error.
    static std::shared_ptr<const Translator> open(const std::filesystem::path& folder, bool best = true);

    [[nodiscard]] virtual Translation translate(std::string_view text, const TranslationOptions& options) const = 0;
    /// Many sentences together, in order, on all cores. Throws Error(Cancelled).
    [[nodiscard]] virtual std::vector<Translation> translate(const std::vector<std::string>& texts,
                                                             const TranslationOptions& options,
                                                             const Progress& progress) const = 0;
    /// The search that `translate` does with these options, written down: all its hypotheses (whatever `best` and
    /// `attention` say), and what else it looked at, of which the `likeliest` words after each. See beam_trace.h.
    /// Throws Error(Usage) on impossible options, and where there is no search to write down.
    [[nodiscard]] virtual BeamTrace traceBeam(std::string_view text, const TranslationOptions& options,
                                              int likeliest) const;
    /// Attention and loss when the target is given (teacher forcing).
    [[nodiscard]] virtual AttentionSnapshot align(std::string_view source, std::string_view target) const = 0;

    struct ForcedScore {
        double loss = 0;              ///< summed nats over the pair's target tokens, EOS included
        int targetTokens = 0;         ///< EOS included
        int correct = 0;              ///< tokens that were the likeliest
        std::vector<float> attention; ///< T × S, both with EOS
        std::vector<float> centres;   ///< of a local kind of attention, as an AttentionSnapshot has them; or empty
        float window = 0;
        int sources = 0;
    };
    /// Teacher forcing over many pairs, in order, on all cores (what `evaluate` sums up). Throws Error(Cancelled).
    [[nodiscard]] virtual std::vector<ForcedScore> score(const std::vector<std::string>& sources,
                                                         const std::vector<std::string>& targets,
                                                         const Progress& progress) const = 0;

    /// Gates and states over a sentence and its translation; without a target over the model's own, greedy one.
    /// Throws Error(Usage) where it is no recurrent network.
    [[nodiscard]] virtual SentenceStates states(std::string_view source, std::string_view target = {}) const;
    /// The annotations of many source sentences, and the plane they vary most in. On all cores. Throws
    /// Error(Cancelled), and Error(Usage) where it is no recurrent network or there is no sentence.
    [[nodiscard]] virtual StateMap mapStates(const std::vector<std::string>& sources, const Progress& progress) const;
    /// What the model looked at, and whether attention tells (explanation.h). An empty target stands for the model's
    /// own greedy translation. Throws Error(Usage) on impossible options and by a model that cannot be looked into,
    /// Error(Cancelled).
    [[nodiscard]] virtual Explanation explain(std::string_view source, std::string_view target,
                                              const ExplanationOptions& options, const Progress& progress) const;
    /// The same of many pairs, in order, on all cores.
    [[nodiscard]] virtual std::vector<Explanation> explain(const std::vector<std::string>& sources,
                                                           const std::vector<std::string>& targets,
                                                           const ExplanationOptions& options,
                                                           const Progress& progress) const;

    /// What the model says when some of its decisions are taken for it (alignoscope/intervention.h). Throws
    /// Error(Usage) on what cannot be, and from a translator that is not a model.
    [[nodiscard]] virtual InterventionResult intervene(std::string_view text, const Intervention& intervention) const;

    /// The same model, which may look at no more encoder states than that, whatever it was trained with. Throws
    /// Error(Usage) where there is no attention to limit. Does not block.
    [[nodiscard]] virtual std::shared_ptr<const Translator> limited(const StateLimitOptions& limit) const;

    [[nodiscard]] virtual std::int64_t step() const = 0; ///< updates the model had seen
    [[nodiscard]] virtual std::int64_t parameters() const = 0;
    [[nodiscard]] virtual const TextOptions& text() const = 0;
    [[nodiscard]] virtual const Vocabulary& sourceVocabulary() const = 0;
    [[nodiscard]] virtual const Vocabulary& targetVocabulary() const = 0;
};

} // namespace alignoscope
