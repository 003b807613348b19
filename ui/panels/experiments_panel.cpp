// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/experiments_panel.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/figure/curve_charts.h"
#include "ui/panels/experiment_runs_box.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/segment_button.h"
#include "ui/panels/test_choice.h"
#include "ui/views/line_chart_view.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace alignoscope::ui {

ExperimentsPanel::ExperimentsPanel(Workbench& workbench, QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench),
      m_askForFolder([](QWidget* window, const QString& title, const QString& start) {
          return QFileDialog::getExistingDirectory(window, title, start);
      })
{
    build();
    connectParts();
    say({});
    draw();
}

void ExperimentsPanel::build()
{
    m_box = new ExperimentRunsBox(m_workbench, m_runs, this);
    m_test = new TestChoice(this);
    m_hint = new QLabel(this);
    m_hint->setObjectName("experimentHint");
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_chart = new LineChartView(this);
    m_chart->setObjectName("experimentChart");
    m_chart->setRemark([this](const LineChartView::At& at) {
        if (m_states->isChecked())
            return QString();
        const auto curves = shownCurves();
        const LengthBucket& bucket = curves.at(at.line).buckets.at(at.point);
        return tr("%1 to %2 words, %L3 sentences").arg(bucket.min).arg(bucket.max).arg(bucket.sentences);
    });
    m_chart->setMinimumHeight(300); // in a small window the page is scrolled, not the curves squeezed
    auto* page = new QScrollArea(this);
    page->setObjectName("experimentPage");
    page->setWidgetResizable(true);
    page->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 8, 8, 8);
    outer->addWidget(page);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(m_box);
    layout->addWidget(buildActions());
    layout->addLayout(buildProgress());
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_chart, 1);
    page->setWidget(content);
}

QWidget* ExperimentsPanel::buildActions()
{
    auto* row = new QWidget(this);
    m_lengths =
        new SegmentButton(tr("BLEU by length"), tr("How well the ticked runs translate short and long sentences"), row);
    m_lengths->setObjectName("experimentLengths");
    m_states = new SegmentButton(
        tr("States needed"), tr("How well the chosen run translates while its attention may look at few states"), row);
    m_states->setObjectName("experimentStates");
    auto* kinds = new QButtonGroup(this);
    kinds->addButton(m_lengths);
    kinds->addButton(m_states);
    m_lengths->setChecked(true);
    auto* segments = new QWidget(row);
    auto* side = new QHBoxLayout(segments);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_lengths);
    side->addWidget(m_states);
    m_ask = new QPushButton(row);
    m_ask->setObjectName("experimentAsk");
    m_train = new QPushButton(tr("Train the four &models…"), row);
    m_train->setObjectName("experimentTrain");
    auto* layout = new FlowLayout(row, 8, 6);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part :
         {segments, static_cast<QWidget*>(m_test), static_cast<QWidget*>(m_ask), static_cast<QWidget*>(m_train)})
        layout->addWidget(part);
    return row;
}

