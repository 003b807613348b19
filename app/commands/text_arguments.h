// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"
#include "alignoscope/text.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace alignoscope::commands {

/// How text becomes tokens, as the command line says it.
class TextArguments {
public:
    void addTo(CLI::App& command, const std::string& group);
    /// What was given, over what `text` says. Asking for pieces of words asks for Subwords. Throws Error(Usage) where
    /// that contradicts the tokenisers that were named.
    void apply(TextOptions& text, Task task) const;

private:
    void addSubwords(CLI::App& command, const std::string& group);
    [[nodiscard]] bool asksForSubwords() const;
    void applyTokenizers(TextOptions& text, Task task) const;

    std::optional<TokenizerKind> m_tokenizer, m_sourceTokenizer, m_targetTokenizer;
    std::optional<Normalization> m_normalization;
    bool m_lowercase = false;
    std::optional<SubwordMethod> m_method;
    std::optional<int> m_pieces;
    bool m_joint = false;
    std::string m_model, m_targetModel;
};

} // namespace alignoscope::commands
