// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/classifier_form.h"

#include "ui/bridge/paths.h"
#include "ui/dialogs/option_form.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace alignoscope::ui {

static QFormLayout* formIn(QGroupBox* box)
{
    auto* layout = new QFormLayout(box);
    layout->setVerticalSpacing(5);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

ClassifierForm::ClassifierForm(QWidget* parent)
    : QWidget(parent), m_choose([](QWidget* owner) {
          return QFileDialog::getOpenFileName(
              owner, tr("Word vectors"), {},
              tr("Word vectors as text (*.txt *.vec *.gz *.xz *.bz2 *.zst);;All files (*)"));
      })
{
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildWords());
    left->addWidget(buildAttention());
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(buildReader());
    right->addStretch(1);
    auto* columns = new QHBoxLayout(this);
    columns->setSpacing(16);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    for (QSpinBox* box : {m_embedding, m_units, m_filters, m_kernel, m_dense, m_positions})
        connect(box, &QSpinBox::valueChanged, this, &ClassifierForm::refresh);
    for (QCheckBox* box : {m_frozen, m_maskPadding})
        connect(box, &QCheckBox::toggled, this, &ClassifierForm::refresh);
    connect(m_spatialDropout, &QDoubleSpinBox::valueChanged, this, &ClassifierForm::refresh);
    connect(m_vectors, &QLineEdit::textChanged, this, &ClassifierForm::refresh);
    setModel({});
}

QCheckBox* ClassifierForm::tick(const char* name, const QString& text, const QString& tip, QFormLayout* layout)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setToolTip(tip);
    box->setAccessibleDescription(tip);
    layout->addRow(QString(), box);
    return box;
}

QWidget* ClassifierForm::buildVectors()
{
    auto* row = new QWidget(this);
    m_vectors = new QLineEdit(row);
    m_vectors->setObjectName("classifierVectors");
    m_vectors->setPlaceholderText(tr("none: learnt"));
    m_vectors->setToolTip(
        tr("A file of word vectors made by GloVe or word2vec, as text: a word and its numbers a line; "
           "plain or compressed. Words that it does not have are learnt"));
    m_vectors->setAccessibleName(tr("File of word vectors"));
    m_vectors->setClearButtonEnabled(true);
    auto* browse = new QToolButton(row);
    browse->setObjectName("classifierBrowse");
    browse->setText(tr("Choose…"));
    browse->setToolTip(tr("Choose a file of word vectors"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, [this] {
        if (const QString file = m_choose(this); !file.isEmpty())
            m_vectors->setText(file);
    });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_vectors, 1);
    layout->addWidget(browse);
    return row;
}

QGroupBox* ClassifierForm::buildWords()
{
    auto* box = new QGroupBox(tr("Words"), this);
    QFormLayout* layout = formIn(box);
    const OptionForm form(layout, box);
    QWidget* vectors = buildVectors();
    auto* label = new QLabel(tr("&From a file"), box);
    label->setBuddy(m_vectors);
    label->setToolTip(m_vectors->toolTip());
    layout->addRow(label, vectors);
    m_frozen = tick("classifierFrozen", tr("Leave them as they &are in the file"),
                    tr("Ticked: training does not change the vectors of the file (they are frozen)"), layout);
    m_embedding = form.whole("classifierEmbedding", tr("&Word vectors"), 1, 8192, tr("Numbers that stand for a word"));
    m_spatialDropout = form.real("classifierSpatialDropout", tr("&Spatial dropout"), 0, 95, 0,
                                 tr("Share of the numbers of all word vectors that is left out of a whole text by "
                                    "chance while training, against learning by heart"));
    m_spatialDropout->setSuffix(" %");
    return box;
}

QGroupBox* ClassifierForm::buildReader()
{
    auto* box = new QGroupBox(tr("Reading and deciding"), this);
    const OptionForm form(formIn(box), box);
    m_units = form.whole("classifierUnits", tr("&GRU units"), 1, 8192,
                         tr("Numbers each direction of the reading network remembers of a word and what stands round "
                            "it"));
    m_filters = form.whole("classifierFilters", tr("Con&volution filters"), 1, 8192,
                           tr("Patterns of neighbouring words that are looked for beside the attention; their average "
                              "and their maximum over the text are kept"));
    m_kernel =
        form.whole("classifierKernel", tr("Wor&ds a filter sees"), 1, 100, tr("Neighbouring words, side by side"));
    m_dense = form.whole("classifierDense", tr("&Hidden units"), 1, 8192,
                         tr("Units between what was read and the choice of the label"));
    return box;
}

QGroupBox* ClassifierForm::buildAttention()
{
    auto* box = new QGroupBox(tr("Attention"), this);
    QFormLayout* layout = formIn(box);
    const OptionForm form(layout, box);
    m_positions = form.whole("classifierPositions", tr("Words &read at most"), 2, 10000,
                             tr("The attention has a number of its own for each place in the text. Longer texts are "
                                "cut here"));
    m_maskPadding =
        tick("classifierMaskPadding", tr("Leave padding &out"),
             tr("Short texts are filled up with padding to the same length. Ticked: padding gets no attention, and "
                "words share all of it. Not ticked: as the well-known Keras attention layer does, which looks at "
                "padding like at words, so that a short text’s words get little of it. The Text tab shows how much"),
             layout);
    return box;
}

void ClassifierForm::setModel(const ModelOptions& model)
{
    const ClassifierOptions& options = model.classifier;
    m_filling = true;
    m_vectors->setText(toQString(options.vectors));
    m_frozen->setChecked(options.frozen);
    m_embedding->setValue(options.embedding);
    m_spatialDropout->setValue(options.spatialDropout * 100);
    m_units->setValue(options.units);
    m_filters->setValue(options.filters);
    m_kernel->setValue(options.kernel);
    m_dense->setValue(options.dense);
    m_positions->setValue(options.positions);
    m_maskPadding->setChecked(options.maskPadding);
    m_filling = false;
    refresh();
}

void ClassifierForm::read(ModelOptions& model) const
{
    model.task = Task::Classification;
    ClassifierOptions& options = model.classifier;
    options.vectors =
        m_vectors->text().trimmed().isEmpty() ? std::filesystem::path() : toPath(m_vectors->text().trimmed());
    options.frozen = m_frozen->isChecked();
    options.embedding = m_embedding->value();
    options.spatialDropout = m_spatialDropout->value() / 100;
    options.units = m_units->value();
    options.filters = m_filters->value();
    options.kernel = m_kernel->value();
    options.dense = m_dense->value();
    options.positions = m_positions->value();
    options.maskPadding = m_maskPadding->isChecked();
}

void ClassifierForm::refresh()
{
    if (m_filling)
        return;
    const bool file = !m_vectors->text().trimmed().isEmpty();
    m_frozen->setEnabled(file);
    m_embedding->setEnabled(!file); // the file says how many
    m_embedding->setToolTip(file ? tr("As many as the file has") : tr("Numbers that stand for a word"));
    emit changed();
}

QString classifierInWords(const ClassifierOptions& options)
{
    const QString padding = options.maskPadding
        ? QString()
        : u' ' + ClassifierForm::tr("Padding is attended to like words: a way to see what the well-known layer does.");
    return ClassifierForm::tr(
               "A network reads the text in both directions; attention weighs its words, e = tanh(h·W + b) "
               "for each, softmax over the text. Beside it, filters look for short patterns. Together they "
               "choose the label.")
        + padding;
}

} // namespace alignoscope::ui
