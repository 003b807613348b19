// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include <QApplication>
#include <QStyle>
#include <QToolTip>

namespace alignoscope::ui {

namespace {

struct Colours {
    QRgb window, base, alternate, button, text, faint, accent, onAccent, link, line;
};

QPalette paletteOf(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::WindowText, QColor(c.text));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.alternate));
    palette.setColor(QPalette::ToolTipBase, QColor(c.base));
    palette.setColor(QPalette::ToolTipText, QColor(c.text));
    palette.setColor(QPalette::Text, QColor(c.text));
    palette.setColor(QPalette::PlaceholderText, QColor(c.faint));
    palette.setColor(QPalette::Button, QColor(c.button));
    palette.setColor(QPalette::ButtonText, QColor(c.text));
    palette.setColor(QPalette::BrightText, QColor(0xd0, 0x30, 0x30));
    palette.setColor(QPalette::Highlight, QColor(c.accent));
    palette.setColor(QPalette::HighlightedText, QColor(c.onAccent));
    palette.setColor(QPalette::Link, QColor(c.link));
    palette.setColor(QPalette::LinkVisited, QColor(c.link));
    palette.setColor(QPalette::Light, QColor(c.button).lighter(125));
    palette.setColor(QPalette::Midlight, QColor(c.button).lighter(110));
    palette.setColor(QPalette::Mid, QColor(c.line));
    palette.setColor(QPalette::Dark, QColor(c.line).darker(120));
    palette.setColor(QPalette::Shadow, QColor(c.line).darker(200));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(c.faint));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(c.faint));
    return palette;
}

/// What the desktop's theme gave the program, kept from before the program's own palettes.
const QPalette& desktopPalette()
{
    static const QPalette palette = QApplication::style()->standardPalette();
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xfff0f1f4, 0xff1d2127, 0xff868d97, 0xff2563ab, 0xffffffff,
                      0xff1f5fae, 0xffc9cdd4});
}

QPalette darkPalette()
{
    return paletteOf({0xff202327, 0xff17191c, 0xff1d2024, 0xff2b2f34, 0xffe4e7eb, 0xff818993, 0xff3d7cc9, 0xffffffff,
                      0xff7fb2ee, 0xff43494f});
}

void setAppearance(Appearance appearance)
{
    bool dark = appearance == Appearance::Dark;
    if (appearance == Appearance::System)
        dark = desktopPalette().color(QPalette::Window).lightness() < 128;
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace alignoscope::ui
