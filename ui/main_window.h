// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QSettings>

#include <memory>

namespace alignoscope::ui {

class Workbench;

/// The one window: composes panels and the bridge, computes nothing.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    /// With settings of one's own (tests): nothing of the user's is read or written.
    explicit MainWindow(std::unique_ptr<QSettings> settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// What the command line named: nothing (the default built-in corpus is loaded), a run folder, or one or two corpus
    /// files ("builtin:NAME" too). Does not block.
    void openPaths(const QStringList& paths);

    [[nodiscard]] Workbench& workbench();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Parts;
    void buildCentre();
    void buildDocks();
    void buildMenus();
    void buildHelp();
    void buildToolBar();
    void connectMessages();
    void connectView();
    void restore();
    void arrange();
    void exportFigure();
    void refresh();

    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope::ui
