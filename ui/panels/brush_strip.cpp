// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/brush_strip.h"

#include "ui/models/sentence_filter.h"
#include "ui/models/sentence_model.h"

#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

BrushStrip::BrushStrip(const SentenceModel& model, SentenceFilter& filter, QWidget* parent)
    : QScrollArea(parent), m_model(model), m_filter(filter)
{
    setObjectName("brushStrip");
    setAccessibleName(tr("Histograms of the sentences’ measures"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    for (std::size_t i = 0; i < sentenceMeasures; ++i) {
        auto* histogram = new MeasureHistogram(static_cast<SentenceMeasure>(i), content);
        connect(histogram, &MeasureHistogram::rangeChanged, this, [this, histogram](const auto& range) {
            m_filter.setRange(histogram->measure(), range);
            refresh();
            emit brushed();
        });
        m_histograms.push_back(histogram);
    }
    setWidget(content);
}

void BrushStrip::fill(MeasureHistogram& histogram)
{
    const SentenceMeasure measure = histogram.measure();
    std::vector<double> values;
    std::vector<bool> passes;
    for (int row = 0; const SentenceMeasures* measures = m_model.measures(row); ++row)
        if (const auto& value = (*measures)[measure]) {
            values.push_back(*value);
            passes.push_back(m_filter.passesBut(row, measure));
        }
    histogram.setTask(m_model.task());
    histogram.setValues(values, passes);
    histogram.setRange(m_filter.range(measure));
    histogram.setVisible(!values.empty() || m_filter.range(measure));
}

void BrushStrip::refresh()
{
    if (!isVisible())
        return;
    for (MeasureHistogram* histogram : m_histograms)
        fill(*histogram);
    arrange();
}

void BrushStrip::setRows(int rows)
{
    if (std::exchange(m_rowsShown, rows) != rows)
        arrange();
}

void BrushStrip::arrange()
{
    constexpr int gap = 4, narrowest = 118;
    std::vector<MeasureHistogram*> shown;
    std::copy_if(m_histograms.begin(), m_histograms.end(), std::back_inserter(shown),
                 [](const MeasureHistogram* histogram) { return !histogram->isHidden(); });
    const int height = m_histograms.front()->sizeHint().height();
    const int count = static_cast<int>(shown.size());
    const auto columnsIn = [&](int width) {
        return std::clamp((width + gap) / (narrowest + gap), 1, std::max(1, count));
    };
    const auto rowsIn = [&](int columns) { return std::max(1, (count + columns - 1) / columns); };
    const bool bar = rowsIn(columnsIn(this->width())) > m_rowsShown;
    const int width = this->width() - (bar ? verticalScrollBar()->sizeHint().width() + 2 : 0);
    const int columns = columnsIn(width), rows = rowsIn(columns);
    for (int i = 0; i < count; ++i) {
        const int column = i % columns, left = column * (width + gap) / columns;
        const int right = (column + 1) * (width + gap) / columns - gap;
        shown[static_cast<std::size_t>(i)]->setGeometry(left, i / columns * (height + gap), right - left, height);
    }
    widget()->resize(width, rows * (height + gap) - gap);
    // the last row shown is cut in half where there are more: one sees that it goes on
    const int whole = std::min(rows, m_rowsShown) * (height + gap) - gap;
    setFixedHeight(rows > m_rowsShown ? whole + gap + height / 3 : whole);
}

void BrushStrip::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void BrushStrip::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    refresh();
}

} // namespace alignoscope::ui
