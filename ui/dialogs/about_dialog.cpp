// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>

namespace alignoscope::ui {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName("aboutDialog");
    setWindowTitle(tr("About Alignoscope"));
    auto* icon = new QLabel(this);
    icon->setPixmap(QIcon(":/icons/alignoscope.svg").pixmap(72, 72));
    auto* text = new QLabel(this);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setText(
        tr("<h3>Alignoscope %1</h3>"
           "<p>Watch a translation model learn where to look.</p>"
           "<p>The model is that of D. Bahdanau, K. Cho and Y. Bengio, <i>Neural Machine Translation by Jointly "
           "Learning "
           "to Align and Translate</i> (2015), arXiv 1409.0473.</p>"
           "<p>Made with Qt %2, QCustomPlot, Eigen, ICU, libarchive and SQLite. Nothing leaves this computer.</p>"
           "<p>© 2026 the Alignoscope authors. Free software under the GNU General Public License, version 3 or later; "
           "there is no warranty.</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped(), qVersion()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addSpacing(12);
    row->addWidget(text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(buttons);
}

} // namespace alignoscope::ui
