// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/csv_field.h"
#include "alignoscope/length_curves.h"
#include "alignoscope/state_curves.h"

#include <fmt/format.h>

namespace alignoscope {

std::string lengthCurvesToCsv(const std::vector<LengthCurve>& curves)
{
    std::string csv = "label,attention,trained_to,min,max,sentences,bleu\r\n";
    for (const LengthCurve& curve : curves)
        for (const LengthBucket& bucket : curve.buckets)
            csv += fmt::format("{},{},{},{},{},{},{:.4f}\r\n", csvField(curve.label), csvField(curve.attention),
                               curve.trainedTo > 0 ? std::to_string(curve.trainedTo) : "", bucket.min, bucket.max,
                               bucket.sentences, bucket.bleu);
    return csv;
}

std::string stateCurveToCsv(const StateCurve& curve)
{
    std::string csv = "label,limit,bleu,loss,aer\r\n";
    for (const StatePoint& point : curve.points)
        csv += fmt::format("{},{},{:.4f},{:.6f},{}\r\n", csvField(curve.label), name(point.limit), point.bleu,
                           point.loss, point.aer ? fmt::format("{:.6f}", *point.aer) : "");
    return csv;
}

} // namespace alignoscope
