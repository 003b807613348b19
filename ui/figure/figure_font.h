// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <QFont>
#include <QString>

namespace alignoscope::ui {

/// The font of a figure: the wished family (or Noto Sans), with families for other scripts behind it, so that which
/// font draws a script does not depend on the machine's language. Han characters follow the script they are found with.
QFont figureFont(const QString& family, const AttentionSnapshot& snapshot);

} // namespace alignoscope::ui
