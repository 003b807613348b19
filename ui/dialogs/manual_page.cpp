// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manual_page.h"

#include <QEvent>
#include <QFile>
#include <QImage>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace alignoscope::ui {

static constexpr int margin = 12; // pixels round the text

ManualPage::ManualPage(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenExternalLinks(true);
    document()->setDocumentMargin(margin);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or pictures and scroll bar would take turns
}

int ManualPage::pictureWidth() const
{
    return std::max(100, viewport()->width() - 2 * margin);
}

QVariant ManualPage::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    QString path = ":/manual/" + name.path().section("manual/", -1);
    if (palette().color(QPalette::Base).lightness() < 128 && QFile::exists(QString(path).replace("-light.", "-dark.")))
        path.replace("-light.", "-dark.");
    const QImage picture(path);
    if (picture.isNull())
        return QTextBrowser::loadResource(type, name);
    m_width = pictureWidth();
    const double ratio = devicePixelRatioF();
    const int pixels = std::min(picture.width(), static_cast<int>(m_width * ratio));
    QImage shown = picture.scaledToWidth(pixels, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    return shown;
}

void ManualPage::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (m_width > 0 && pictureWidth() != m_width)
        renewPictures();
}

void ManualPage::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_width > 0)
        renewPictures();
}

// The page is read anew, at the place where it was.
void ManualPage::renewPictures()
{
    const int place = verticalScrollBar()->value();
    m_width = 0;
    reload();
    verticalScrollBar()->setValue(place);
}

} // namespace alignoscope::ui
