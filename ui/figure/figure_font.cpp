// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_font.h"

#include <QStringList>

namespace alignoscope::ui {
namespace {

enum class HanStyle { Chinese, Japanese, Korean };

HanStyle hanStyle(const std::vector<std::string>& tokens)
{
    for (const std::string& token : tokens) {
        for (const QChar character : QString::fromStdString(token)) {
            if (character.script() == QChar::Script_Hiragana || character.script() == QChar::Script_Katakana)
                return HanStyle::Japanese;
            if (character.script() == QChar::Script_Hangul)
                return HanStyle::Korean;
        }
    }
    return HanStyle::Chinese;
}

QString hanFamily(const AttentionSnapshot& snapshot)
{
    HanStyle style = hanStyle(snapshot.sourceTokens);
    if (style == HanStyle::Chinese)
        style = hanStyle(snapshot.targetTokens);
    if (style == HanStyle::Japanese)
        return QStringLiteral("Noto Sans CJK JP");
    return style == HanStyle::Korean ? QStringLiteral("Noto Sans CJK KR") : QStringLiteral("Noto Sans CJK SC");
}

} // namespace

QFont figureFont(const QString& family, const AttentionSnapshot& snapshot)
{
    QStringList families;
    if (!family.isEmpty())
        families << family;
    families << "Noto Sans" << hanFamily(snapshot) << "Noto Sans Arabic"
             << "Noto Sans Hebrew"
             << "Noto Sans Devanagari"
             << "Noto Sans Thai"
             << "DejaVu Sans";
    QFont font;
    font.setFamilies(families);
    font.setHintingPreference(QFont::PreferNoHinting); // hinting would make widths depend on the device
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

} // namespace alignoscope::ui
