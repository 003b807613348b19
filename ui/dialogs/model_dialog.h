// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <QDialog>

#include <memory>
#include <string>

namespace alignoscope::ui {

/// What the model is made of, how it attends and how it is trained, a page each; presets fill them in. The experiment's
/// task decides whether these are the pages of a model that translates or of one that sorts texts by label.
class ModelDialog : public QDialog {
    Q_OBJECT
public:
    /// `sourceWords` and `targetWords`: sizes of the vocabularies, for the estimate of parameters; 0: not known yet.
    ModelDialog(const Experiment& experiment, int sourceWords, int targetWords, QWidget* parent = nullptr);
    ~ModelDialog() override;

    [[nodiscard]] ModelOptions model() const;
    [[nodiscard]] TrainingOptions training() const;
    [[nodiscard]] std::string preset() const; ///< name of the preset the values come from; empty: the user's own

    void accept() override; ///< stays open and says why when a value is impossible

private:
    struct Parts;
    void build();
    QLayout* buildPresets();
    QWidget* buildPages();
    QWidget* buildTraining();
    void fill(const Preset& preset);
    void refresh();

    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope::ui
