// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/token_label.h"

#include "ui/figure/isolated_text.h"

#include "alignoscope/attention_shape.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace alignoscope::ui {
namespace {

constexpr qsizetype longestText = 200;     // more is never legible, and a file may hold a token of megabytes
constexpr std::size_t longestToken = 2000; // in bytes: what is cut off within a letter is beyond the longest text

// Line breaks and control characters would tear the layout apart.
QString printable(const std::string& token)
{
    QString text = QString::fromStdString(token.substr(0, longestToken));
    if (text.size() > longestText) { // no letter loses its marks
        QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, text);
        graphemes.setPosition(longestText);
        const bool between = graphemes.isAtBoundary();
        const qsizetype cut = between ? longestText : graphemes.toPreviousBoundary();
        text = text.left(cut > 0 ? cut : longestText) + u'…';
    }
    for (QChar& character : text)
        if (character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = QChar::ReplacementCharacter;
    return text.trimmed().isEmpty() ? QStringLiteral("␣") : text;
}

TokenLabel labelOf(const std::string& token, bool last, bool unknown)
{
    if (last && isEndToken(token))
        return {QCoreApplication::translate("TokenLabel", "‹end›", "label of the end of a sentence"), TokenKind::End};
    return {printable(token), unknown ? TokenKind::Unknown : TokenKind::Word};
}

} // namespace

std::vector<TokenLabel> sourceLabels(const AttentionSnapshot& snapshot)
{
    std::vector<TokenLabel> labels;
    labels.reserve(snapshot.sourceTokens.size());
    for (std::size_t i = 0; i < snapshot.sourceTokens.size(); ++i)
        labels.push_back(labelOf(snapshot.sourceTokens[i], i + 1 == snapshot.sourceTokens.size(),
                                 i < snapshot.sourceUnknown.size() && snapshot.sourceUnknown[i]));
    return labels;
}

std::vector<TokenLabel> targetLabels(const AttentionSnapshot& snapshot)
{
    std::vector<TokenLabel> labels;
    labels.reserve(snapshot.targetTokens.size());
    for (std::size_t i = 0; i < snapshot.targetTokens.size(); ++i) {
        const std::string& token = snapshot.targetTokens[i];
        labels.push_back(labelOf(token, i + 1 == snapshot.targetTokens.size(), token == "<unk>"));
    }
    return labels;
}

TokenLabel wordLabel(const std::string& token)
{
    return labelOf(token, true, false);
}

QString cellInWords(const AttentionSnapshot& snapshot, int target, int source, const MatrixLook& look)
{
    const auto label = [](const std::vector<std::string>& tokens, int i) {
        return labelOf(tokens[static_cast<std::size_t>(i)], i + 1 == static_cast<int>(tokens.size()), false).text;
    };
    return (look.cell.isEmpty() ? QStringLiteral("%1 ← %2  %3") : look.cell)
        .arg(isolated(label(snapshot.targetTokens, target)), isolated(label(snapshot.sourceTokens, source)),
             valueText(look.scale, static_cast<double>(snapshot.weight(target, source))));
}

bool isDrawable(const AttentionSnapshot& snapshot)
{
    return !snapshot.sourceTokens.empty() && !snapshot.targetTokens.empty()
        && snapshot.weights.size() == snapshot.sourceTokens.size() * snapshot.targetTokens.size();
}

} // namespace alignoscope::ui
