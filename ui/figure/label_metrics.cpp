// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/label_metrics.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

QFont sized(QFont font, int pixels)
{
    font.setPixelSize(pixels);
    return font;
}

} // namespace

LabelMetrics::LabelMetrics(const QFont& font) : m_font(font), m_metrics(sized(font, measured)) { }

QFont LabelMetrics::fontAt(double size) const
{
    return sized(m_font, std::max(1, static_cast<int>(std::lround(size))));
}

double LabelMetrics::width(const QString& text, double size) const
{
    return m_metrics.horizontalAdvance(text) * size / measured;
}

QString LabelMetrics::elided(const QString& text, double size, double width) const
{
    return m_metrics.elidedText(text, Qt::ElideRight, width * measured / size);
}

} // namespace alignoscope::ui
