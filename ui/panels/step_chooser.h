// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QSlider;
class QSpinBox;

namespace alignoscope::ui {

/// Chooses one of the steps at which something was recorded: by a slider with a stop for each, or by its number. The
/// names of its parts are this widget's with "Slider" and "Box" behind.
class StepChooser : public QWidget {
    Q_OBJECT
public:
    StepChooser(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// Ascending; none: nothing can be chosen. The step that is shown stays. Emits nothing.
    void setSteps(const std::vector<qint64>& steps);
    /// Shows the largest known step not above it. Emits nothing.
    void setStep(qint64 step);

signals:
    void chosen(qint64 step); ///< by the user

private:
    void refresh();

    QSlider* m_slider;
    QSpinBox* m_box;
    std::vector<qint64> m_steps;
    qint64 m_step = 0;
};

} // namespace alignoscope::ui
