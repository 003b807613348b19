// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/bridge/film.h"
#include "ui/bridge/playback.h"
#include "ui/bridge/token_focus.h"
#include "ui/bridge/workbench.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/manual_dialog.h"
#include "ui/icons.h"
#include "ui/panels/file_actions.h"
#include "ui/panels/gold_actions.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/import_note.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/model_actions.h"
#include "ui/panels/parameter_actions.h"
#include "ui/panels/progress_panel.h"
#include "ui/panels/sentence_table_panel.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/shape_actions.h"
#include "ui/panels/status_panel.h"
#include "ui/panels/training_actions.h"
#include "ui/panels/view_actions.h"
#include "ui/panels/view_panel.h"
#include "ui/panels/view_tabs.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

// How many snapshots of a sentence the timeline keeps in reach of its slider; all of them stay in the run's folder.
static std::size_t timelineStops(const QSettings& settings)
{
    const auto usual = static_cast<qulonglong>(TimelineStops::usualLimit);
    return static_cast<std::size_t>(
        std::clamp<qulonglong>(settings.value("timelineStops", usual).toULongLong(), 10, 1'000'000));
}

struct MainWindow::Parts {
    explicit Parts(std::unique_ptr<QSettings> given)
        : settings(std::move(given)), workbench(*settings), playback(workbench, timelineStops(*settings))
    {
    }
    std::unique_ptr<QSettings> settings;
    Workbench workbench;
    Playback playback;
    Film film{playback};
    TokenFocus focus; ///< what is looked at in any view
    TrainingActions* training = nullptr;
    FileActions* files = nullptr;
    ParameterActions* parameters = nullptr;
    ModelActions* model = nullptr;
    ViewActions* view = nullptr;
    ShapeActions* shape = nullptr;
    QAction* exportFigure = nullptr;
    ViewTabs* tabs = nullptr;
    MessageBar* messages = nullptr;
    SentencesPanel* sentences = nullptr;
    GoldActions* gold = nullptr;
    InspectorPanel* inspector = nullptr;
    QList<QDockWidget*> docks;
};

MainWindow::MainWindow(QWidget* parent) : MainWindow(std::make_unique<QSettings>(), parent) { }

MainWindow::MainWindow(std::unique_ptr<QSettings> settings, QWidget* parent)
    : QMainWindow(parent), m_parts(std::make_unique<Parts>(std::move(settings)))
{
    Parts& p = *m_parts;
    p.film.setParent(this);
    setObjectName("mainWindow");
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    p.training = new TrainingActions(p.workbench, this);
    p.files = new FileActions(p.workbench, this);
    p.parameters = new ParameterActions(p.workbench, this);
    connect(p.files, &FileActions::modelFileChosen, p.parameters, &ParameterActions::importFile);
    p.model = new ModelActions(p.workbench, this);
    p.view = new ViewActions(*p.settings, this);
    p.shape = new ShapeActions(*p.settings, this);
    buildCentre();
    buildDocks();
    buildMenus();
    buildToolBar();
    new StatusPanel(p.workbench, statusBar());
    connectMessages();
    connectView();
    restore();
    connect(&p.workbench, &Workbench::changed, this, &MainWindow::refresh);
    refresh();
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget(); // the panels look at the workbench, so they go first
    qDeleteAll(m_parts->docks);
}

Workbench& MainWindow::workbench()
{
    return m_parts->workbench;
}

void MainWindow::openPaths(const QStringList& paths)
{
    m_parts->files->openPaths(paths);
}

