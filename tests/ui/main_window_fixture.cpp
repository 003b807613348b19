// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include <QSettings>
#include <QTabWidget>

namespace alignoscope::testing {

void WindowFixture::reopen()
{
    window.reset();
    auto settings = std::make_unique<QSettings>(ui::toQString(folder.path() / "settings.ini"), QSettings::IniFormat);
    window = std::make_unique<ui::MainWindow>(std::move(settings));
    bench().library().setHome(ui::toQString(folder.path() / "runs"));
    QObject::connect(&bench().session(), &ui::TrainingSession::stepped, window.get(),
                     [this](const std::vector<StepReport>& steps) { lastStep = steps.back().step; });
    window->show();
}

void WindowFixture::showTab(const QString& title)
{
    auto* tabs = find<QTabWidget>("tabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab).remove('&') == title)
            return tabs->setCurrentIndex(tab);
    }
    QFAIL(qPrintable("there is no tab " + title));
}

void WindowFixture::useTinyModel(std::int64_t steps)
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

std::filesystem::path WindowFixture::writeCorpus(const std::string& name) const
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

void WindowFixture::loadCorpus()
{
    bench().loadCorpus(CorpusSource::parse({writeCorpus().string()}));
    QTRY_VERIFY(bench().dataset());
}

} // namespace alignoscope::testing
