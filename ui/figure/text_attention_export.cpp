// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_attention_figure.h"

#include "alignoscope/csv_field.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace alignoscope::ui {
namespace {

QString number(double value)
{
    return QString::number(value, 'g', 7);
}

bool isUnknown(const AttentionSnapshot& attention, std::size_t word)
{
    return word < attention.sourceUnknown.size() && attention.sourceUnknown[word];
}

} // namespace

std::string textAttentionToCsv(const TextPicture& picture)
{
    const AttentionSnapshot& attention = *picture.attention;
    QString text = QStringLiteral("position,word,unknown,weight\r\n");
    for (std::size_t i = 0; i < attention.sourceTokens.size(); ++i)
        text += QStringLiteral("%1,").arg(i + 1) + QString::fromStdString(csvField(attention.sourceTokens[i]))
            + (isUnknown(attention, i) ? ",1," : ",0,") + number(static_cast<double>(attention.weights[i])) + "\r\n";
    if (const double share = paddingShare(attention); share > 0)
        text += ",,," + number(share) + "\r\n";
    return text.toStdString();
}

std::string textAttentionToJson(const TextPicture& picture)
{
    const AttentionSnapshot& attention = *picture.attention;
    QJsonArray words;
    QJsonArray labels;
    for (std::size_t i = 0; i < attention.sourceTokens.size(); ++i)
        words.append(QJsonObject{{"word", QString::fromStdString(attention.sourceTokens[i])},
                                 {"unknown", isUnknown(attention, i)},
                                 {"weight", static_cast<double>(attention.weights[i])}});
    for (const TextPicture::Label& label : picture.labels)
        labels.append(QJsonObject{{"label", label.name}, {"probability", label.probability}});
    QJsonObject all{{"step", static_cast<qint64>(attention.step)},
                    {"words", words},
                    {"padding", paddingShare(attention)},
                    {"predicted", picture.predicted()},
                    {"label", picture.trueLabel.isEmpty() ? QJsonValue() : QJsonValue(picture.trueLabel)}};
    if (picture.confidence)
        all["confidence"] = *picture.confidence;
    if (!labels.isEmpty())
        all["probabilities"] = labels;
    return QJsonDocument(all).toJson().toStdString();
}

} // namespace alignoscope::ui
