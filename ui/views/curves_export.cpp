// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_export.h"

#include <QCoreApplication>
#include <QPalette>

namespace alignoscope::ui {

CurveFigure curveFigure(const CurvesData& data, const QString& measureName)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("CurveFigure", text); };
    const CurvesColours colours = curvesColours(QPalette(Qt::white)); // figures are on white
    CurveFigure::Series training{words("training"), {}, false, false, colours.training.rgb()};
    for (const DecimatedSeries::Bucket& bucket : data.training.buckets())
        training.points.emplace_back(bucket.last, bucket.smoothed);
    CurveFigure::Series validation{words("validation"), {}, false, true, colours.validation.rgb()};
    for (const ValidationReport& report : data.validations)
        validation.points.emplace_back(static_cast<double>(report.step), report.loss);
    CurveFigure::Series measure{measureName, {}, true, true, colours.measure.rgb()};
    if (!measureName.isEmpty())
        for (const ValidationReport& report : data.measuredReports())
            if (const auto value = data.measured(report))
                measure.points.emplace_back(static_cast<double>(report.step), *value);
    return {{training, validation, measure},
            words("training steps"),
            words("loss, nats a word"),
            measureName,
            data.logarithmic};
}

} // namespace alignoscope::ui
