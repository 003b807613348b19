// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/curve_figure.h"
#include "ui/figure/export_content.h"

#include <array>

namespace alignoscope::ui {

struct PairPicture {
    AttentionSnapshotPtr picture; ///< null: this model has none
    QString caption;              ///< kind and step
};

/// Both pictures beside each other (one below the other where cells would be too narrow) over the curves of both, and
/// their numbers. At least one picture is there.
ExportContent exportOf(const std::array<PairPicture, 2>& pictures, const CurveFigure& curves);

} // namespace alignoscope::ui
