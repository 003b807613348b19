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
#include <QSettings>
#include <QTabWidget>
#include <QtTest>

#include <memory>
#include <string>

namespace alignoscope::testing {

/// The real window with settings and runs in a folder of the test's own.
class WindowFixture {
public:
    WindowFixture() { reopen(); }

    /// Closes the window and opens another one on the same settings.
    void reopen()
    {
        window.reset();
        auto settings =
            std::make_unique<QSettings>(ui::toQString(folder.path() / "settings.ini"), QSettings::IniFormat);
        window = std::make_unique<ui::MainWindow>(std::move(settings));
        bench().library().setHome(ui::toQString(folder.path() / "runs"));
        QObject::connect(&bench().session(), &ui::TrainingSession::stepped, window.get(),
                         [this](const std::vector<StepReport>& steps) { lastStep = steps.back().step; });
        window->show();
    }

    ui::Workbench& bench() { return window->workbench(); }
    ui::TrainingSession& session() { return bench().session(); }
    QAction* action(const char* name) { return window->findChild<QAction*>(name); }
    template <class Widget>
    Widget* find(const char* name)
    {
        return window->findChild<Widget*>(name);
    }

    /// Brings a tab of the centre to the front: "Translate".
    void showTab(const QString& title)
    {
        auto* tabs = find<QTabWidget>("tabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab).remove('&') == title)
                return tabs->setCurrentIndex(tab);
        }
        QFAIL(qPrintable("there is no tab " + title));
    }

    /// A model that learns in moments, and never stops by itself.
    void useTinyModel(std::int64_t steps = 0)
    {
        ModelOptions model;
        model.embedding = model.hidden = 16;
        model.initialization = Initialization::Glorot;
        TrainingOptions training;
        training.batch = 16;
        training.epochs = 0;
        training.steps = steps > 0 ? steps : 1000000;
        training.threads = 1;
        training.snapshotEvery = 2;
        training.validateEvery = 20;
        bench().setOptions(model, training, {});
    }

    /// Sentences of letters and the same letters backwards, tab between.
    std::filesystem::path writeCorpus(const std::string& name = "backwards.tsv") const
    {
        std::string text;
        for (int i = 0; i < 300; ++i) { // different every time, or none would be kept out of training
            std::string forth;
            std::string back;
            for (int rest = 8 + i * 13; rest > 0; rest /= 8) {
                const std::string letter(1, static_cast<char>('a' + rest % 8));
                forth += (forth.empty() ? "" : " ") + letter;
                back = letter + (back.empty() ? "" : " ") + back;
            }
            text += forth + '\t' + back + '\n';
        }
        return folder.write(name, text);
    }

    void loadCorpus()
    {
        bench().loadCorpus(CorpusSource::parse({writeCorpus().string()}));
        QTRY_VERIFY(bench().dataset());
    }

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
