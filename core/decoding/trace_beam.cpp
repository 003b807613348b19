// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/trace_beam.h"

#include "alignoscope/error.h"
#include "decoding/beam_recorder.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/search_options.h"

namespace alignoscope::decoding {

BeamTrace traceBeam(const models::TrainedModel& model, const nn::Weights<float>& weights, std::string_view text,
                    const TranslationOptions& options, int likeliest, nn::ThreadTeam* team)
{
    checkOptions(options);
    if (likeliest < 1 || likeliest > 1000)
        throw Error(ErrorKind::Usage,
                    {"likeliest words", "there cannot be this many", "1 to 1000", std::to_string(likeliest), {}});
    const models::Language& language = *model.language;
    EncodedText source = encode(text, language.text.source(), language.source);

    BeamTrace trace;
    trace.modelStep = model.step;
    trace.source = std::move(source.tokens);
    trace.sourceUnknown = std::move(source.unknown);
    trace.targetText = language.text.target();
    trace.beam = options.beam;
    trace.likeliest = likeliest;
    trace.lengthPenalty = options.lengthPenalty;

    BeamRecorder recorder(trace, language.target);
    BeamSearch search(*model.network, weights, team);
    const int longest = longestTranslation(options, source.ids.size());
    const auto found =
        search.search({source.ids}, {options.beam, options.lengthPenalty, false, {longest}}, {}, &recorder).front();
    std::vector<nn::Index> nodes;
    for (const BeamHypothesis& one : found)
        nodes.push_back(one.node);
    recorder.rank(nodes);
    return trace;
}

} // namespace alignoscope::decoding
