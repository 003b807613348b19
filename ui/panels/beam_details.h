// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/beam_layout.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace alignoscope::ui {

class HeatmapView;
class WeightBars;

/// The chosen hypothesis of a search: its words, what became of it, the likeliest words after it (or, of one that does
/// not go on, those it was chosen among), and its attention so far.
/// Object names: beamHypothesis, beamFate, beamBarsTitle, beamBars, beamBarsNote, beamHeatmap.
class BeamDetails : public QWidget {
    Q_OBJECT
public:
    explicit BeamDetails(QWidget* parent = nullptr);

    /// A null trace: nothing. `node` -1: nothing is chosen.
    void show(const BeamTracePtr& trace, int node);
    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    /// One above the other, or side by side.
    void setOrientation(Qt::Orientation orientation);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildWords();
    void arrange();
    void showWords(const BeamTrace& trace, int node);
    [[nodiscard]] QString noteOn(const BeamTrace& trace, int node) const;

    QSplitter* m_splitter;
    bool m_some = false;     ///< a node is shown
    bool m_arranged = false; ///< by hand
    QWidget* m_words;
    QLabel* m_hypothesis;
    QLabel* m_fate;
    QLabel* m_barsTitle;
    QLabel* m_barsNote;
    WeightBars* m_bars;
    HeatmapView* m_heatmap;
};

} // namespace alignoscope::ui
