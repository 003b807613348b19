// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/recurrent_form.h"

#include "ui/dialogs/option_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {
namespace {

void choose(QComboBox* box, int value)
{
    box->setCurrentIndex(box->findData(value));
}

template <class Enum>
Enum chosen(const QComboBox* box)
{
    return static_cast<Enum>(box->currentData().toInt());
}

QList<std::pair<QString, QVariant>> cells()
{
    return {{QStringLiteral("GRU"), static_cast<int>(RecurrentCell::Gru)},
            {QStringLiteral("LSTM"), static_cast<int>(RecurrentCell::Lstm)}};
}

} // namespace

RecurrentForm::RecurrentForm(QWidget* parent) : QWidget(parent)
{
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildEncoder());
    left->addWidget(buildDecoder());
    left->addStretch(1);
    int widest = 0; // the fields of both boxes stand in one line
    for (const QWidget* label : std::as_const(m_labels))
        widest = std::max(widest, label->sizeHint().width());
    for (QWidget* label : std::as_const(m_labels))
        label->setMinimumWidth(widest);
    auto* right = new QVBoxLayout;
    right->addWidget(buildSizes());
    right->addStretch(1);
    auto* columns = new QHBoxLayout(this);
    columns->setSpacing(16);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    for (QSpinBox* box : {m_layers, m_embedding, m_hidden, m_maxout})
        connect(box, &QSpinBox::valueChanged, this, &RecurrentForm::refresh);
    for (QComboBox* box : {m_encoderCell, m_directions, m_decoderCell, m_decoder, m_initialization})
        connect(box, &QComboBox::currentIndexChanged, this, &RecurrentForm::refresh);
    for (QCheckBox* box : {m_inputFeeding, m_tieEmbeddings})
        connect(box, &QCheckBox::toggled, this, &RecurrentForm::refresh);
}

QGroupBox* RecurrentForm::buildEncoder()
{
    auto* box = new QGroupBox(tr("Encoder: reads the source sentence"), this);
    const OptionForm form(box);
    m_encoderCell =
        form.choice("modelEncoderCell", tr("Ce&lls"), cells(),
                    tr("GRU: two gates, fewer numbers to learn. LSTM: three gates and a memory of its own"));
    m_directions = form.choice("modelDirections", tr("&Directions"),
                               {{tr("both: forwards and backwards"), true}, {tr("forwards alone"), false}},
                               tr("With both, what is remembered of a word knows the words before and after it"));
    m_labels << form.labels();
    return box;
}

QGroupBox* RecurrentForm::buildDecoder()
{
    auto* box = new QGroupBox(tr("Decoder: writes the translation"), this);
    const OptionForm form(box);
    m_decoderCell =
        form.choice("modelDecoderCell", tr("C&ells"), cells(),
                    tr("GRU: two gates, fewer numbers to learn. LSTM: three gates and a memory of its own"));
    m_decoder = form.choice("modelDecoder", tr("Loo&ks back"),
                            {{tr("before each step (Bahdanau)"), static_cast<int>(DecoderKind::Bahdanau)},
                             {tr("after each step (Luong)"), static_cast<int>(DecoderKind::Luong)}},
                            tr("Before: what it finds at the source steers the next step. "
                               "After: the step comes first, and what is found only helps to choose the word"));
    m_inputFeeding = form.tick("modelInputFeeding", tr("&Input feeding"),
                               tr("What was found for one word is read with the next, so that the decoder knows where "
                                  "it has looked. Only where it looks back after each step"));
    m_labels << form.labels();
    return box;
}

QGroupBox* RecurrentForm::buildSizes()
{
    auto* box = new QGroupBox(tr("Sizes"), this);
    const OptionForm form(box);
    m_layers = form.whole("modelLayers", tr("La&yers"), 1, 16,
                          tr("Recurrent layers one above the other, in the encoder and in the decoder"));
    m_embedding = form.whole("modelEmbedding", tr("&Word vectors (m)"), 1, 8192, tr("Numbers that stand for a word"));
    m_hidden = form.whole("modelHidden", tr("&Hidden units (n)"), 1, 8192,
                          tr("Numbers each direction of the encoder, and the decoder, remember. Where the attention "
                             "compares the two directly, each direction has half of them"));
    m_maxout =
        form.whole("modelMaxout", tr("O&utput layer (l)"), 0, 8192, tr("Units below the choice of the next word"));
    m_initialization = form.choice("modelInitialization", tr("First &values"),
                                   {{tr("As in the paper"), static_cast<int>(Initialization::Paper)},
                                    {tr("Glorot: learns sooner"), static_cast<int>(Initialization::Glorot)}},
                                   tr("How the numbers are drawn before training"));
    m_tieEmbeddings = form.tick("modelTieEmbeddings", tr("Output shares the target’s word vecto&rs"),
                                tr("The same numbers stand for a word when it is read and when it is chosen: fewer to "
                                   "learn"));
    return box;
}

void RecurrentForm::setModel(const ModelOptions& model)
{
    m_filling = true;
    choose(m_encoderCell, static_cast<int>(model.encoderCell));
    m_directions->setCurrentIndex(model.bidirectional ? 0 : 1);
    choose(m_decoderCell, static_cast<int>(model.decoderCell));
    choose(m_decoder, static_cast<int>(model.decoder));
    choose(m_initialization, static_cast<int>(model.initialization));
    m_inputFeeding->setChecked(model.inputFeeding);
    m_tieEmbeddings->setChecked(model.tieEmbeddings);
    m_layers->setValue(model.layers);
    m_embedding->setValue(model.embedding);
    m_hidden->setValue(model.hidden);
    m_maxout->setValue(model.maxout);
    m_filling = false;
    refresh();
}

void RecurrentForm::refresh()
{
    if (m_filling)
        return;
    const bool luong = chosen<DecoderKind>(m_decoder) == DecoderKind::Luong;
    m_inputFeeding->setEnabled(luong);
    m_maxout->setSpecialValueText(m_tieEmbeddings->isChecked() ? tr("as many as a word vector")
                                      : luong                  ? tr("as many as hidden")
                                                               : tr("half as many as hidden"));
    emit changed();
}

void RecurrentForm::read(ModelOptions& model) const
{
    model.encoderCell = chosen<RecurrentCell>(m_encoderCell);
    model.bidirectional = m_directions->currentData().toBool();
    model.decoderCell = chosen<RecurrentCell>(m_decoderCell);
    model.decoder = chosen<DecoderKind>(m_decoder);
    model.inputFeeding = model.decoder == DecoderKind::Luong && m_inputFeeding->isChecked();
    model.tieEmbeddings = m_tieEmbeddings->isChecked();
    model.layers = m_layers->value();
    model.embedding = m_embedding->value();
    model.hidden = m_hidden->value();
    model.maxout = m_maxout->value();
    model.initialization = chosen<Initialization>(m_initialization);
}

} // namespace alignoscope::ui
