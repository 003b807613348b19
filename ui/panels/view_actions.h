// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/appearance.h"
#include "ui/figure/colour_map.h"
#include "ui/figure/reading_order.h"

#include <QObject>
#include <QSettings>

class QAction;
class QActionGroup;
class QMenu;

namespace alignoscope::ui {

/// Colour map, appearance, order of words, and the outline of a known alignment; remembered in the settings.
class ViewActions : public QObject {
    Q_OBJECT
public:
    ViewActions(QSettings& settings, QObject* parent);

    void fill(QMenu* menu);
    /// Tells the remembered choices to those connected by now.
    void announce();
    [[nodiscard]] ColourMap colourMap() const;
    [[nodiscard]] WordOrder wordOrder() const;

    QAction* goldShown;

signals:
    void colourMapChanged(alignoscope::ui::ColourMap map);
    void wordOrderChanged(alignoscope::ui::WordOrder order);

private:
    QAction* addChoice(QActionGroup* group, const QString& name, const QString& text, int value, bool checked);
    void buildColourMaps();
    void buildAppearances();
    void buildWordOrders();

    QSettings& m_settings;
    QActionGroup* m_colourMaps;
    QActionGroup* m_appearances;
    QActionGroup* m_wordOrders;
};

} // namespace alignoscope::ui
