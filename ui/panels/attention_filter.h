// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace alignoscope::ui {

/// What a file dialog shows of files of attention and links; their content decides, whatever their names.
QString attentionFilter();

} // namespace alignoscope::ui
