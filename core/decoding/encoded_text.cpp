// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/encoded_text.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::decoding {

EncodedText encode(std::string_view text, const SideText& side, const Vocabulary& vocabulary)
{
    EncodedText encoded;
    encoded.tokens = tokenize(text, side);
    for (const std::string& token : encoded.tokens) {
        encoded.ids.push_back(vocabulary.id(token));
        encoded.unknown.push_back(encoded.ids.back() == Vocabulary::unknown);
    }
    encoded.tokens.emplace_back(endOfSentence);
    encoded.ids.push_back(Vocabulary::endSentence);
    encoded.unknown.push_back(false);
    return encoded;
}

std::vector<std::size_t> longestFirst(const std::vector<EncodedText>& texts)
{
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return texts[a].ids.size() > texts[b].ids.size(); });
    return order;
}

std::string decode(const std::vector<TokenId>& ids, const SideText& side, const Vocabulary& vocabulary)
{
    std::vector<std::string> words;
    for (const TokenId id : ids)
        if (id != Vocabulary::endSentence)
            words.push_back(vocabulary.token(id));
    return detokenize(words, side);
}

} // namespace alignoscope::decoding
