// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/training_event.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QProgressBar;

namespace alignoscope::ui {

class Workbench;

/// The right end of the toolbar: how far loading or training is, how fast, and how long it will take.
class ProgressPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProgressPanel(Workbench& workbench, QWidget* parent = nullptr);

private:
    void takeStep(const StepReport& step);
    void refresh();
    [[nodiscard]] QString trainingText() const;
    [[nodiscard]] QString restingText() const;

    Workbench& m_workbench;
    QProgressBar* m_bar;
    QLabel* m_text;
    std::optional<StepReport> m_step;
    double m_secondLeft = 0; ///< of the second model of a pair, which trains in turn
    std::optional<RunFinished> m_result;
    QString m_loading;
};

} // namespace alignoscope::ui
