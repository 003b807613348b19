// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_table_csv.h"

#include "alignoscope/csv_field.h"
#include "ui/models/sentence_model.h"

#include <QAbstractProxyModel>

namespace alignoscope::ui {

static QString quoted(const QString& text)
{
    return QString::fromStdString(csvField(text.toStdString()));
}

// The columns of a classifier have names of their own.
static QStringList headOf(Task task)
{
    if (task == Task::Classification)
        return {"id", "text", "label", "predicted", "confidence", "loss", "length", "entropy"};
    QStringList head{"sentence", "source", "target", "translation"};
    for (const SentenceMeasure measure : measuresOf(task))
        head << keyOf(measure);
    return head;
}

QString csvOf(const SentenceModel& model, const QAbstractProxyModel& shown)
{
    QString text = headOf(model.task()).join(u',') + "\r\n";
    for (int row = 0; row < shown.rowCount(); ++row) {
        const int place = shown.mapToSource(shown.index(row, 0)).row();
        const WatchedSentence* sentence = model.sentenceAt(place);
        if (!sentence)
            continue;
        QStringList fields{QString::number(index(sentence->id)), quoted(QString::fromStdString(sentence->source)),
                           quoted(QString::fromStdString(sentence->target)), quoted(*model.translation(place))};
        for (const SentenceMeasure measure : measuresOf(model.task())) {
            const auto& value = (*model.measures(place))[measure];
            fields << (value ? QString::number(*value, 'g', 10) : QString());
        }
        text += fields.join(u',') + "\r\n";
    }
    return text;
}

} // namespace alignoscope::ui
