// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/state_map_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>

namespace alignoscope::ui {

void StateMapPanel::build()
{
    m_caption = new QLabel(this);
    m_caption->setObjectName("mapCaption");
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buildControls());
    layout->addWidget(m_caption);
    layout->addWidget(buildPictures(), 1);
}

QLayout* StateMapPanel::buildControls()
{
    m_make = new QPushButton(tr("&Map the training set"), this);
    m_make->setObjectName("mapMake");
    m_tokens = new QSpinBox(this);
    m_tokens->setObjectName("mapTokens");
    m_tokens->setRange(100, 10000);
    m_tokens->setSingleStep(500);
    m_tokens->setValue(2000);
    m_tokens->setSuffix(tr(" words"));
    m_tokens->setToolTip(tr("About how many words of the training set are mapped, in sentences evenly chosen"));
    m_tokens->setAccessibleName(m_tokens->toolTip());
    m_progress = new QProgressBar(this);
    m_progress->setObjectName("mapProgress");
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How much of the map is done"));
    m_cancel = new QPushButton(tr("&Cancel"), this);
    m_cancel->setObjectName("mapCancel");
    m_cancel->setToolTip(tr("Stop making the map"));
    m_zoom = new QWidget(this);
    auto* zoom = new QHBoxLayout(m_zoom);
    zoom->setContentsMargins(0, 0, 0, 0);
    zoom->setSpacing(2);
    const auto button = [&](const char* name, const QString& text, const QString& tip, auto work) {
        auto* one = new QToolButton(m_zoom);
        one->setObjectName(name);
        one->setText(text);
        one->setToolTip(tip);
        one->setAccessibleName(tip);
        one->setFocusPolicy(Qt::StrongFocus);
        connect(one, &QToolButton::clicked, this, work);
        zoom->addWidget(one);
    };
    button("mapZoomOut", QStringLiteral("−"), tr("Show more of the map (−)"), [this] { m_view->zoom(1 / 1.5); });
    button("mapZoomIn", QStringLiteral("+"), tr("Show it larger (+, or the wheel)"), [this] { m_view->zoom(1.5); });
    button("mapShowAll", tr("All"), tr("Show the whole map (0)"), [this] { m_view->showAll(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_make);
    row->addWidget(m_tokens);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_zoom);
    return row;
}

QWidget* StateMapPanel::buildPictures()
{
    m_view = new StateMapView(this);
    m_view->setObjectName("stateMap");
    m_neighbours = new QTextBrowser(this);
    m_neighbours->setObjectName("mapNeighbours");
    m_neighbours->setAccessibleName(tr("Nearest neighbours in the training set"));
    m_neighbours->setOpenLinks(false);
    m_neighbours->setFrameShape(QFrame::NoFrame);
    m_neighbours->document()->setDocumentMargin(6);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName("mapSplitter");
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_neighbours);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({400, 150});
    m_splitter->setCollapsible(0, false);
    return m_splitter;
}

} // namespace alignoscope::ui
