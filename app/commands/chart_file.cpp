// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/chart_file.h"

#include "app/commands/typesetter.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <filesystem>

namespace alignoscope::commands {

namespace {

std::string endingOf(const std::string& file)
{
    return std::filesystem::path(file).extension().string();
}

} // namespace

void ChartFile::addTo(CLI::App& command)
{
    const std::string group = "Figure";
    command.add_option("--out", out, "The file to write: .pdf, .svg or .png; .csv or .json for the numbers")
        ->required()
        ->type_name("FILE")
        ->group(group);
    command.add_option("--width-mm", options.widthMm, "Width in millimetres")->capture_default_str()->group(group);
    command.add_option("--height-mm", options.heightMm, "Height in millimetres; without it, in good proportion")
        ->group(group);
    command.add_option("--font-size", options.fontPt, "Size of the words in points")
        ->capture_default_str()
        ->group(group);
    command.add_option("--font", font, "Font family; without it, Noto Sans")->group(group);
    command.add_option("--title", title, "A title above the figure")->group(group);
    command.add_option("--dpi", options.dpi, "Dots an inch, for PNG")->capture_default_str()->group(group);
}

void ChartFile::check() const
{
    const std::string ending = endingOf(out);
    if (ending == ".csv" || ending == ".json" || ui::figureFormatOf(QString::fromStdString(out)))
        return;
    throw Error(ErrorKind::Usage,
                {out, "the ending does not tell the format", ".pdf, .svg, .png, .csv or .json",
                 ending.empty() ? "none" : ending, "Choose one of them."});
}

void ChartFile::write(const ui::LineChart& chart, const std::function<std::string()>& csv,
                      const std::function<std::string()>& json) const
{
    const std::string ending = endingOf(out);
    if (ending == ".csv")
        return writeFileAtomically(out, csv());
    if (ending == ".json")
        return writeFileAtomically(out, json());
    const Typesetter typesetter;
    ui::FigureOptions looks = options;
    looks.title = QString::fromStdString(title);
    looks.fontFamily = QString::fromStdString(font);
    const auto format = ui::figureFormatOf(QString::fromStdString(out)).value_or(ui::FigureFormat::Pdf);
    writeFileAtomically(out, ui::drawingBytes(format, ui::lineChartFigure(chart, looks), looks.dpi).toStdString());
}

} // namespace alignoscope::commands
