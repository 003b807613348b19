// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_words.h"

#include <QCoreApplication>

namespace alignoscope::ui {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("ModelWords", text);
}

QString cellsInWords(RecurrentCell cell, int layers)
{
    const QString name = cell == RecurrentCell::Gru ? QStringLiteral("GRU") : QStringLiteral("LSTM");
    return layers == 1 ? translated("a layer of %1 cells").arg(name)
                       : translated("%1 layers of %2 cells").arg(layers).arg(name);
}

QString decoderInWords(const ModelOptions& model, const AttentionKind& kind)
{
    const QString cells = cellsInWords(model.decoderCell, model.layers);
    if (!kind.aligns)
        return translated("The decoder, %1, gets one vector for the whole sentence and never looks back.").arg(cells);
    if (model.decoder == DecoderKind::Bahdanau)
        return translated(
                   "The decoder, %1, looks back at it before it writes each word, as in Bahdanau, Cho and Bengio "
                   "(2015).")
            .arg(cells);
    return (model.inputFeeding
                ? translated(
                    "The decoder, %1, looks back at it after each step and hands what it found on to the next, "
                    "as in Luong, Pham and Manning (2015).")
                : translated(
                    "The decoder, %1, looks back at it after each step, as in Luong, Pham and Manning (2015)."))
        .arg(cells);
}

} // namespace

QString modelInWords(const ModelOptions& model)
{
    const AttentionKind& kind = attentionKind(model.attention.kind);
    QString encoder =
        (model.bidirectional ? translated("The encoder, %1, reads the sentence in both directions%2.")
                             : translated("The encoder, %1, reads the sentence from its first word to its last%2."))
            .arg(cellsInWords(model.encoderCell, model.layers),
                 kind.comparesStates && model.bidirectional ? translated(", each with half of the hidden units")
                                                            : QString());
    const QString attention =
        translated("Attention: %1 – %2.").arg(QString::fromStdString(kind.title), QString::fromStdString(kind.source));
    return encoder + u' ' + decoderInWords(model, kind) + u' '
        + (kind.aligns ? attention : QString::fromStdString(kind.source) + u'.');
}

} // namespace alignoscope::ui
