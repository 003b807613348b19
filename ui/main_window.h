// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

namespace alignoscope::ui {

/// The one window: composes panels and the bridge, computes nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// What the command line named: nothing (the default built-in corpus is loaded), a run folder, or one or two corpus
    /// files ("builtin:NAME" too). Does not block.
    void openPaths(const QStringList& paths);
};

} // namespace alignoscope::ui
