// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shared_data.h"
#include "ui/application.h"
#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QtTest>

#include <memory>
#include <string>

namespace alignoscope::testing {

/// The real window with settings and runs in a folder of the test's own.
class WindowFixture {
public:
    WindowFixture() { reopen(); }

    /// Closes the window and opens another one on the same settings.
    void reopen();

    ui::Workbench& bench() { return window->workbench(); }
    ui::TrainingSession& session() { return bench().session(); }
    QAction* action(const char* name) { return window->findChild<QAction*>(name); }
    template <class Widget>
    Widget* find(const char* name)
    {
        return window->findChild<Widget*>(name);
    }

    /// Brings a tab of the centre to the front: "Translate".
    void showTab(const QString& title);

    /// A model that learns in moments, and never stops by itself.
    void useTinyModel(std::int64_t steps = 0);

    /// Sentences of letters and the same letters backwards, tab between.
    std::filesystem::path writeCorpus(const std::string& name = "backwards.tsv") const;

    void loadCorpus();

    TemporaryFolder folder;
    std::unique_ptr<ui::MainWindow> window;
    qint64 lastStep = 0;
};

} // namespace alignoscope::testing

#define ALIGNOSCOPE_WINDOW_TEST(Test)                                                                                  \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QApplication application(argc, argv);                                                                          \
        alignoscope::ui::prepareApplication(application);                                                              \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