void MainWindow::buildCentre()
{
    Parts& p = *m_parts;
    auto* centre = new QWidget(this);
    p.messages = new MessageBar(centre);
    p.sentences = new SentencesPanel(p.workbench, p.playback, *p.settings, this);
    p.inspector = new InspectorPanel(this);
    p.tabs = new ViewTabs(
        {p.workbench, p.playback, *p.sentences, p.focus, *p.view, *p.shape, *p.settings, *p.inspector}, centre);
    connect(p.tabs, &ViewTabs::contentChanged, this, &MainWindow::refresh);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(p.messages);
    auto* import = new ImportNote(p.workbench, centre);
    connect(import, &ImportNote::textWished, p.files, &FileActions::chooseAttentionText);
    layout->addWidget(import);
    layout->addWidget(p.tabs, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks()
{
    Parts& p = *m_parts;
    const auto dock = [this, &p](const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
        auto* frame = new QDockWidget(title, this);
        frame->setObjectName(name);
        frame->setWidget(content);
        addDockWidget(area, frame);
        p.docks << frame;
    };
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    dock("dockSentences", tr("Sentences"), p.sentences, Qt::LeftDockWidgetArea);
    dock("dockInspector", tr("Inspector"), p.inspector, Qt::RightDockWidgetArea);
    dock("dockHistory", tr("History"), new HistoryPanel(p.workbench, p.playback, p.film, this),
         Qt::BottomDockWidgetArea);
}

void MainWindow::buildMenus()
{
    Parts& p = *m_parts;
    p.exportFigure = new QAction(themedIcon("export"), tr("&Export figure…"), this);
    p.exportFigure->setObjectName("actionExport");
    p.exportFigure->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(p.exportFigure, &QAction::triggered, this, &MainWindow::exportFigure);

    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({p.files->openDataset, p.files->openRun, p.files->openAttention});
    file->addMenu(p.files->recentRuns);
    p.gold = new GoldActions(p.workbench, *p.sentences, this);
    file->addAction(p.gold->load);
    file->addSeparator();
    file->addActions({p.files->saveRunAs, p.exportFigure});
    file->addSeparator();
    file->addActions({p.parameters->exportBest, p.parameters->exportLast, p.parameters->import});
    file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setObjectName("actionQuit");
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));

    QMenu* training = menuBar()->addMenu(tr("&Training"));
    training->addActions({p.training->start, p.training->pause, p.training->step, p.training->stop});
    training->addSeparator();
    training->addAction(p.training->newRun);
    menuBar()->addMenu(p.model->menu);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    p.view->fill(view);
    p.shape->fill(view);
    view->addSeparator();
    view->addActions(p.tabs->goTo());
    QAction* live = view->addAction(tr("Back to &live"), this, [this] {
        m_parts->film.pause();
        m_parts->playback.goLive();
    });
    live->setObjectName("actionLive");
    live->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    QAction* film = view->addAction(tr("&Play the training like a film"), &p.film, [&film = p.film](bool play) {
        if (play)
            film.play();
        else
            film.pause();
    });
    film->setObjectName("actionFilm");
    film->setCheckable(true);
    film->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    connect(&p.film, &Film::playingChanged, film, &QAction::setChecked);
    connect(&p.playback, &Playback::stepsChanged, film,
            [film](const std::vector<qint64>& steps) { film->setEnabled(steps.size() > 1); });
    film->setEnabled(false);
    view->addSeparator();
    SentenceTablePanel* table = p.sentences->table();
    view->addActions({table->find, table->histograms, table->wide, table->save, table->saveFigure});
    connect(table, &SentenceTablePanel::failed, p.messages, [&p](const QString& text) { p.messages->say(text); });
    view->addSeparator();
    for (QDockWidget* dock : p.docks)
        view->addAction(dock->toggleViewAction());
    view->addAction(tr("&Reset the layout"), this, &MainWindow::arrange)->setObjectName("actionResetLayout");
    buildHelp();
}

