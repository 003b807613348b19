// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attention_file.h"

#include "app/commands/interruption.h"
#include "app/commands/option_values.h"
#include "app/commands/progress_line.h"

#include <fmt/format.h>

#include <filesystem>

namespace alignoscope::commands {
namespace {

const std::map<std::string, AttentionFormat>& attentionNames()
{
    static const std::map<std::string, AttentionFormat> names = [] {
        std::map<std::string, AttentionFormat> all;
        for (const AttentionFormat format : attentionFormats())
            all.emplace(name(format), format);
        return all;
    }();
    return names;
}

const std::map<std::string, MatrixRows>& rowNames()
{
    static const std::map<std::string, MatrixRows> names = {{"target", MatrixRows::Target},
                                                            {"source", MatrixRows::Source}};
    return names;
}

/// What people should know of how a file was understood.
void tell(const std::string& file, const ImportedAttention& attention, ProgressLine& line)
{
    const std::string name = std::filesystem::path(file).filename().string();
    line.say(fmt::format("{}: {}, {} sentence{}", name, alignoscope::name(attention.format), attention.sentences.size(),
                         attention.sentences.size() == 1 ? "" : "s"));
    for (const std::string& assumption : attention.assumptions)
        line.say(name + ": " + assumption);
    if (attention.skippedTotal == 0)
        return;
    line.say(fmt::format("{}: {} could not be read:", name, attention.skippedTotal));
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(shown, attention.skipped.size()); ++i)
        line.say(fmt::format("  line {}: {}", attention.skipped[i].line, attention.skipped[i].reason));
    if (attention.skippedTotal > static_cast<std::int64_t>(shown))
        line.say("  …");
}

} // namespace

void AttentionFile::addTo(CLI::App& command)
{
    command.add_option("--source-text", m_sourceText, "The source words of a file without them, a sentence a line")
        ->type_name("FILE");
    command.add_option("--target-text", m_targetText, "The same of the target")->type_name("FILE");
    addChoice(command, "--from", m_format, attentionNames(), "The file's format, instead of recognising it");
    addChoice(command, "--rows", m_rows, rowNames(), "What a row of the file's matrices is, instead of recognising it");
    command.add_flag("--reverse", m_reverse, "The file's links say the target word first");
    command.add_option("--base", m_base, "Number of the first word in links; else 1 if no index in the file is 0")
        ->check(CLI::IsMember({0, 1}));
}

bool AttentionFile::given() const
{
    return m_format || m_rows || m_base || m_reverse || !m_sourceText.empty() || !m_targetText.empty();
}

ImportedAttention AttentionFile::read(const std::string& file, const std::string& sourceText) const
{
    AttentionReadOptions options;
    setIfGiven(options.format, m_format);
    setIfGiven(options.rows, m_rows);
    setIfGiven(options.base, m_base);
    options.reverse = m_reverse;
    options.sourceText = sourceText.empty() ? m_sourceText : sourceText;
    options.targetText = m_targetText;
    const Interruption interruption;
    ProgressLine line;
    ImportedAttention attention = readAttention(file, options, line.progress("reading", interruption.token()));
    line.clear();
    tell(file, attention, line);
    return attention;
}

} // namespace alignoscope::commands
