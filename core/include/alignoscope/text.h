// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

enum class TokenizerKind {
    Words,      ///< words and punctuation apart, elisions (l', qu') cut off; Chinese, Japanese, Thai and other scripts
                ///< without spaces by ICU's dictionaries
    Whitespace, ///< exactly what white space separates (for text that is already tokenised)
    Characters, ///< one token a grapheme cluster; the space is the token "␣"
    Whole,      ///< the whole text is one token, spaces and case included: the label of a text
    Subwords,   ///< pieces of a SubwordModel
};

enum class Normalization {
    Nfc,  ///< canonical composition
    Nfkc, ///< compatibility too: full-width letters, ligatures, circled digits become ordinary ones
};

enum class SubwordMethod {
    Bpe,     ///< byte pair encoding (Sennrich, Haddow & Birch 2016)
    Unigram, ///< unigram language model (Kudo 2018)
};

/// How subwords are learnt where no model is given.
struct SubwordOptions {
    SubwordMethod method = SubwordMethod::Bpe;
    int pieces = 8000;                                ///< size of the vocabulary asked for; a small corpus gives fewer
    bool joint = false;                               ///< one model learnt from both sides
    std::filesystem::path sourceFile{}, targetFile{}; ///< .model files of SentencePiece; empty: learnt from the corpus
    bool operator==(const SubwordOptions&) const = default;
};

/// A SentencePiece model. Immutable, thread-safe, cheap to copy.
class ALIGNOSCOPE_API SubwordModel {
public:
    /// Throws Error(Input): not there, too large, not a model.
    static SubwordModel load(const std::filesystem::path& file);
    /// The same from bytes; `where` is for messages.
    static SubwordModel parse(std::string bytes, const std::string& where);

    [[nodiscard]] const std::string& bytes() const; ///< as SentencePiece stores them
    [[nodiscard]] int pieces() const;
    /// Pieces of a text, a word's first one marked "▁". Never an empty one.
    [[nodiscard]] std::vector<std::string> split(std::string_view text) const;
    [[nodiscard]] std::string join(const std::vector<std::string>& pieces) const;
    bool operator==(const SubwordModel& other) const; ///< of the same bytes

private:
    struct Parts;
    explicit SubwordModel(std::shared_ptr<const Parts> parts);
    std::shared_ptr<const Parts> m_parts;
};

/// How the text of one side becomes tokens.
struct SideText {
    TokenizerKind kind = TokenizerKind::Words;
    bool lowercase = false;
    Normalization normalization = Normalization::Nfc;
    std::optional<SubwordModel> model{}; ///< of Subwords
    bool operator==(const SideText&) const = default;
};

/// How text becomes tokens. Kept with a run, because translation must read exactly as training did.
struct ALIGNOSCOPE_API TextOptions {
    TokenizerKind sourceTokenizer = TokenizerKind::Words;
    TokenizerKind targetTokenizer = TokenizerKind::Words;
    bool lowercase = false; ///< Unicode lower case, both sides (but never of a Whole text)
    Normalization normalization = Normalization::Nfc;
    SubwordOptions subwords{};                                ///< where a side is cut into Subwords
    std::optional<SubwordModel> sourceModel{}, targetModel{}; ///< learnt or loaded; empty until a dataset is built

    [[nodiscard]] SideText source() const;
    [[nodiscard]] SideText target() const;
    bool operator==(const TextOptions&) const = default;
};

/// The same with everything a side can ask for. Throws Error(Usage) where it wants Subwords and has no model.
ALIGNOSCOPE_API std::vector<std::string> tokenize(std::string_view text, const SideText& side);
/// The inverse: pieces, "@@ " and "▁" joined into words, words into text.
ALIGNOSCOPE_API std::string detokenize(const std::vector<std::string>& tokens, const SideText& side);

/// Splits UTF-8 text (invalid bytes become U+FFFD; NFC; control, zero-width and soft-hyphen characters dropped; every
/// Unicode space separates). Thread-safe. Never returns an empty token.
ALIGNOSCOPE_API std::vector<std::string> tokenize(std::string_view text, TokenizerKind kind, bool lowercase);

/// Joins tokens into text as a person would write it: no space before closing punctuation, after an elision or between
/// CJK characters; the inverse of `tokenize` on ordinary text. Thread-safe.
ALIGNOSCOPE_API std::string detokenize(const std::vector<std::string>& tokens, TokenizerKind kind);

} // namespace alignoscope
