// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the manual: opens a run in the real window, goes through its tabs, does in each what a reader
// would do first, and saves what is seen, once light and once dark. Without a display: QT_QPA_PLATFORM=offscreen.
#include "ui/appearance.h"
#include "ui/application.h"
#include "ui/bridge/workbench.h"
#include "ui/main_window.h"
#include "ui/panels/attention_panel.h"
#include "ui/views/heatmap_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace alignoscope;

namespace {

struct Wishes {
    QString run, folder, only, sentence;
    QSize size;
    int patience = 0; // milliseconds an answer may take
};

/// Lets the window live for so long.
void letPass(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What a reader would do first in a tab: say which sentence (none: the chosen one), press buttons, then go to a cell
/// of the matrix and press a key there.
struct FirstThings {
    QString sentence;
    QStringList buttons;
    ui::HeatmapView::Cell cell{-1, -1};
    int key = 0;
};

FirstThings firstThingsToDo(const QString& tab)
{
    if (tab == "states")
        return {{}, {"statesShowBoth", "mapMake"}, {}, 0};
    if (tab == "what-if") // the first noun is to be written from the other one
        return {"The queen buys their key.", {"whatIfViewDifference"}, {1, 4}, Qt::Key_Space};
    if (tab == "attention") // the other views of the sentence light up too
        return {{}, {}, {3, 2}, 0};
    return {};
}

class Photographer {
public:
    Photographer(ui::MainWindow& window, Wishes wishes) : m_window(window), m_wishes(std::move(wishes)) { }

    bool takeAll()
    {
        auto* tabs = m_window.findChild<QTabWidget*>("tabs");
        bool fine = QDir().mkpath(m_wishes.folder);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            const QString name = tabs->tabText(tab).remove('&').toLower().replace(' ', '-');
            if (!tabs->isTabVisible(tab) || (!m_wishes.only.isEmpty() && name != m_wishes.only))
                continue;
            tabs->setCurrentIndex(tab);
            // what asks the model is looked at with nothing beside it
            const bool needsRoom = name == "beam" || name == "explanation" || name == "states";
            for (const char* dock : {"dockInspector", "dockHistory"})
                m_window.findChild<QWidget*>(dock)->setVisible(!needsRoom);
            letPass(m_wishes.patience);
            doFirst(*tabs->widget(tab), firstThingsToDo(name));
            for (const ui::Appearance look : {ui::Appearance::Light, ui::Appearance::Dark})
                fine = take(name, look) && fine;
        }
        if (m_wishes.only.isEmpty() || m_wishes.only == "sentences") {
            showTable();
            for (const ui::Appearance look : {ui::Appearance::Light, ui::Appearance::Dark})
                fine = take("sentences", look) && fine;
        }
        return fine;
    }

    void chooseSentence()
    {
        auto* table = m_window.findChild<QTableView*>("sentenceTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == m_wishes.sentence)
                table->selectRow(row);
        }
    }

private:
    void doFirst(QWidget& view, const FirstThings& things)
    {
        if (!things.sentence.isEmpty()) {
            view.findChild<QLineEdit*>("questionSource")->setText(things.sentence);
            view.findChild<QPushButton*>("questionAsk")->click();
            letPass(m_wishes.patience);
        }
        auto* heatmap = view.findChild<ui::HeatmapView*>();
        if (heatmap && things.cell.target >= 0) {
            heatmap->setFocus();
            heatmap->setCursorCell(things.cell);
        }
        if (heatmap && things.key != 0) {
            for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, things.key, Qt::NoModifier, " ");
                QCoreApplication::sendEvent(heatmap, &event);
            }
            letPass(m_wishes.patience);
        }
        for (const QString& name : things.buttons) {
            if (auto* button = view.findChild<QAbstractButton*>(name))
                button->click();
            letPass(m_wishes.patience);
        }
    }

    /// The table of sentences with all its columns and histograms.
    void showTable()
    {
        auto* tabs = m_window.findChild<QTabWidget*>("tabs");
        tabs->setCurrentWidget(tabs->findChild<ui::AttentionPanel*>());
        m_window.findChild<QWidget*>("dockInspector")->hide();
        m_window.findChild<QWidget*>("dockHistory")->hide();
        for (const char* name : {"actionHistograms", "actionWideTable"})
            m_window.findChild<QAction*>(name)->setChecked(true);
        letPass(m_wishes.patience);
    }

    bool take(const QString& name, ui::Appearance look)
    {
        ui::setAppearance(look);
        letPass(300);
        const QString file =
            m_wishes.folder + '/' + name + (look == ui::Appearance::Light ? "-light.png" : "-dark.png");
        return m_window.grab().save(file);
    }

    ui::MainWindow& m_window;
    Wishes m_wishes;
};

Wishes readWishes(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("run", "folder of a trained run, or a file of attention");
    parser.addPositionalArgument("folder", "where the pictures go");
    parser.addOptions({{"only", "this tab only", "name"},
                       {"size", "of the window", "WxH", "1280x800"},
                       {"sentence", "to choose first", "text"},
                       {"patience", "milliseconds that an answer may take", "n", "2500"}});
    parser.process(application);
    if (parser.positionalArguments().size() != 2)
        parser.showHelp(2);
    const QStringList sides = parser.value("size").split('x');
    return {parser.positionalArguments().front(),
            parser.positionalArguments().back(),
            parser.value("only"),
            parser.value("sentence"),
            QSize(sides.front().toInt(), sides.back().toInt()),
            parser.value("patience").toInt()};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ui::prepareApplication(application);
    const Wishes wishes = readWishes(application);
    const QTemporaryDir folder;
    ui::MainWindow window(std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat));
    window.workbench().library().setHome(folder.filePath("runs"));
    window.resize(wishes.size);
    window.show();
    window.openPaths({wishes.run});
    while (window.workbench().loading())
        letPass(50);
    letPass(wishes.patience);
    Photographer photographer(window, wishes);
    photographer.chooseSentence();
    return photographer.takeAll() ? 0 : 1;
}
