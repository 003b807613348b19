// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QSpinBox;
class QWidget;

namespace alignoscope::ui {

/// How a model is trained: fields in groups, and the options they spell. Call every `build…` before anything else.
class TrainingFields {
public:
    QGroupBox* buildTraining(QWidget* parent);
    QGroupBox* buildLimits(QWidget* parent);
    QGroupBox* buildRecords(QWidget* parent);
    /// Calls `changed` after every change a user makes; `context` limits how long.
    void onChange(QWidget* context, const std::function<void()>& changed) const;

    void setTraining(const TrainingOptions& training);
    [[nodiscard]] TrainingOptions training() const;

private:
    QComboBox* m_optimizer = nullptr;
    QDoubleSpinBox *m_rate = nullptr, *m_clip = nullptr, *m_dropout = nullptr, *m_smoothing = nullptr;
    QDoubleSpinBox *m_annealing = nullptr, *m_minutes = nullptr;
    QSpinBox *m_batch = nullptr, *m_epochs = nullptr, *m_steps = nullptr, *m_patience = nullptr;
    QSpinBox *m_seed = nullptr, *m_threads = nullptr, *m_snapshots = nullptr, *m_validations = nullptr;
};

} // namespace alignoscope::ui
