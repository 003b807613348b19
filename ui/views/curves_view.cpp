// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_view.h"

#include "ui/icons.h"
#include "ui/views/curves_export.h"
#include "ui/views/curves_plot.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace alignoscope::ui {

struct CurvesView::Parts {
    explicit Parts(QWidget* parent)
        : plot(parent), legend(new QLabel(parent)), measureBox(new QComboBox(parent)),
          logButton(new QToolButton(parent)), exportButton(new QToolButton(parent))
    {
    }

    CurvesData data;
    Task task = Task::Translation;
    CurvesPlot plot;
    QLabel* legend;
    QComboBox* measureBox;
    QToolButton* logButton;
    QToolButton* exportButton;
    QTimer timer;
};

namespace {

// A curve changes slowly; training needs the processor more than it does.
constexpr int soonest = 40, latest = 1000; // milliseconds between two redraws
constexpr int shareOfTime = 100;           // at most one part in so many

// However often a run is validated: half of the points look the same, and the last one stays.
void thinOut(std::vector<ValidationReport>& reports)
{
    constexpr std::size_t most = 4096;
    if (reports.size() <= most)
        return;
    std::size_t kept = 0;
    for (std::size_t i = (reports.size() - 1) % 2; i < reports.size(); i += 2)
        reports[kept++] = reports[i];
    reports.resize(kept);
}

QString entry(const QColor& colour, const QString& mark, const QString& text)
{
    return QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3").arg(colour.name(), mark, text.toHtmlEscaped());
}

const ValidationReport* nearestValidation(const std::vector<ValidationReport>& reports, double step)
{
    const auto distance = [step](const ValidationReport& report) {
        return std::abs(static_cast<double>(report.step) - step);
    };
    const auto found = std::ranges::min_element(reports, {}, distance);
    return found == reports.end() ? nullptr : &*found;
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

} // namespace

CurvesView::CurvesView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>(this))
{
    setObjectName("curvesView");
    setAccessibleName(tr("Training curves"));
    build();
    m_parts->timer.setObjectName("curvesClock");
    m_parts->timer.setSingleShot(true);
    m_parts->timer.setInterval(soonest);
    connect(&m_parts->timer, &QTimer::timeout, this, &CurvesView::redraw);
    connect(m_parts->measureBox, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts->data.measure = static_cast<Measure>(m_parts->measureBox->itemData(index).toInt());
        redrawSoon();
    });
    connect(m_parts->logButton, &QToolButton::toggled, this, [this](bool on) {
        m_parts->data.logarithmic = on;
        redrawSoon();
    });
    m_parts->plot.applyPalette(palette(), font());
    redraw();
}

CurvesView::~CurvesView() = default;

std::optional<ExportContent> CurvesView::exportContent() const
{
    if (m_parts->data.isEmpty())
        return std::nullopt;
    const Measure measure = m_parts->data.measure;
    const auto curves = std::make_shared<const CurveFigure>(
        curveFigure(m_parts->data, measure == Measure::None ? QString() : nameOf(measure)));
    ExportContent content;
    content.name = QStringLiteral("curves");
    content.cells = false;
    content.compose = [curves](const FigureOptions& options) { return curveDrawing(*curves, options); };
    content.texts = {{tr("CSV – a row a point"), QStringLiteral("csv"), [curves] { return curvesToCsv(*curves); }}};
    return content;
}

void CurvesView::build()
{
    Parts& parts = *m_parts;
    parts.plot.widget()->installEventFilter(this);
    parts.legend->setObjectName("curvesReadout");
    parts.legend->setTextFormat(Qt::RichText);
    parts.legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    parts.measureBox->setObjectName("curvesMeasure");
    parts.measureBox->setAccessibleName(tr("Measure on the right axis"));
    parts.measureBox->setToolTip(tr("Measure on the right axis"));
    offer(*parts.measureBox, measuresOf(Task::Translation));
    parts.logButton->setObjectName("curvesLogarithmic");
    parts.logButton->setText(tr("log steps"));
    parts.logButton->setCheckable(true);
    parts.logButton->setAutoRaise(true);
    parts.logButton->setToolTip(tr("Logarithmic steps: spreads the beginning of the training out"));
    parts.logButton->setAccessibleName(tr("Logarithmic steps"));

    parts.exportButton->setObjectName("curvesExport");
    parts.exportButton->setIcon(themedIcon("export"));
    parts.exportButton->setAutoRaise(true);
    parts.exportButton->setToolTip(tr("Export the curves as a figure or as numbers"));
    parts.exportButton->setAccessibleName(parts.exportButton->toolTip());
    connect(parts.exportButton, &QToolButton::clicked, this, &CurvesView::exportRequested);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 6, 0);
    header->addWidget(parts.legend, 1);
    header->addWidget(parts.logButton);
    header->addWidget(parts.measureBox);
    header->addWidget(parts.exportButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(header);
    column->addWidget(parts.plot.widget(), 1);
}

void CurvesView::setTask(Task task)
{
    if (std::exchange(m_parts->task, task) == task)
        return;
    offer(*m_parts->measureBox, measuresOf(task));
    setMeasure(task == Task::Classification ? Measure::TextAccuracy : Measure::AlignmentErrorRate);
}

void CurvesView::setAlignment(std::vector<ValidationReport> measured)
{
    m_parts->data.alignment = std::move(measured);
    redrawSoon();
}

void CurvesView::clear()
{
    m_parts->data.alignment.clear();
    m_parts->data.training.clear();
    m_parts->data.validations.clear();
    m_parts->data.timelineStep.reset();
    m_parts->data.pointerStep.reset();
    redrawSoon();
}

