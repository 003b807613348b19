// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tour_dialog.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace alignoscope::ui {

TourDialog::TourDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName("tourDialog");
    setWindowTitle(tr("A tour of the window"));
    resize(640, 560);
    auto* page = new QTextBrowser(this);
    page->setObjectName("tourPage");
    page->setFrameShape(QFrame::NoFrame);
    QFile file(":/manual/window.md");
    if (file.open(QIODevice::ReadOnly))
        page->setMarkdown(QString::fromUtf8(file.readAll()));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->addWidget(page);
}

} // namespace alignoscope::ui
