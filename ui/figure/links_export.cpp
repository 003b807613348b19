// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/links_export.h"

#include "alignoscope/attention_export.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace alignoscope::ui {
namespace {

// A field of the list: nothing in it may look like the end of one.
std::string field(std::string token)
{
    std::ranges::replace_if(
        token, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return token;
}

std::string listOf(const LinksFigure& links)
{
    const AttentionSnapshot& s = *links.snapshot;
    std::string text = "source_index\ttarget_index\tsource\ttarget\tweight\n";
    for (std::int32_t target = 0; target < s.targets(); ++target) {
        for (std::int32_t source = 0; source < s.sources(); ++source) {
            const float weight = s.weight(target, source);
            if (!(weight > 0) || static_cast<double>(weight) < links.threshold)
                continue;
            std::array<char, 32> number{};
            const auto end = std::to_chars(number.data(), number.data() + number.size(), weight).ptr;
            text += std::to_string(source) + '\t' + std::to_string(target) + '\t'
                + field(s.sourceTokens[static_cast<std::size_t>(source)]) + '\t'
                + field(s.targetTokens[static_cast<std::size_t>(target)]) + '\t' + std::string(number.data(), end)
                + '\n';
        }
    }
    return text;
}

} // namespace

ExportContent exportOfLinks(const LinksFigure& links)
{
    ExportContent content = exportOf(links.snapshot);
    content.name = QStringLiteral("links-step-%1").arg(links.snapshot->step);
    content.compose = [links](const FigureOptions& options) { return linksDrawing(links, options); };
    content.texts.push_back({QCoreApplication::translate("Export", "TSV – list of the links shown"),
                             QStringLiteral("tsv"), [links] { return listOf(links); }});
    return content;
}

} // namespace alignoscope::ui
