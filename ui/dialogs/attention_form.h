// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/option_form.h"

#include "alignoscope/options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace alignoscope::ui {

/// The kinds of attention in a list, what the chosen one computes, and the options that it reads.
class AttentionForm : public QWidget {
    Q_OBJECT
public:
    explicit AttentionForm(QWidget* parent = nullptr);

    void setModel(const ModelOptions& model);
    /// Writes `attention` and `alignment` of the model. What the kind does not read is as the kind sets it.
    void read(ModelOptions& model) const;

signals:
    void changed(); ///< by the user or by `setModel`

private:
    QWidget* buildKinds();
    QWidget* buildDescription();
    QGroupBox* buildOptions();
    void buildScores();
    void buildLimit();
    void choose(const AttentionOptions& options);
    void describe();
    void openPage();
    void showWhatIsRead();
    void refresh();
    [[nodiscard]] const AttentionKind& kind() const;

    QListWidget* m_kinds;
    QLabel *m_title, *m_summary, *m_equation, *m_source;
    QGroupBox* m_options;
    OptionForm m_form{nullptr, nullptr};
    QSpinBox *m_alignment, *m_window, *m_states;
    QCheckBox *m_coverage, *m_scale, *m_causal;
    QDoubleSpinBox *m_coverageLoss, *m_dropout;
    QComboBox *m_scoreMode, *m_limit;
    QWidget* m_limitRow;
    QLabel* m_nothing;
    QPushButton* m_more;
    ModelOptions m_model; ///< what was set last; the other half of it decides what makes a difference
    bool m_filling = false;
};

} // namespace alignoscope::ui
