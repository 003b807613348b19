// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLineEdit;
class QSpinBox;

namespace alignoscope::ui {

/// What a text classifier is made of: words as vectors, what reads them, where it looks, and what decides.
/// Object names: classifierVectors, classifierBrowse, classifierFrozen, classifierEmbedding, classifierSpatialDropout,
/// classifierUnits, classifierFilters, classifierKernel, classifierDense, classifierPositions, classifierMaskPadding.
class ClassifierForm : public QWidget {
    Q_OBJECT
public:
    explicit ClassifierForm(QWidget* parent = nullptr);

    void setModel(const ModelOptions& model);
    /// Writes `task` and `classifier`, and leaves the rest of the model.
    void read(ModelOptions& model) const;
    /// Replaces the file dialog (tests).
    void setFileChooser(std::function<QString(QWidget*)> chooser) { m_choose = std::move(chooser); }

signals:
    void changed(); ///< by the user or by `setModel`

private:
    QGroupBox* buildWords();
    QGroupBox* buildReader();
    QGroupBox* buildAttention();
    QWidget* buildVectors();
    QCheckBox* tick(const char* name, const QString& text, const QString& tip, QFormLayout* layout);
    void refresh();

    std::function<QString(QWidget*)> m_choose;
    QLineEdit* m_vectors;
    QCheckBox *m_frozen, *m_maskPadding;
    QSpinBox *m_embedding, *m_units, *m_filters, *m_kernel, *m_dense, *m_positions;
    QDoubleSpinBox* m_spatialDropout;
    bool m_filling = false;
};

/// What the classifier is and does, in a few sentences.
QString classifierInWords(const ClassifierOptions& options);

} // namespace alignoscope::ui
