// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace alignoscope::ui {

/// A drawing from resources/icons in the colour of the text around it; follows when the look changes. GUI thread.
QIcon themedIcon(const QString& name);

} // namespace alignoscope::ui
