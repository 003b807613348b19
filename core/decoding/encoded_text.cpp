// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/encoded_text.h"

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

std::string decode(const std::vector<TokenId>& ids, const SideText& side, const Vocabulary& vocabulary)
{
    std::vector<std::string> words;
    for (const TokenId id : ids)
        if (id != Vocabulary::endSentence)
            words.push_back(vocabulary.token(id));
    return detokenize(words, side);
}

} // namespace alignoscope::decoding
