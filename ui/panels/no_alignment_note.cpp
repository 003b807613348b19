// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/no_alignment_note.h"

#include "alignoscope/attention_measures.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace alignoscope::ui {

QString NoAlignmentNote::text()
{
    return tr("This model has no attention: it writes the translation\n"
              "from one vector for the whole sentence, so there is no alignment to draw.");
}

AttentionSnapshotPtr NoAlignmentNote::drawable(const AttentionSnapshotPtr& picture)
{
    return picture && (picture->weights.empty() || hasAlignment(picture->weights)) ? picture : nullptr;
}

NoAlignmentNote::NoAlignmentNote(QWidget* parent) : QWidget(parent)
{
    setObjectName("noAlignment");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* why = new QLabel(text(), this);
    why->setObjectName("noAlignmentText");
    why->setAlignment(Qt::AlignCenter);
    why->setWordWrap(true);
    auto* instead = new QLabel(tr("Which source words mattered can be measured all the same:\n"
                                  "by gradients, and by leaving one word out after the other."),
                               this);
    instead->setAlignment(Qt::AlignCenter);
    instead->setWordWrap(true);
    instead->setForegroundRole(QPalette::PlaceholderText);
    auto* button = new QPushButton(tr("Sho&w which words mattered"), this);
    button->setObjectName("noAlignmentExplain");
    button->setMinimumHeight(button->sizeHint().height() + 6);
    button->setMinimumWidth(button->sizeHint().width() + 20);
    button->setToolTip(tr("Opens the tab Explanation with this sentence"));
    connect(button, &QPushButton::clicked, this, &NoAlignmentNote::explanationWished);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(1);
    column->addWidget(why);
    column->addWidget(instead);
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(1);
}

} // namespace alignoscope::ui
