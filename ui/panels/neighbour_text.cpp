// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/neighbour_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace alignoscope::ui {

namespace {

QString told(const char* text)
{
    return QCoreApplication::translate("Neighbours", text);
}

/// The sentence with one of its words stressed. Words are written one after the other as the model reads them.
QString sentenceWith(const StateMapScene& scene, std::size_t firstToken, std::size_t length, std::size_t stressed)
{
    QStringList words;
    for (std::size_t i = firstToken; i < firstToken + length; ++i) {
        const TokenLabel& label = scene.words[i];
        if (label.kind == TokenKind::End && i != stressed)
            continue;
        const QString word = label.text.toHtmlEscaped();
        words << (i == stressed ? "<b>" + word + "</b>" : word);
    }
    return words.join(' ');
}

QString row(const StateMapScene& scene, const Neighbour& neighbour)
{
    const StateMap::Token& place = scene.map->tokens[static_cast<std::size_t>(neighbour.token)];
    const auto length = scene.map->sentences[static_cast<std::size_t>(place.sentence)].tokens.size();
    const auto token = static_cast<std::size_t>(neighbour.token);
    const QString sentence = sentenceWith(scene, token - static_cast<std::size_t>(place.position), length, token);
    const QString direction = scene.words[token].text.isRightToLeft() ? "rtl" : "ltr";
    return QStringLiteral("<tr><td style=\"padding-right:10px\">%1</td><td><p dir=\"%2\" style=\"margin:0\">%3</p></td></tr>")
        .arg(QString::number(neighbour.similarity, 'f', 3), direction, sentence);
}

} // namespace

QString neighbourTable(const StateMapScene& scene, bool own, int token, const std::vector<Neighbour>& neighbours)
{
    const TokenLabel& label = (own ? scene.own : scene.words)[static_cast<std::size_t>(token)];
    QString html = "<p>"
        + (own ? told("Most like <b>%1</b> of this sentence, in the training set:")
               : told("Most like <b>%1</b> of this training sentence:"))
              .arg(label.text.toHtmlEscaped());
    if (!own) {
        const StateMap::Token& place = scene.map->tokens[static_cast<std::size_t>(token)];
        const auto length = scene.map->sentences[static_cast<std::size_t>(place.sentence)].tokens.size();
        html += "<br>"
            + sentenceWith(scene, static_cast<std::size_t>(token - place.position), length,
                           static_cast<std::size_t>(token));
    }
    html += "</p><table cellspacing=\"0\" cellpadding=\"1\">";
    for (const Neighbour& neighbour : neighbours)
        html += row(scene, neighbour);
    html += "</table>";
    if (neighbours.empty())
        return "<p>" + told("The training set’s sample holds no other sentence.") + "</p>";
    return html + "<p>"
        + told("1.000: the model’s numbers for both words point the same way; 0: they have nothing in common.")
        + "</p>";
}

QString neighbourHint()
{
    return "<p>"
        + told("Point at a word of the map, or walk along the sentence with the arrow keys: here you see which words "
               "of "
               "the training set the model reads most like it.")
        + "</p>";
}

} // namespace alignoscope::ui
