// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace alignoscope::ui {

/// What the user decided in the model's place, wherever it is drawn: amber, told from the accent by every kind of eye.
inline QColor changeColour(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? QColor(0xf0, 0xa8, 0x3c) : QColor(0xc4, 0x6a, 0x00);
}

inline QColor changeFill(const QPalette& palette)
{
    QColor fill = changeColour(palette);
    fill.setAlphaF(0.2F);
    return fill;
}

} // namespace alignoscope::ui
