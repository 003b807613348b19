// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/what_if_export.h"

#include "alignoscope/attention_export.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace alignoscope::ui {

namespace {

QString title(const char* text)
{
    return QCoreApplication::translate("Export", text);
}

QJsonArray array(const std::vector<std::string>& tokens)
{
    QJsonArray values;
    for (const std::string& token : tokens)
        values.append(QString::fromStdString(token));
    return values;
}

template <class Number>
QJsonArray array(const std::vector<Number>& numbers)
{
    QJsonArray values;
    for (const Number number : numbers)
        values.append(number);
    return values;
}

/// Not-a-number, of words without a counterpart, is null.
QJsonArray rows(const std::vector<float>& numbers, std::size_t columns)
{
    QJsonArray all;
    for (std::size_t first = 0; columns > 0 && first + columns <= numbers.size(); first += columns) {
        QJsonArray row;
        for (std::size_t s = first; s < first + columns; ++s)
            row.append(std::isnan(numbers[s]) ? QJsonValue() : QJsonValue(static_cast<double>(numbers[s])));
        all.append(row);
    }
    return all;
}

QJsonObject object(const InterventionResult& result)
{
    QJsonArray likeliest;
    for (const auto& step : result.likeliest) {
        QJsonArray words;
        for (const NextWord& word : step)
            words.append(QJsonObject{{"token", QString::fromStdString(word.token)}, {"probability", word.probability}});
        likeliest.append(words);
    }
    return {{"text", QString::fromStdString(result.text)},
            {"tokens", array(result.tokens)},
            {"log_probability", result.logProbability},
            {"log_probabilities", array(result.logProbabilities)},
            {"forced", array(result.forced)},
            {"overridden", array(result.overridden)},
            {"likeliest", likeliest},
            {"attention", rows(result.attention, result.source.size())}};
}

QJsonArray object(const std::vector<WhatIfChanges::Change>& changes)
{
    QJsonArray all;
    for (const auto& change : changes) {
        switch (change.kind) {
        case WhatIfChanges::Kind::Beginning:
            all.append(QJsonObject{{"kind", "beginning"}, {"text", change.text}});
            break;
        case WhatIfChanges::Kind::Word:
            all.append(QJsonObject{{"kind", "word"}, {"target", change.place}, {"text", change.text}});
            break;
        case WhatIfChanges::Kind::Row:
            all.append(QJsonObject{{"kind", "row"}, {"target", change.place}, {"weights", array(change.weights)}});
            break;
        case WhatIfChanges::Kind::Dropped:
            all.append(QJsonObject{{"kind", "dropped"}, {"source", change.place}});
            break;
        }
    }
    return all;
}

QJsonObject object(const AttentionDifference& difference)
{
    QJsonArray words;
    for (std::size_t row = 0; row < difference.targets.size(); ++row) {
        const TokenPair& pair = difference.targets[row];
        words.append(QJsonObject{{"token", QString::fromStdString(difference.targetTokens[row])},
                                 {"original", pair.left < 0 ? QJsonValue() : QJsonValue(pair.left)},
                                 {"changed", pair.right < 0 ? QJsonValue() : QJsonValue(pair.right)}});
    }
    return {{"words", words}, {"weights", rows(difference.values, difference.sources.size())}};
}

std::string csvField(const std::string& token)
{
    if (token.find_first_of(",\"\r\n") == std::string::npos)
        return token;
    return '"' + QString::fromStdString(token).replace('"', "\"\"").toStdString() + '"';
}

/// As attentionToCsv writes a table; where there is nothing to compare a field is empty.
std::string differenceToCsv(const AttentionSnapshot& picture)
{
    std::string table;
    for (const std::string& token : picture.sourceTokens)
        table += ',' + csvField(token);
    table += "\r\n";
    for (std::int32_t target = 0; target < picture.targets(); ++target) {
        table += csvField(picture.targetTokens[static_cast<std::size_t>(target)]);
        for (const float change : picture.row(target))
            table += ',' + (std::isnan(change) ? std::string() : QString::number(change, 'g', 6).toStdString());
        table += "\r\n";
    }
    return table;
}

} // namespace

std::string whatIfJson(const WhatIfAnswer& answer)
{
    const QJsonObject all{{"step", static_cast<qint64>(answer.changed.step)},
                          {"source", array(answer.original.source)},
                          {"dropped", array(answer.changed.sourceDropped)},
                          {"changes", object(answer.changes)},
                          {"original", object(answer.original)},
                          {"changed", object(answer.changed)},
                          {"difference", object(answer.difference)}};
    return QJsonDocument(all).toJson().toStdString();
}

ExportContent exportOf(const WhatIfAnswerPtr& answer, WhatIfView view)
{
    const AttentionSnapshotPtr picture = pictureOf(*answer, view, true);
    ExportContent content = exportOf(picture, lookOf(*answer, view));
    const char* names[] = {"what-if-original", "what-if-changed", "what-if-difference"};
    content.name = QStringLiteral("%1-step-%2").arg(names[static_cast<int>(view)]).arg(picture->step);
    content.texts = {{title("CSV – table of numbers"), QStringLiteral("csv"),
                      [picture, view] {
                          return view == WhatIfView::Difference ? differenceToCsv(*picture) : attentionToCsv(*picture);
                      }},
                     {title("JSON – changes, both translations, difference"), QStringLiteral("json"),
                      [answer] { return whatIfJson(*answer); }}};
    return content;
}

} // namespace alignoscope::ui
