// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/beam_step_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace alignoscope::ui {

BeamStepBar::BeamStepBar(QWidget* parent) : QWidget(parent)
{
    m_back = button("beamBack", QStringLiteral("◀"), tr("One step back: a word less"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName("beamStep");
    m_slider->setToolTip(tr("How many words the search has written"));
    m_slider->setAccessibleName(m_slider->toolTip());
    m_slider->setMinimumWidth(60);
    m_slider->setPageStep(3);
    m_forward = button("beamForward", QStringLiteral("▶"), tr("One step forward: one more word"));
    m_label = new QLabel(this);
    m_label->setObjectName("beamStepLabel");
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(tr("step %1 of %2").arg(88).arg(88)) + 4);
    m_pruned = new QCheckBox(tr("&Discarded"), this);
    m_pruned->setObjectName("beamPruned");
    m_pruned->setToolTip(tr("Also show, pale, the words that were looked at and not kept"));
    m_pruned->setAccessibleName(tr("Show discarded words"));
    m_pruned->setChecked(true);
    QToolButton* smaller = button("beamZoomOut", QStringLiteral("−"), tr("Smaller (Ctrl+−)"));
    QToolButton* larger = button("beamZoomIn", QStringLiteral("+"), tr("Larger (Ctrl++)"));
    m_whole = button("beamWhole", tr("Whole"), tr("The whole tree in sight (Ctrl+0)"));
    m_whole->setCheckable(true);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_back);
    row->addWidget(m_slider, 1);
    row->addWidget(m_forward);
    row->addWidget(m_label);
    row->addStretch(1);
    row->addWidget(m_pruned);
    row->addSpacing(4);
    for (QToolButton* one : {smaller, larger, m_whole})
        row->addWidget(one);

    connect(m_back, &QToolButton::clicked, this, [this] { setStep(step() - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { setStep(step() + 1); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        refresh();
        emit stepChanged(value);
    });
    connect(m_pruned, &QCheckBox::toggled, this, &BeamStepBar::prunedToggled);
    connect(smaller, &QToolButton::clicked, this, [this] { emit zoomWished(1 / 1.25); });
    connect(larger, &QToolButton::clicked, this, [this] { emit zoomWished(1.25); });
    connect(m_whole, &QToolButton::toggled, this, &BeamStepBar::wholeToggled);
    setSteps(0);
}

QToolButton* BeamStepBar::button(const char* name, const QString& text, const QString& tip)
{
    auto* one = new QToolButton(this);
    one->setObjectName(name);
    one->setText(text);
    one->setToolTip(tip);
    one->setAccessibleName(tip);
    one->setAutoRaise(true);
    one->setFocusPolicy(Qt::StrongFocus);
    return one;
}

void BeamStepBar::setSteps(int steps)
{
    m_slider->setRange(0, steps);
    refresh();
}

void BeamStepBar::setStep(int step)
{
    m_slider->setValue(step);
}

int BeamStepBar::step() const
{
    return m_slider->value();
}

bool BeamStepBar::prunedShown() const
{
    return m_pruned->isChecked();
}

void BeamStepBar::setWhole(bool whole)
{
    m_whole->setChecked(whole);
}

void BeamStepBar::refresh()
{
    const int steps = m_slider->maximum(), step = m_slider->value();
    m_slider->setEnabled(steps > 0);
    m_back->setEnabled(step > 0);
    m_forward->setEnabled(step < steps);
    m_label->setText(steps == 0 ? QString() : tr("step %1 of %2").arg(step).arg(steps));
}

} // namespace alignoscope::ui
