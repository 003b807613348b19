// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/experiment_runs_box.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/icons.h"
#include "ui/models/experiment_runs.h"

#include "alignoscope/run.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <exception>

namespace alignoscope::ui {

namespace {

constexpr qint64 largestReport = 1 << 20; // bytes; an evaluation prints some hundred

QToolButton* button(const char* name, const char* icon, const QString& text, const QString& tip, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setIcon(themedIcon(icon));
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setAutoRaise(true);
    return made;
}

} // namespace

ExperimentRunsBox::ExperimentRunsBox(Workbench& workbench, ExperimentRuns& runs, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_runs(runs),
      m_askForFolder([](QWidget* window, const QString& title, const QString& start) {
          return QFileDialog::getExistingDirectory(window, title, start);
      }),
      m_askForFiles([](QWidget* window, const QString& title) {
          return QFileDialog::getOpenFileNames(window, title, {}, tr("Reports (*.json);;All files (*)"));
      })
{
    m_list = new QListView(this);
    m_list->setObjectName("experimentRuns");
    m_list->setAccessibleName(tr("Runs to compare"));
    m_list->setToolTip(tr("Ticked runs are drawn; the chosen one is asked how many states it needs"));
    m_list->setModel(&runs);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedHeight(m_list->fontMetrics().height() * 4 + 22);
    auto* add = button("experimentAdd", "add", tr("Add a run"), tr("Add a run that was trained"), this);
    m_menu = new QMenu(add);
    m_menu->setObjectName("experimentAddMenu");
    m_menu->setToolTipsVisible(true);
    add->setMenu(m_menu);
    add->setPopupMode(QToolButton::InstantPopup);
    auto* reports = button("experimentReports", "dataset", tr("Open reports…"),
                           tr("Open files that “evaluate” or “experiment lengths” wrote on the command line"), this);
    m_remove = button("experimentRemove", "remove", tr("Remove"),
                      tr("Take the chosen run off the list (it stays on "
                         "the disk)"),
                      this);
    auto* buttons = new QVBoxLayout;
    for (QToolButton* each : {add, reports, m_remove})
        buttons->addWidget(each);
    buttons->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    connect(m_menu, &QMenu::aboutToShow, this, &ExperimentRunsBox::fillMenu);
    connect(reports, &QToolButton::clicked, this, &ExperimentRunsBox::openReports);
    connect(m_remove, &QToolButton::clicked, this, &ExperimentRunsBox::removeChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExperimentRunsBox::refresh);
    connect(&runs, &ExperimentRuns::edited, this, &ExperimentRunsBox::refresh);
    fillMenu();
    refresh();
}

int ExperimentRunsBox::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void ExperimentRunsBox::addRun(const QString& folder)
{
    if (folder.isEmpty())
        return;
    if (!Run::isRun(toPath(folder)))
        return emit message(tr("%1 is no run folder. Choose a folder that a training wrote.").arg(folder));
    m_list->setCurrentIndex(m_runs.index(m_runs.addRun(toPath(folder))));
}

void ExperimentRunsBox::openReports()
{
    for (const QString& file : m_askForFiles(window(), tr("Open which reports?"))) {
        if (QFileInfo(file).size() > largestReport) {
            emit message(tr("%1 is too large to be a report.").arg(file));
            continue;
        }
        try { // so small that nobody waits for it
            for (const LengthCurve& curve : readLengthCurves(toPath(file)))
                m_runs.addReport(curve);
        } catch (const std::exception& error) {
            emit message(QString::fromUtf8(error.what()));
        }
    }
}

// The open run first, then those used lately; last the way to others.
void ExperimentRunsBox::fillMenu()
{
    m_menu->clear();
    QStringList folders = m_workbench.library().recent();
    if (const auto& open = m_workbench.folder(); !open.empty() && Run::isRun(open)) {
        folders.removeAll(toQString(open));
        folders.prepend(toQString(open));
    }
    for (const QString& folder : folders) {
        QAction* action = m_menu->addAction(QFileInfo(folder).fileName(), this, [this, folder] { addRun(folder); });
        action->setToolTip(folder);
    }
    m_menu->addSeparator();
    QAction* other = m_menu->addAction(tr("Another folder…"), this, [this] {
        addRun(m_askForFolder(window(), tr("Add which run?"), m_workbench.library().home()));
    });
    other->setObjectName("experimentAddFolder");
}

void ExperimentRunsBox::removeChosen()
{
    m_runs.remove(chosen());
}

void ExperimentRunsBox::refresh()
{
    if (chosen() < 0 && m_runs.rowCount() > 0) {
        m_list->setCurrentIndex(m_runs.index(0)); // comes back here
        return;
    }
    m_remove->setEnabled(chosen() >= 0);
    emit chosenChanged();
}

} // namespace alignoscope::ui
