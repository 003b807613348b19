// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_options_form.h"

#include "ui/dialogs/subword_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace alignoscope::ui {

DatasetOptionsForm::DatasetOptionsForm(QWidget* parent)
    : QWidget(parent), m_sourceTokenizer(new QComboBox), m_targetTokenizer(new QComboBox),
      m_lowercase(new QCheckBox(tr("&Lower-case everything"))),
      m_simplify(new QCheckBox(tr("Simplif&y special letters"))), m_maxLength(new QSpinBox), m_minCount(new QSpinBox),
      m_vocabularyLimit(new QSpinBox), m_validation(new QDoubleSpinBox), m_split(new QLabel)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(6);
    addTokenizers(form);
    m_subwords = new SubwordFields(form);
    connect(m_subwords, &SubwordFields::edited, this, &DatasetOptionsForm::edited);
    addLetters(form);
    addLimits(form);
    addValidation(form);
    setOptions({});
}

void DatasetOptionsForm::addTokenizers(QFormLayout* form)
{
    for (QComboBox* box : {m_sourceTokenizer, m_targetTokenizer}) {
        box->addItem(tr("Words"), static_cast<int>(TokenizerKind::Words));
        box->setItemData(
            0, tr("Words and punctuation apart; Chinese, Japanese, Thai and their like by a dictionary of words"),
            Qt::ToolTipRole);
        box->addItem(tr("White space"), static_cast<int>(TokenizerKind::Whitespace));
        box->setItemData(1, tr("What white space separates: for text that is already tokenised"), Qt::ToolTipRole);
        box->addItem(tr("Characters"), static_cast<int>(TokenizerKind::Characters));
        box->setItemData(2, tr("Every character is a token, the space too"), Qt::ToolTipRole);
        box->addItem(tr("Pieces of words"), static_cast<int>(TokenizerKind::Subwords));
        box->setItemData(3,
                         tr("Frequent words whole, rare ones in pieces that are learnt from the corpus (subwords): "
                            "hardly any word is unknown"),
                         Qt::ToolTipRole);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showSubwords();
            emit edited();
        });
    }
    form->addRow(tr("Split so&urce into"), m_sourceTokenizer);
    form->addRow(tr("Split tar&get into"), m_targetTokenizer);
    finish(m_sourceTokenizer, "datasetSourceTokenizer", tr("Split source into"),
           tr("What a token of the source side is"));
    finish(m_targetTokenizer, "datasetTargetTokenizer", tr("Split target into"),
           tr("What a token of the target side is"));
}

void DatasetOptionsForm::addLetters(QFormLayout* form)
{
    for (QCheckBox* box : {m_lowercase, m_simplify}) {
        connect(box, &QCheckBox::toggled, this, &DatasetOptionsForm::edited);
        form->addRow(QString(), box);
    }
    finish(m_lowercase, "datasetLowercase", tr("Lower-case everything"),
           tr("“The” and “the” become one word, on both sides"));
    finish(m_simplify, "datasetSimplify", tr("Simplify special letters"),
           tr("Full-width letters, ligatures, small raised digits and the like become ordinary ones (Unicode's NFKC "
              "instead of NFC). Leave it off for Thai and Lao, whose vowels it takes apart"));
}

TokenizerKind DatasetOptionsForm::kindIn(const QComboBox* box) const
{
    return static_cast<TokenizerKind>(box->currentData().toInt());
}

void DatasetOptionsForm::showSubwords()
{
    m_subwords->setSides(kindIn(m_sourceTokenizer) == TokenizerKind::Subwords,
                         m_task == Task::Translation && kindIn(m_targetTokenizer) == TokenizerKind::Subwords);
}

void DatasetOptionsForm::addLimits(QFormLayout* form)
{
    m_maxLength->setRange(1, 1000);
    m_maxLength->setSuffix(tr(" tokens"));
    m_minCount->setRange(1, 1000);
    m_minCount->setSuffix(tr("×"));
    m_vocabularyLimit->setRange(0, 1'000'000);
    m_vocabularyLimit->setSingleStep(1000);
    m_vocabularyLimit->setGroupSeparatorShown(true);
    m_vocabularyLimit->setSpecialValueText(tr("No limit"));
    for (QSpinBox* box : {m_maxLength, m_minCount, m_vocabularyLimit})
        connect(box, &QSpinBox::valueChanged, this, &DatasetOptionsForm::edited);
    form->addRow(tr("Longest se&ntence"), m_maxLength);
    form->addRow(tr("M&inimum count"), m_minCount);
    form->addRow(tr("&Vocabulary at most"), m_vocabularyLimit);
    finish(m_maxLength, "datasetMaxLength", tr("Longest sentence, in tokens"),
           tr("Pairs with a longer side are left out"));
    finish(m_minCount, "datasetMinCount", tr("Minimum count"),
           tr("Words seen less often than this are read as unknown"));
    finish(m_vocabularyLimit, "datasetVocabularyLimit", tr("Vocabulary at most, words a side"),
           tr("Only so many of the most frequent words of each side are kept"));
}