void MainWindow::buildHelp()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* manual = help->addAction(tr("&Manual"), this, [this] {
        auto* dialog = new ManualDialog("index", this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    manual->setObjectName("actionManual");
    manual->setShortcut(QKeySequence::HelpContents);
    help->addAction(tr("&About Alignoscope"), this, [this] { AboutDialog(this).exec(); })->setObjectName("actionAbout");
}

void MainWindow::buildToolBar()
{
    Parts& p = *m_parts;
    QToolBar* bar = addToolBar(tr("Toolbar"));
    bar->setObjectName("toolBar");
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(p.files->openDataset);
    auto* model = new QToolButton(bar);
    model->setObjectName("modelButton");
    model->setIcon(themedIcon("model"));
    model->setText(tr("Model"));
    model->setMenu(p.model->menu);
    model->setPopupMode(QToolButton::InstantPopup);
    model->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(model);
    bar->addSeparator();
    bar->addActions({p.training->start, p.training->pause, p.training->step, p.training->stop});
    bar->addSeparator();
    bar->addAction(p.exportFigure);
    auto* progress = new ProgressPanel(p.workbench, bar);
    progress->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(progress);
}

void MainWindow::connectMessages()
{
    Parts& p = *m_parts;
    const auto problem = [this](const QString& text) { m_parts->messages->say(text); };
    connect(&p.workbench, &Workbench::failed, this, problem);
    connect(&p.workbench.reader(), &RunReader::readFailed, this, problem);
    connect(&p.workbench.session(), &TrainingSession::troubled, this, problem);
    connect(&p.workbench, &Workbench::trainingFinished, this, [this](const RunFinished& result) {
        const bool bad = result.reason == StopReason::NotANumber || result.reason == StopReason::Failed;
        if (!result.message.empty())
            m_parts->messages->say(QString::fromStdString(result.message),
                                   bad ? MessageBar::Kind::Problem : MessageBar::Kind::Information);
    });
    const auto say = [this](const QString& text, bool bad) {
        m_parts->messages->say(text, bad ? MessageBar::Kind::Problem : MessageBar::Kind::Information);
    };
    connect(p.files, &FileActions::message, this, say);
    connect(p.parameters, &ParameterActions::message, this, say);
    connect(p.gold, &GoldActions::message, this, say);
    connect(p.gold, &GoldActions::taken, p.view->goldShown, [this] { m_parts->view->goldShown->setChecked(true); });
    connect(&p.workbench, &Workbench::runCleared, p.messages, &MessageBar::clear);
}

void MainWindow::connectView()
{
    Parts& p = *m_parts;
    connect(&p.playback, &Playback::pictureChanged, p.inspector, &InspectorPanel::setSnapshot);
    p.view->announce();
}

void MainWindow::restore()
{
    arrange();
    const QSettings& settings = *m_parts->settings;
    if (settings.contains("geometry"))
        restoreGeometry(settings.value("geometry").toByteArray());
    restoreState(settings.value("layout").toByteArray());
}

void MainWindow::arrange()
{
    const QList<QDockWidget*>& docks = m_parts->docks;
    resize(1280, 800);
    for (QDockWidget* dock : docks) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, docks[0]);
    addDockWidget(Qt::RightDockWidgetArea, docks[1]);
    addDockWidget(Qt::BottomDockWidgetArea, docks[2]);
    resizeDocks({docks[0], docks[1]}, {300, 250}, Qt::Horizontal);
    resizeDocks({docks[2]}, {230}, Qt::Vertical);
}

void MainWindow::exportFigure()
{
    std::optional<ExportContent> content = m_parts->tabs->exportContent();
    if (!content)
        return;
    auto* dialog = new ExportDialog(std::move(*content), m_parts->view->colourMap(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::refresh()
{
    Parts& p = *m_parts;
    setPossible(p.exportFigure,
                m_parts->tabs->exportContent() ? QString() : tr("There is nothing to see in this tab yet."),
                tr("Save the picture as PDF, SVG or PNG, or its numbers"));
    const QString open = p.workbench.label();
    setWindowTitle(open.isEmpty() ? tr("Alignoscope") : tr("%1 – Alignoscope").arg(open));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_parts->settings->setValue("geometry", saveGeometry());
    m_parts->settings->setValue("layout", saveState());
    m_parts->workbench.stop(); // what was trained is saved; the destructor waits for that
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        openPaths(paths);
    event->acceptProposedAction();
}

} // namespace alignoscope::ui
