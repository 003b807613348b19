// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace alignoscope::ui {

class SubwordFields;

/// How text becomes tokens, which pairs and tokens are kept, and what is held back for validation.
/// Object names, beside those of SubwordFields: datasetSourceTokenizer, datasetTargetTokenizer, datasetLowercase,
/// datasetSimplify, datasetMaxLength, datasetMinCount, datasetVocabularyLimit, datasetValidation, datasetSplit (the
/// resulting numbers).
class DatasetOptionsForm : public QWidget {
    Q_OBJECT

public:
    explicit DatasetOptionsForm(QWidget* parent = nullptr);

    void setOptions(const DatasetOptions& options); ///< no signal
    [[nodiscard]] SubwordFields& subwords() const { return *m_subwords; }
    [[nodiscard]] DatasetOptions options() const;
    void setSplit(const QString& text); ///< "2,000 of 142,787 pairs"
    void setTask(Task task);            ///< texts with labels have fewer options

signals:
    void edited(); ///< by the user

private:
    void addTokenizers(QFormLayout* form);
    void addLetters(QFormLayout* form);
    void showSubwords();
    [[nodiscard]] TokenizerKind kindIn(const QComboBox* box) const;
    void addLimits(QFormLayout* form);
    void addValidation(QFormLayout* form);
    void finish(QWidget* widget, const char* objectName, const QString& accessibleName, const QString& toolTip);

    QComboBox* m_sourceTokenizer;
    QComboBox* m_targetTokenizer;
    SubwordFields* m_subwords = nullptr;
    QCheckBox *m_lowercase, *m_simplify;
    QSpinBox* m_maxLength;
    QSpinBox* m_minCount;
    QSpinBox* m_vocabularyLimit;
    QDoubleSpinBox* m_validation;
    QLabel* m_split;
    DatasetOptions m_rest; ///< what has no widget; never a model, which is of one corpus
    Task m_task = Task::Translation;
};

} // namespace alignoscope::ui
