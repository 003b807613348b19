// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace alignoscope::ui {

/// `share` of `top` laid over `ground`: quiet colours that follow a light or a dark palette.
inline QColor mixed(const QColor& ground, const QColor& top, double share)
{
    const auto part = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
    return QColor::fromRgbF(part(ground.redF(), top.redF()), part(ground.greenF(), top.greenF()),
                            part(ground.blueF(), top.blueF()));
}

/// Text that explains and stands back: less contrast than the text, but still easily read (above 4.5 to 1).
inline QColor quietText(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.35);
}

} // namespace alignoscope::ui
