// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_view.h"

namespace alignoscope::ui {

struct CurvesView::Parts {
    Measure measure = Measure::Bleu;
};

CurvesView::CurvesView(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    setObjectName("curvesView");
}
CurvesView::~CurvesView() = default;
void CurvesView::clear() { }
void CurvesView::addStep(const StepReport&) { }
void CurvesView::addValidation(const ValidationReport&) { }
void CurvesView::setTimelineStep(std::optional<qint64>) { }
void CurvesView::setMeasure(Measure measure) { m_parts->measure = measure; }
CurvesView::Measure CurvesView::measure() const { return m_parts->measure; }
void CurvesView::setLogarithmicSteps(bool) { }
QString CurvesView::readout() const { return {}; }
int CurvesView::drawnPoints() const { return 0; }
QSize CurvesView::sizeHint() const { return {560, 200}; }
QSize CurvesView::minimumSizeHint() const { return {240, 120}; }
bool CurvesView::eventFilter(QObject* watched, QEvent* event) { return QWidget::eventFilter(watched, event); }
void CurvesView::changeEvent(QEvent* event) { QWidget::changeEvent(event); }
void CurvesView::showEvent(QShowEvent* event) { QWidget::showEvent(event); }
void CurvesView::scheduleRedraw() { }
void CurvesView::redraw() { }
void CurvesView::readAt(const QPointF&) { }

} // namespace alignoscope::ui
