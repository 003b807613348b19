// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include <cctype>

namespace alignoscope {

std::vector<std::string> tokenize(std::string_view text, TokenizerKind kind, bool lowercase)
{
    std::vector<std::string> tokens;
    std::string word;
    const auto flush = [&] {
        if (!word.empty())
            tokens.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const char letter = lowercase && c < 128 ? static_cast<char>(std::tolower(c)) : text[i];
        if (kind == TokenizerKind::Characters) {
            if ((c & 0xC0) != 0x80)
                flush();
            word += c == ' ' ? std::string("␣") : std::string(1, letter);
        } else if (std::isspace(c)) {
            flush();
        } else if (kind == TokenizerKind::Words && std::ispunct(c) && c != '-' && c != '\'') {
            flush();
            tokens.emplace_back(1, letter);
        } else {
            word += letter;
        }
    }
    flush();
    return tokens;
}

std::string detokenize(const std::vector<std::string>& tokens, TokenizerKind kind)
{
    std::string text;
    for (const std::string& token : tokens) {
        if (kind == TokenizerKind::Characters) {
            text += token == "␣" ? " " : token;
            continue;
        }
        const bool closes = kind == TokenizerKind::Words && token.size() == 1
            && std::string(".,!?;:)").find(token) != std::string::npos;
        if (!text.empty() && !closes)
            text += ' ';
        text += token;
    }
    return text;
}

} // namespace alignoscope
