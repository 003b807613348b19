// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>

namespace alignoscope::ui {

/// Measures text at any size by one measurement at a large one, so that a layout is the same on every device.
class LabelMetrics {
public:
    explicit LabelMetrics(const QFont& font);

    /// The font at a size in the units of the layout (rounded to whole units).
    [[nodiscard]] QFont fontAt(double size) const;
    [[nodiscard]] double width(const QString& text, double size) const;
    [[nodiscard]] QString elided(const QString& text, double size, double width) const;
    [[nodiscard]] double ascent(double size) const { return m_metrics.ascent() * size / measured; }
    [[nodiscard]] double descent(double size) const { return m_metrics.descent() * size / measured; }
    [[nodiscard]] double line(double size) const { return ascent(size) + descent(size); }
    [[nodiscard]] double capHeight(double size) const { return m_metrics.capHeight() * size / measured; }

private:
    static constexpr int measured = 160;

    QFont m_font;
    QFontMetricsF m_metrics;
};

} // namespace alignoscope::ui