QLayout* ExperimentsPanel::buildProgress()
{
    m_message = new QLabel(this);
    m_message->setObjectName("experimentMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName("experimentProgress");
    m_progress->setAccessibleName(tr("How far the experiment is"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(220);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName("experimentCancel");
    m_cancel->setToolTip(tr("Stop; what is done already stays"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_message, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    return row;
}

void ExperimentsPanel::connectParts()
{
    connect(m_ask, &QPushButton::clicked, this, &ExperimentsPanel::ask);
    connect(m_train, &QPushButton::clicked, this, &ExperimentsPanel::train);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        say(tr("Cancelled. What was done already is kept."));
    });
    connect(m_states, &QAbstractButton::toggled, this, &ExperimentsPanel::draw);
    connect(m_test, &TestChoice::changed, this, [this] {
        m_job.cancel();
        say({});
        m_runs.forgetMeasurements();
    });
    connect(&m_runs, &ExperimentRuns::edited, this, &ExperimentsPanel::draw);
    connect(m_box, &ExperimentRunsBox::chosenChanged, this, &ExperimentsPanel::draw);
    connect(m_box, &ExperimentRunsBox::message, this, &ExperimentsPanel::say);
    connect(&m_job, &ExperimentJob::curve, &m_runs, &ExperimentRuns::setCurve);
    connect(&m_job, &ExperimentJob::states, &m_runs, &ExperimentRuns::setStates);
    connect(&m_job, &ExperimentJob::progressed, this, [this](double fraction, const QString& what) {
        m_progress->setValue(static_cast<int>(1000 * fraction));
        say(what);
    });
    connect(&m_job, &ExperimentJob::busyChanged, this, [this](bool busy) {
        if (!busy)
            say({});
        refresh();
    });
    connect(&m_job, &ExperimentJob::failed, this, &ExperimentsPanel::say);
}

std::vector<TestedRun> ExperimentsPanel::runsToAsk() const
{
    std::vector<TestedRun> runs;
    const auto& entries = m_runs.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool wanted =
            m_states->isChecked() ? static_cast<int>(i) == m_box->chosen() : entries[i].shown && !entries[i].curve;
        if (wanted && !entries[i].folder.empty())
            runs.push_back({entries[i].label, entries[i].folder});
    }
    return runs;
}

void ExperimentsPanel::ask()
{
    std::vector<TestedRun> runs = runsToAsk();
    if (runs.empty())
        return;
    if (m_states->isChecked())
        m_job.measureStates(runs.front(), m_test->sentences());
    else
        m_job.evaluate(std::move(runs), m_test->sentences());
}

void ExperimentsPanel::train()
{
    const QString folder =
        m_askForFolder(window(), tr("Keep the four runs in which folder? One that holds some of them goes on."),
                       m_workbench.library().home());
    if (folder.isEmpty())
        return;
    m_plan.testSentences = m_test->sentences().perTen;
    m_job.train(m_plan, toPath(folder));
}

void ExperimentsPanel::say(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

std::vector<LengthCurve> ExperimentsPanel::shownCurves() const
{
    std::vector<LengthCurve> curves;
    for (const ExperimentRuns::Entry& entry : m_runs.entries())
        if (entry.shown && entry.curve)
            curves.push_back(*entry.curve);
    return curves;
}

const StateCurve* ExperimentsPanel::chosenStates() const
{
    const auto row = static_cast<std::size_t>(m_box->chosen());
    if (row >= m_runs.entries().size() || !m_runs.entries()[row].states)
        return nullptr;
    return &*m_runs.entries()[row].states;
}

void ExperimentsPanel::draw()
{
    LineChart chart;
    if (m_states->isChecked()) {
        if (const StateCurve* states = chosenStates())
            chart = stateChart(*states);
    } else if (const auto curves = shownCurves(); !curves.empty()) {
        chart = lengthChart(curves);
    }
    const bool empty = chart.empty();
    m_chart->setAccessibleName(chart.title);
    m_chart->setChart(std::move(chart));
    m_chart->setVisible(!empty);
    m_hint->setVisible(empty);
    refresh();
    emit contentChanged();
}

QString ExperimentsPanel::hint() const
{
    if (m_states->isChecked())
        return tr("How many words must a translator look at for each word it writes? Add a run, choose it, and let its "
                  "attention see only the 1, 2, 3 … states with the highest scores, or as many side by side.");
    return tr("Does attention help with long sentences? Train four models here, two of them without attention, or add "
              "runs and evaluate them: a model that squeezes the whole sentence into one vector loses its words as "
              "sentences grow.");
}

void ExperimentsPanel::refresh()
{
    const bool busy = m_job.busy(), states = m_states->isChecked();
    const bool possible = !runsToAsk().empty();
    m_ask->setText(states ? tr("&Measure the chosen run") : tr("&Evaluate the ticked runs"));
    m_ask->setEnabled(possible && !busy);
    m_ask->setToolTip(possible ? tr("Translate the test sentences, in the background")
                          : states
                          ? tr("Add a run and choose it first")
                          : tr("Add a run first; what is ticked and evaluated already is not evaluated again"));
    m_train->setVisible(!states);
    m_train->setEnabled(!busy);
    m_train->setToolTip(tr("Trains two models with attention and two without, on built-in sentences of up to 30 and up "
                           "to 50 words, and tests them on sentences of up to 70. Takes some minutes for each; can be "
                           "cancelled, and goes on later."));
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_hint->setText(hint());
}

std::optional<ExportContent> ExperimentsPanel::exportContent() const
{
    const QString csv = tr("CSV – table of numbers"), json = tr("JSON – all numbers");
    ExportContent content;
    content.cells = false;
    if (m_states->isChecked()) {
        const StateCurve* states = chosenStates();
        if (!states)
            return std::nullopt;
        content.name = QStringLiteral("states-needed");
        content.compose = [curve = *states](const FigureOptions& options) {
            return lineChartFigure(stateChart(curve), options);
        };
        content.texts = {{csv, "csv", [curve = *states] { return stateCurveToCsv(curve); }},
                         {json, "json", [curve = *states] { return stateCurveToJson(curve); }}};
        return content;
    }
    const auto curves = shownCurves();
    if (curves.empty())
        return std::nullopt;
    content.name = QStringLiteral("bleu-by-length");
    content.compose = [curves](const FigureOptions& options) { return lineChartFigure(lengthChart(curves), options); };
    content.texts = {{csv, "csv", [curves] { return lengthCurvesToCsv(curves); }},
                     {json, "json", [curves] { return lengthCurvesToJson(curves); }}};
    return content;
}

} // namespace alignoscope::ui
