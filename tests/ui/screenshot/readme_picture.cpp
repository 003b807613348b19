// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the picture of README from the real window: loads a corpus, trains for some updates, saves what the window
// shows. `--light` and `--dark` choose the look; without a display it runs with QT_QPA_PLATFORM=offscreen.
#include "ui/appearance.h"
#include "ui/application.h"
#include "ui/bridge/workbench.h"
#include "ui/main_window.h"
#include "ui/views/heatmap_view.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace alignoscope;

namespace {

struct Wishes {
    QString out, corpus, sentence, translation, translate;
    qint64 steps = 0;
    QSize size;
    bool dark = false, before = false, keepTraining = true;
};

/// Drives the window by what it tells, then ends the program.
class Photographer : public QObject {
public:
    Photographer(ui::MainWindow& window, Wishes wishes) : m_window(window), m_wishes(std::move(wishes))
    {
        ui::Workbench& bench = window.workbench();
        connect(
            &bench, &ui::Workbench::datasetChanged, this, [this] { start(); }, Qt::SingleShotConnection);
        connect(&bench, &ui::Workbench::failed, this, &Photographer::fail);
        connect(&bench.session(), &ui::TrainingSession::stepped, this, [this](const std::vector<StepReport>& steps) {
            if (!m_taken && steps.back().step >= m_wishes.steps)
                settle();
        });
        connect(&bench, &ui::Workbench::trainingFinished, this, [this](const RunFinished& result) {
            if (result.reason == StopReason::Failed)
                fail(QString::fromStdString(result.message));
            else if (!m_taken)
                settle();
            else
                QCoreApplication::quit();
        });
    }

private:
    void start()
    {
        if (!m_wishes.sentence.isEmpty())
            m_window.workbench().watch(m_wishes.sentence, m_wishes.translation);
        if (m_wishes.before)
            settle();
        else
            m_window.workbench().start();
    }

    void settle()
    {
        m_taken = true;
        if (!m_wishes.keepTraining)
            m_window.workbench().pauseOrResume();
        chooseSentence();
        if (!m_wishes.translate.isEmpty()) {
            auto* tabs = m_window.findChild<QTabWidget*>("tabs");
            for (QWidget* page = m_window.findChild<QLineEdit*>("translateSource"); page; page = page->parentWidget())
                if (tabs->indexOf(page) >= 0)
                    tabs->setCurrentWidget(page);
            m_window.findChild<QLineEdit*>("translateSource")->setText(m_wishes.translate);
            m_window.findChild<QPushButton*>("translateButton")->click();
        }
        QTimer::singleShot(1500, this, &Photographer::take); // what was asked for just now arrives
    }

    void chooseSentence()
    {
        auto* table = m_window.findChild<QTableView*>("sentenceTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == m_wishes.sentence)
                table->selectRow(row);
        }
    }

    void take()
    {
        auto* heatmap = m_window.findChild<ui::HeatmapView*>("attentionHeatmap");
        if (const AttentionSnapshotPtr snapshot = heatmap->snapshot()) {
            const int row = std::min(2, snapshot->targets() - 1);
            int best = 0;
            for (int s = 0; s < snapshot->sources(); ++s)
                best = snapshot->weight(row, s) > snapshot->weight(row, best) ? s : best;
            heatmap->setCursorCell(ui::HeatmapView::Cell{row, best});
        }
        QCoreApplication::processEvents();
        if (!m_window.grab().save(m_wishes.out))
            return fail("cannot write " + m_wishes.out);
        if (m_window.workbench().session().active())
            m_window.workbench().stop();
        else
            QCoreApplication::quit();
    }

    void fail(const QString& message)
    {
        QTextStream(stderr) << message << '\n';
        QCoreApplication::exit(1);
    }

    ui::MainWindow& m_window;
    Wishes m_wishes;
    bool m_taken = false;
};

Wishes readWishes(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("out", "PNG file to write");
    parser.addOptions({{"dark", "dark look"},
                       {"light", "light look"},
                       {"before", "do not train"},
                       {"paused", "pause before the picture is taken"},
                       {"corpus", "corpus to train on", "name", "builtin:phrases-en-fr"},
                       {"steps", "updates before the picture is taken", "n", "400"},
                       {"size", "of the window", "WxH", "1280x800"},
                       {"sentence", "to watch and show", "text"},
                       {"translation", "of that sentence", "text"},
                       {"translate", "show the translation of this text", "text"}});
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    Wishes wishes;
    wishes.out = parser.positionalArguments().front();
    wishes.corpus = parser.value("corpus");
    wishes.sentence = parser.value("sentence");
    wishes.translation = parser.value("translation");
    wishes.translate = parser.value("translate");
    wishes.steps = parser.value("steps").toLongLong();
    wishes.size = QSize(parser.value("size").section('x', 0, 0).toInt(), parser.value("size").section('x', 1).toInt());
    wishes.dark = parser.isSet("dark");
    wishes.before = parser.isSet("before");
    wishes.keepTraining = !parser.isSet("paused");
    return wishes;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ui::prepareApplication(application);
    const Wishes wishes = readWishes(application);
    QTemporaryDir folder;
    ui::MainWindow window(std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat));
    ui::setAppearance(wishes.dark ? ui::Appearance::Dark : ui::Appearance::Light);
    window.workbench().library().setHome(folder.filePath("runs"));
    window.resize(wishes.size);
    window.show();
    Photographer photographer(window, wishes);
    window.openPaths(wishes.corpus.split(' '));
    return QApplication::exec();
}
