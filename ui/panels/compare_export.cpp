// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare_export.h"

#include "ui/figure/beside.h"
#include "ui/figure/token_label.h"
#include "ui/panels/difference_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace alignoscope::ui {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Compare", text);
}

// A live comparison would change its colours with every picture; these ends change seldom.
double roundEnd(double largest)
{
    static constexpr std::array ends = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0};
    const auto end = std::ranges::lower_bound(ends, largest - 1e-6);
    return end == ends.end() ? 1 : *end;
}

AttentionSnapshotPtr mapOf(const AttentionDifference& difference)
{
    auto map = std::make_shared<AttentionSnapshot>();
    map->sourceTokens = difference.sourceTokens;
    map->targetTokens = difference.targetTokens;
    map->sourceUnknown.assign(map->sourceTokens.size(), false);
    map->weights = difference.values;
    return map;
}

Drawing compose(const Comparison& comparison, FigureOptions options)
{
    constexpr double gapMm = 4;
    checkSizes(options);
    const auto columns = static_cast<double>(comparison.map->sourceTokens.size());
    const double third = (options.widthMm - 2 * gapMm) / 3;
    const double letterMm = options.fontPt / Drawing::unitsPerMm * Drawing::unitsPerPoint;
    const bool beside = third * 0.55 / columns >= letterMm && third >= 20;
    FigureOptions one = options;
    one.widthMm = beside ? third : options.widthMm;
    one.heightMm = options.heightMm <= 0 || beside ? options.heightMm : (options.heightMm - 2 * gapMm) / 3;
    const QString before = options.title.isEmpty() ? QString() : options.title + QStringLiteral(" – ");
    const auto titled = [&one](const QString& title) {
        FigureOptions with = one;
        with.title = title;
        return with;
    };
    std::vector<Drawing> parts = {
        attentionDrawing(*comparison.a.picture, titled(before + "A: " + comparison.a.caption)),
        attentionDrawing(*comparison.b.picture, titled("B: " + comparison.b.caption))};
    FigureOptions last = titled(tr("A − B"));
    last.look = comparison.look;
    parts.push_back(attentionDrawing(*comparison.map, last));
    const double gap = gapMm * Drawing::unitsPerMm;
    return beside ? besideEachOther(parts, gap) : belowEachOther(parts, gap);
}

} // namespace

std::shared_ptr<const Comparison> Comparison::of(const Side& a, const Side& b)
{
    if (!a.picture || !b.picture || !isDrawable(*a.picture) || !isDrawable(*b.picture))
        return nullptr;
    auto comparison = std::make_shared<Comparison>();
    comparison->a = a;
    comparison->b = b;
    comparison->difference = compareAttention(*b.picture, *a.picture);
    comparison->map = mapOf(comparison->difference);
    comparison->look.scale = ValueScale::around0(roundEnd(static_cast<double>(comparison->difference.largest)));
    return comparison;
}

ExportContent exportOf(const std::shared_ptr<const Comparison>& comparison)
{
    ExportContent content;
    content.name = QStringLiteral("comparison");
    content.compose = [comparison](const FigureOptions& options) { return compose(*comparison, options); };
    content.texts = {{tr("CSV – table of the difference"), QStringLiteral("csv"),
                      [comparison] { return differenceToCsv(comparison->difference); }},
                     {tr("JSON – both sides, the difference and the summary"), QStringLiteral("json"), [comparison] {
                          return differenceToJson(*comparison->b.picture, *comparison->a.picture,
                                                  comparison->difference);
                      }}};
    return content;
}

} // namespace alignoscope::ui