void CurvesView::addStep(const StepReport& report)
{
    m_parts->data.training.add(static_cast<double>(report.step), report.loss);
    auto& validations = m_parts->data.validations;
    while (!validations.empty() && validations.back().step >= report.step && validations.back().step > 0)
        validations.pop_back(); // of a future that is being trained again
    scheduleRedraw();
}

void CurvesView::addValidation(const ValidationReport& report)
{
    if (!std::isfinite(report.loss))
        return;
    auto& validations = m_parts->data.validations;
    while (!validations.empty() && validations.back().step >= report.step)
        validations.pop_back();
    validations.push_back(report);
    thinOut(validations);
    scheduleRedraw();
}

void CurvesView::setTimelineStep(std::optional<qint64> step)
{
    if (step == m_parts->data.timelineStep)
        return;
    m_parts->data.timelineStep = step;
    m_parts->plot.drawLines(m_parts->data);
}

void CurvesView::setMeasure(Measure measure)
{
    m_parts->measureBox->setCurrentIndex(m_parts->measureBox->findData(static_cast<int>(measure)));
}

CurvesView::Measure CurvesView::measure() const
{
    return m_parts->data.measure;
}
void CurvesView::setLogarithmicSteps(bool logarithmic)
{
    m_parts->logButton->setChecked(logarithmic);
}
int CurvesView::drawnPoints() const
{
    return m_parts->plot.drawnPoints();
}
int CurvesView::measuredPoints() const
{
    return static_cast<int>(m_parts->data.measuredReports().size());
}
QSize CurvesView::sizeHint() const
{
    return {560, 190};
}
QSize CurvesView::minimumSizeHint() const
{
    return {240, 120};
}

// Reports may come thousands at a time (a run is opened); they are drawn together.
void CurvesView::scheduleRedraw()
{
    if (!m_parts->timer.isActive())
        m_parts->timer.start();
}

// What the user asked for does not wait for the training's share.
void CurvesView::redrawSoon()
{
    m_parts->timer.start(soonest);
}

void CurvesView::redraw()
{
    const Measure measure = m_parts->data.measure;
    QElapsedTimer clock;
    clock.start();
    m_parts->exportButton->setEnabled(!m_parts->data.isEmpty());
    m_parts->plot.draw(m_parts->data, measure == Measure::None ? QString() : nameOf(measure));
    updateLegend();
    m_parts->timer.setInterval(
        std::clamp(static_cast<int>(clock.nsecsElapsed() * shareOfTime / 1'000'000), soonest, latest));
}

QString CurvesView::readout() const
{
    const CurvesData& drawn = m_parts->data;
    if (!drawn.pointerStep)
        return {};
    const DecimatedSeries::Bucket* bucket = drawn.training.nearest(*drawn.pointerStep);
    const double step = bucket ? bucket->last : *drawn.pointerStep;
    QStringList parts{tr("step %1").arg(locale().toString(static_cast<qint64>(step)))};
    if (bucket)
        parts << tr("training %1").arg(number(bucket->smoothed));
    if (const auto* report = nearestValidation(drawn.validations, *drawn.pointerStep)) {
        parts << tr("validation %1").arg(number(report->loss));
    }
    const std::vector<ValidationReport> measured = drawn.measuredReports();
    if (const auto* report = nearestValidation(measured, *drawn.pointerStep)) {
        parts << nameOf(drawn.measure) + u' ' + QString::number(*drawn.measured(*report), 'f', 1);
    }
    return parts.join(QStringLiteral(" · "));
}

// Names the curves; while the pointer is on the plot, their values too.
void CurvesView::updateLegend()
{
    const CurvesData& drawn = m_parts->data;
    if (drawn.isEmpty()) {
        m_parts->legend->setText(tr("The loss will appear here").toHtmlEscaped());
        return;
    }
    const CurvesColours colours = curvesColours(palette());
    QStringList parts = readout().split(QStringLiteral(" · "), Qt::SkipEmptyParts);
    const QString step = parts.isEmpty() ? QString() : parts.takeFirst();
    const auto text = [&parts](const QString& name) {
        for (const QString& part : parts)
            if (part.startsWith(name + u' '))
                return part;
        return name;
    };
    QStringList entries;
    if (!drawn.training.buckets().empty())
        entries << entry(colours.training, QStringLiteral("━"), text(tr("training")));
    if (!drawn.validations.empty())
        entries << entry(colours.validation, QStringLiteral("●"), text(tr("validation")));
    if (!drawn.measuredReports().empty())
        entries << entry(colours.measure, QStringLiteral("▲"), text(nameOf(drawn.measure)));
    if (!step.isEmpty())
        entries << step.toHtmlEscaped();
    m_parts->legend->setText(entries.join(QStringLiteral("&nbsp;&nbsp;&nbsp;")));
}

void CurvesView::readAt(const QPointF& position)
{
    m_parts->data.pointerStep = std::max(0.0, m_parts->plot.stepAt(position.x()));
    updateLegend();
    m_parts->plot.drawLines(m_parts->data);
}

bool CurvesView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts->plot.widget()) {
        if (event->type() == QEvent::MouseMove)
            readAt(static_cast<QMouseEvent*>(event)->position());
        if (event->type() == QEvent::Leave) {
            m_parts->data.pointerStep.reset();
            updateLegend();
            m_parts->plot.drawLines(m_parts->data);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CurvesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_parts->plot.applyPalette(palette(), font());
        redrawSoon();
    }
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
