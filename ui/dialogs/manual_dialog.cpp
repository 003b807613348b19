// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manual_dialog.h"

#include "ui/dialogs/manual_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace alignoscope::ui {

ManualDialog::ManualDialog(const QString& page, QWidget* parent) : QDialog(parent)
{
    setObjectName("manualDialog");
    setWindowTitle(tr("Alignoscope: the manual"));
    resize(860, 720);
    auto* browser = new ManualPage(this);
    browser->setObjectName("manualPage");
    browser->setAccessibleName(tr("Manual"));

    auto* contents = new QPushButton(tr("&Contents"), this);
    contents->setObjectName("manualContents");
    auto* back = new QPushButton(tr("&Back"), this);
    back->setObjectName("manualBack");
    back->setEnabled(false);
    for (QPushButton* button : {contents, back})
        button->setAutoDefault(false);
    connect(contents, &QPushButton::clicked, browser, [browser] { browser->setSource(QUrl("qrc:/manual/index.md")); });
    connect(back, &QPushButton::clicked, browser, &QTextBrowser::backward);
    connect(browser, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(contents);
    buttons->addWidget(back);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(buttons);
    layout->addWidget(browser);
    browser->setSource(QUrl("qrc:/manual/" + page + ".md"));
}

} // namespace alignoscope::ui
