// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

namespace alignoscope::ui {

MainWindow::MainWindow(QWidget* parent) :
    QMainWindow(parent)
{
    setObjectName("mainWindow");
    setWindowTitle("Alignoscope");
}

MainWindow::~MainWindow() = default;

void MainWindow::openPaths(const QStringList&) { }

} // namespace alignoscope::ui
