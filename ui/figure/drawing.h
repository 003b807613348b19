// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace alignoscope::ui {

/// A finished figure as a list of marks, the same for screen, PDF, SVG and PNG. One unit is a twentieth of a point.
struct Drawing {
    static constexpr double unitsPerPoint = 20;
    static constexpr double unitsPerMm = unitsPerPoint * 72 / 25.4;

    /// A cell. It reaches under its right and lower neighbours, which are drawn later: viewers that smooth edges
    /// then find no background to let through between two cells.
    struct Box {
        QRectF rect;
        QRgb fill = 0;
        QString name; ///< in words, for SVG
    };
    /// A band of colours from bottom to top.
    struct Band {
        QRectF rect;
        std::vector<QRgb> colours;
    };
    struct Line {
        QPointF from, to;
        double width = 0;
        QRgb colour = 0;
        bool dotted = false;
    };
    /// A curve, a circle, a rounded box: whatever lines and boxes are not.
    struct Path {
        QPainterPath path;
        double width = 0; ///< of its line; 0: none
        QRgb stroke = 0;
        std::optional<QRgb> fill;
        double opacity = 1;
        bool dashed = false;
        QString name; ///< in words, for SVG
    };
    struct Text {
        QString text;
        QPointF origin; ///< of the base line
        double angle = 0;
        QFont font; ///< its pixel size is in units
        QRgb colour = 0;
    };

    QSizeF size;
    std::vector<Box> boxes;
    std::vector<Band> bands;
    std::vector<Path> paths; ///< above boxes and bands, below lines and texts
    std::vector<Line> lines;
    std::vector<Text> texts;
    QString title; ///< for the file's own description
    QString description;
};

/// Draws with the painter's units taken as the drawing's.
void paintDrawing(QPainter& painter, const Drawing& drawing);

/// A standalone SVG 1.1 document. Text becomes outlines, so that it looks the same on a machine without the fonts; each
/// token's group carries it as <title> and aria-label for search and screen readers.
QByteArray drawingToSvg(const Drawing& drawing);

} // namespace alignoscope::ui
