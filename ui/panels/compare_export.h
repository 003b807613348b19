// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

#include "alignoscope/attention_difference.h"

#include <memory>

namespace alignoscope::ui {

/// Everything a comparison shows. Never changed afterwards.
struct Comparison {
    struct Side {
        AttentionSnapshotPtr picture; ///< never null
        QString caption;              ///< what it is
    };
    Side a, b;
    AttentionDifference difference; ///< of b (left) and a (right): A − B
    AttentionSnapshotPtr map;       ///< the difference as a matrix
    MatrixLook look;                ///< of the map

    /// nullptr where one of the pictures is missing or cannot be drawn.
    static std::shared_ptr<const Comparison> of(const Side& a, const Side& b);
};

/// The figure of both sides and the difference (side by side where cells stay legible, otherwise one below the other),
/// and their numbers.
ExportContent exportOf(const std::shared_ptr<const Comparison>& comparison);

} // namespace alignoscope::ui
