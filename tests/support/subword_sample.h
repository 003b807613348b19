// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/subword_training.h"

#include <string>
#include <vector>

namespace alignoscope::testing {

/// A few hundred sentences whose words share stems and endings: "the old reader was reading."
inline std::vector<std::string> stemSentences()
{
    const std::vector<std::string> stems{"read", "walk", "paint", "teach", "play", "climb", "think", "sing"};
    const std::vector<std::string> kinds{"old", "young", "clever", "quiet", "friendly"};
    std::vector<std::string> sentences;
    for (const std::string& who : stems)
        for (const std::string& kind : kinds)
            for (const std::string& what : stems)
                sentences.push_back("the " + kind + " " + who + "er was " + what + "ing.");
    return sentences;
}

inline SubwordModel learnFrom(const std::vector<std::string>& sentences, const SubwordOptions& options,
                              const Progress& progress = {})
{
    const text::SentenceList list{sentences.size(), [&](std::size_t i) { return std::string_view(sentences[i]); }};
    return text::learnSubwords(list, options, progress);
}

} // namespace alignoscope::testing
