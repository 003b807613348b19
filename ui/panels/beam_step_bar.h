// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;
class QToolButton;

namespace alignoscope::ui {

/// Steps through a search: back, a slider, forward, "step 3 of 12"; and how the tree is shown.
/// Object names: beamBack, beamStep, beamForward, beamStepLabel, beamPruned, beamZoomOut, beamZoomIn, beamWhole.
class BeamStepBar : public QWidget {
    Q_OBJECT
public:
    explicit BeamStepBar(QWidget* parent = nullptr);

    /// 0: nothing to step through.
    void setSteps(int steps);
    void setStep(int step);
    [[nodiscard]] int step() const;
    [[nodiscard]] bool prunedShown() const;
    void setWhole(bool whole);

signals:
    void stepChanged(int step); ///< also by setStep and setSteps
    void prunedToggled(bool shown);
    void zoomWished(double factor);
    void wholeToggled(bool whole);

private:
    QToolButton* button(const char* name, const QString& text, const QString& tip);
    void refresh();

    QToolButton* m_back;
    QSlider* m_slider;
    QToolButton* m_forward;
    QLabel* m_label;
    QCheckBox* m_pruned;
    QToolButton* m_whole;
};

} // namespace alignoscope::ui
