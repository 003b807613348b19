// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/measure_histogram.h"

#include <QScrollArea>

#include <vector>

namespace alignoscope::ui {

class SentenceFilter;
class SentenceModel;

/// A histogram for every measure that some sentence has, as many side by side as there is room for. What is chosen in
/// them filters the sentences.
class BrushStrip : public QScrollArea {
    Q_OBJECT
public:
    BrushStrip(const SentenceModel& model, SentenceFilter& filter, QWidget* parent = nullptr);

    /// Counts again; does nothing while hidden.
    void refresh();
    /// How many rows of histograms are seen at once; the rest is scrolled to.
    void setRows(int rows);

signals:
    void brushed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill(MeasureHistogram& histogram);
    void arrange();

    const SentenceModel& m_model;
    SentenceFilter& m_filter;
    std::vector<MeasureHistogram*> m_histograms;
    int m_rowsShown = 2;
};

} // namespace alignoscope::ui