void DatasetOptionsForm::addValidation(QFormLayout* form)
{
    m_validation->setRange(0.0, 50.0);
    m_validation->setDecimals(1);
    m_validation->setSuffix(tr(" %"));
    connect(m_validation, &QDoubleSpinBox::valueChanged, this, &DatasetOptionsForm::edited);
    form->addRow(tr("For vali&dation"), m_validation);
    finish(m_validation, "datasetValidation", tr("Share of the pairs kept for validation, in per cent"),
           tr("Pairs that are not trained on, to see how the model does on new sentences: at most 2,000"));
    m_split->setObjectName("datasetSplit");
    m_split->setAccessibleName(tr("Training and validation pairs"));
    m_split->setWordWrap(true);
    form->addRow(QString(), m_split);
}

void DatasetOptionsForm::finish(QWidget* widget, const char* objectName, const QString& accessibleName,
                                const QString& toolTip)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
    widget->setToolTip(toolTip);
}

void DatasetOptionsForm::setOptions(const DatasetOptions& options)
{
    const QSignalBlocker quietly(this);
    m_rest = options;
    m_rest.text.sourceModel.reset();
    m_rest.text.targetModel.reset();
    m_subwords->set(options.text.subwords);
    m_sourceTokenizer->setCurrentIndex(m_sourceTokenizer->findData(static_cast<int>(options.text.sourceTokenizer)));
    m_targetTokenizer->setCurrentIndex(m_targetTokenizer->findData(static_cast<int>(options.text.targetTokenizer)));
    m_lowercase->setChecked(options.text.lowercase);
    m_simplify->setChecked(options.text.normalization == Normalization::Nfkc);
    m_maxLength->setValue(options.maxLength);
    m_minCount->setValue(options.minCount);
    m_vocabularyLimit->setValue(options.vocabularyLimit);
    m_validation->setValue(options.validationSplit * 100.0);
}

DatasetOptions DatasetOptionsForm::options() const
{
    DatasetOptions options = m_rest;
    options.text.sourceTokenizer = kindIn(m_sourceTokenizer);
    if (m_task == Task::Translation)
        options.text.targetTokenizer = kindIn(m_targetTokenizer);
    options.text.lowercase = m_lowercase->isChecked();
    options.text.normalization = m_simplify->isChecked() ? Normalization::Nfkc : Normalization::Nfc;
    options.text.subwords = m_subwords->options();
    options.maxLength = m_maxLength->value();
    options.minCount = m_minCount->value();
    options.vocabularyLimit = m_vocabularyLimit->value();
    options.validationSplit = m_validation->value() / 100.0;
    return options;
}

void DatasetOptionsForm::setTask(Task task)
{
    if (task == m_task)
        return;
    m_task = task;
    const bool texts = task == Task::Classification;
    auto* form = static_cast<QFormLayout*>(layout());
    form->setRowVisible(m_targetTokenizer, !texts); // a label is one token
    form->setRowVisible(m_maxLength, !texts);       // a text is cut by the model
    showSubwords();
    static_cast<QLabel*>(form->labelForField(m_sourceTokenizer))
        ->setText(texts ? tr("Split te&xt into") : tr("Split so&urce into"));
    m_sourceTokenizer->setAccessibleName(texts ? tr("Split text into") : tr("Split source into"));
    m_sourceTokenizer->setToolTip(texts ? tr("What a token of a text is") : tr("What a token of the source side is"));
    m_lowercase->setToolTip(texts ? tr("“The” and “the” become one word")
                                  : tr("“The” and “the” become one word, on both sides"));
    m_vocabularyLimit->setToolTip(texts ? tr("Only so many of the most frequent words are kept; every label is")
                                        : tr("Only so many of the most frequent words of each side are kept"));
    m_validation->setToolTip(
        texts ? tr("Texts that are not trained on, to see how the model does on new ones: at most 2,000")
              : tr("Pairs that are not trained on, to see how the model does on new sentences: at most 2,000"));
    m_split->setAccessibleName(texts ? tr("Training and validation texts") : tr("Training and validation pairs"));
}

void DatasetOptionsForm::setSplit(const QString& text)
{
    m_split->setText(text);
}

} // namespace alignoscope::ui
