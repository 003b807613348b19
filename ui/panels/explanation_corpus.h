// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"
#include "ui/figure/explanation_figure.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace alignoscope::ui {

class HistogramView;
class ScatterView;
class Workbench;

/// The question put to the validation set: a button, how far it is, and what came of it.
class ExplanationCorpus : public QWidget {
    Q_OBJECT
public:
    explicit ExplanationCorpus(Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] const ExplanationSummaryPtr& summary() const { return m_summary; } ///< null: not asked yet
    [[nodiscard]] qint64 step() const { return m_step; }

signals:
    void summaryChanged();

private:
    QLayout* buildControls();
    void buildResults();
    void ask();
    void show(const ExplanationSummaryPtr& summary, qint64 step, std::size_t of);
    void forget();
    void refresh();
    [[nodiscard]] QString whyNot() const;

    Workbench& m_workbench;
    QPushButton* m_button;
    QPushButton* m_cancel;
    QSpinBox* m_limit;
    QProgressBar* m_progress;
    QLabel* m_message;
    QWidget* m_results;
    QLabel* m_verdict;
    QLabel* m_text;
    HistogramView* m_ranks;
    ScatterView* m_plot;
    ExplanationSummaryPtr m_summary;
    qint64 m_step = 0;
    ModelJob m_job; // last: it ends before what it uses
};

} // namespace alignoscope::ui
