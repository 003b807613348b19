// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace alignoscope::ui {

class Workbench;

/// The Model menu: presets, and every size and number in a dialog.
class ModelActions : public QObject {
    Q_OBJECT
public:
    ModelActions(Workbench& workbench, QWidget* window);

    QMenu* menu;

private:
    void showSettings();
    void refresh();

    Workbench& m_workbench;
    QWidget* m_window;
    QAction* m_settings;
};

} // namespace alignoscope::ui
