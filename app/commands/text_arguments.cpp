// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/text_arguments.h"

#include "app/commands/choices.h"
#include "app/commands/option_values.h"

#include "alignoscope/error.h"

#include <filesystem>

namespace alignoscope::commands {

void TextArguments::addTo(CLI::App& command, const std::string& group)
{
    addChoice(command, "--tokenizer", m_tokenizer, tokenizerNames(), "How text becomes tokens, both sides")
        ->group(group);
    addChoice(command, "--source-tokenizer", m_sourceTokenizer, tokenizerNames(), "… the source side alone")
        ->group(group);
    addChoice(command, "--target-tokenizer", m_targetTokenizer, tokenizerNames(), "… the target side alone")
        ->group(group);
    addSubwords(command, group);
    command.add_flag("--lowercase", m_lowercase, "Lower-cases both sides")->group(group);
    addChoice(command, "--normalization", m_normalization, normalizationNames(),
              "Unicode form of the text; nfkc makes full-width letters, ligatures and the like ordinary ones")
        ->group(group);
}

void TextArguments::addSubwords(CLI::App& command, const std::string& group)
{
    addChoice(command, "--subwords", m_method, subwordMethodNames(), "How pieces of words are learnt from the corpus")
        ->group(group);
    command.add_option("--pieces", m_pieces, "Pieces learnt a side; a small corpus gives fewer")
        ->check(positive())
        ->type_name("N")
        ->group(group);
    command.add_flag("--joint-subwords", m_joint, "Both sides share one set of pieces")->group(group);
    auto* model = command
                      .add_option("--subword-model", m_model,
                                  "Pieces of a SentencePiece .model instead of learnt ones, both sides")
                      ->type_name("FILE")
                      ->group(group);
    command.add_option("--target-subword-model", m_targetModel, "… another one for the target side")
        ->type_name("FILE")
        ->needs(model)
        ->group(group);
}

bool TextArguments::asksForSubwords() const
{
    return m_method || m_pieces || m_joint || !m_model.empty();
}

void TextArguments::applyTokenizers(TextOptions& text, Task task) const
{
    if (asksForSubwords() && !m_tokenizer && !m_sourceTokenizer && !m_targetTokenizer)
        text.sourceTokenizer = text.targetTokenizer = TokenizerKind::Subwords;
    setIfGiven(text.sourceTokenizer, m_tokenizer);
    setIfGiven(text.targetTokenizer, m_tokenizer);
    setIfGiven(text.sourceTokenizer, m_sourceTokenizer);
    setIfGiven(text.targetTokenizer, m_targetTokenizer);
    if (task == Task::Classification) // a label is one token
        text.targetTokenizer = TokenizerKind::Whole;
    if (asksForSubwords() && text.sourceTokenizer != TokenizerKind::Subwords
        && text.targetTokenizer != TokenizerKind::Subwords)
        throw Error(ErrorKind::Usage,
                    {"subwords", "neither side is cut into pieces of words", "", "",
                     "Add --tokenizer subwords, or leave out --subwords, --pieces, --joint-subwords and "
                     "--subword-model."});
}

void TextArguments::apply(TextOptions& text, Task task) const
{
    applyTokenizers(text, task);
    text.lowercase = text.lowercase || m_lowercase;
    setIfGiven(text.normalization, m_normalization);
    setIfGiven(text.subwords.method, m_method);
    setIfGiven(text.subwords.pieces, m_pieces);
    text.subwords.joint = text.subwords.joint || m_joint;
    if (m_model.empty())
        return;
    // a run is opened again from anywhere
    text.subwords.sourceFile = std::filesystem::absolute(m_model);
    text.subwords.targetFile =
        m_targetModel.empty() ? text.subwords.sourceFile : std::filesystem::absolute(m_targetModel);
}

} // namespace alignoscope::commands
