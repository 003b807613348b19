// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_table_export.h"

#include "ui/figure/histogram_figure.h"
#include "ui/models/sentence_filter.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/sentence_table_csv.h"
#include "ui/views/histogram_bins.h"

#include <QCoreApplication>

namespace alignoscope::ui {
namespace {

HistogramFigure histogramOf(SentenceMeasure measure, const SentenceModel& model, const SentenceFilter& filter)
{
    std::vector<double> values;
    std::vector<bool> passes;
    for (int row = 0; const SentenceMeasures* measures = model.measures(row); ++row) {
        if (const auto& value = (*measures)[measure]) {
            values.push_back(*value);
            passes.push_back(filter.mapFromSource(model.index(row, 0)).isValid());
        }
    }
    HistogramBins bins = HistogramBins::over(values, measure == SentenceMeasure::Length);
    if (values.empty())
        return {};
    bins.count(values, passes);
    return {titleOf(measure), bins.all, bins.passing, valueText(measure, bins.least), valueText(measure, bins.most)};
}

} // namespace

std::optional<ExportContent> exportOf(const SentenceModel& model, const SentenceFilter& filter)
{
    std::vector<HistogramFigure> histograms;
    for (const SentenceMeasure measure : measuresOf(model.task())) {
        HistogramFigure histogram = histogramOf(measure, model, filter);
        if (!histogram.all.empty())
            histograms.push_back(std::move(histogram));
    }
    if (histograms.empty())
        return std::nullopt;
    ExportContent content;
    content.name = model.task() == Task::Classification ? QStringLiteral("texts") : QStringLiteral("sentences");
    content.cells = false;
    content.compose = [histograms](const FigureOptions& options) { return histogramDrawing(histograms, options); };
    content.texts = {{QCoreApplication::translate("Export", "CSV – the sentences and their numbers"),
                      QStringLiteral("csv"), [text = csvOf(model, filter).toStdString()] { return text; }}};
    return content;
}

} // namespace alignoscope::ui
