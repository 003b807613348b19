// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/dock_width.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace alignoscope::ui {

static QDockWidget* dockOf(const QWidget* panel)
{
    for (QWidget* parent = panel->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(parent))
            return dock;
    return nullptr;
}

void showDockOf(QWidget* panel)
{
    if (QDockWidget* dock = dockOf(panel)) {
        dock->show();
        dock->raise();
    }
}

int dockWidthOf(const QWidget* panel)
{
    const QDockWidget* dock = dockOf(panel);
    return dock ? dock->width() : panel->width();
}

void setDockWidthOf(QWidget* panel, int width)
{
    QDockWidget* dock = dockOf(panel);
    if (!dock)
        return;
    if (dock->isFloating())
        return dock->resize(width, dock->height());
    if (auto* window = qobject_cast<QMainWindow*>(dock->parentWidget()))
        window->resizeDocks({dock}, {std::min(width, window->width() * 3 / 4)}, Qt::Horizontal);
}

} // namespace alignoscope::ui
