// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"
#include "ui/figure/links_figure.h"

namespace alignoscope::ui {

/// Of a picture as links: figure, all that exportOf gives of its weights, and the list of links drawn with their
/// weights.
ExportContent exportOfLinks(const LinksFigure& links);

} // namespace alignoscope::ui
