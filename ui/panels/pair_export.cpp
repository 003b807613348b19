// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pair_export.h"

#include "ui/figure/beside.h"

#include "alignoscope/attention_export.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PairExport", text);
}

Drawing compose(const std::vector<PairPicture>& pictures, const CurveFigure& curves, const FigureOptions& options)
{
    constexpr double gapMm = 4, curvesMm = 45;
    checkSizes(options);
    std::size_t columns = 1;
    for (const PairPicture& side : pictures)
        columns = std::max(columns, side.picture->sourceTokens.size());
    const double half = (options.widthMm - gapMm) / 2;
    const double letterMm = options.fontPt / Drawing::unitsPerMm * Drawing::unitsPerPoint;
    const bool two = pictures.size() == 2, beside = two && half * 0.55 / static_cast<double>(columns) >= letterMm;
    FigureOptions one = options;
    one.widthMm = beside ? half : options.widthMm;
    if (options.heightMm > 0) {
        const double left = options.heightMm - curvesMm - gapMm;
        one.heightMm = std::max(20.0, beside || !two ? left : (left - gapMm) / 2);
    }
    const QString before = options.title.isEmpty() ? QString() : options.title + QStringLiteral(" – ");
    std::vector<Drawing> parts;
    for (const PairPicture& side : pictures) {
        one.title = (parts.empty() ? before : QString()) + side.caption;
        parts.push_back(attentionDrawing(*side.picture, one));
    }
    const double gap = gapMm * Drawing::unitsPerMm;
    Drawing all = beside ? besideEachOther(parts, gap) : belowEachOther(parts, gap);
    if (std::ranges::all_of(curves.series, [](const CurveFigure::Series& series) { return series.points.empty(); }))
        return all;
    FigureOptions below = options;
    below.title.clear();
    below.heightMm = curvesMm;
    CurveFigure briefly = curves; // a line each is named; colour and axis tell whose the dots are
    for (CurveFigure::Series& series : briefly.series)
        if (series.marked)
            series.name.clear();
    briefly.left += tr(" (dots: unseen sentences)");
    return belowEachOther({std::move(all), curveDrawing(briefly, below)}, gap);
}

} // namespace

ExportContent exportOf(const std::array<PairPicture, 2>& pictures, const CurveFigure& curves)
{
    std::vector<PairPicture> drawn;
    std::vector<AttentionSnapshotPtr> snapshots;
    for (const PairPicture& side : pictures) {
        if (!side.picture)
            continue;
        drawn.push_back(side);
        snapshots.push_back(side.picture);
    }
    ExportContent content;
    content.name = QStringLiteral("side-by-side");
    content.compose = [drawn, curves](const FigureOptions& options) { return compose(drawn, curves, options); };
    for (const PairPicture& side : drawn)
        content.texts.push_back({tr("CSV – weights: %1").arg(side.caption), QStringLiteral("csv"),
                                 [picture = side.picture] { return attentionToCsv(*picture); }});
    content.texts.push_back({tr("JSON – tokens and weights, in this order"), QStringLiteral("json"),
                             [snapshots] { return attentionToJson(snapshots); }});
    content.texts.push_back(
        {tr("CSV – the curves, a row a point"), QStringLiteral("csv"), [curves] { return curvesToCsv(curves); }});
    return content;
}

} // namespace alignoscope::ui
