// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/step_chooser.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace alignoscope::ui {

StepChooser::StepChooser(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal, this)), m_box(new QSpinBox(this))
{
    setObjectName(objectName);
    m_slider->setObjectName(objectName + "Slider");
    m_box->setObjectName(objectName + "Box");
    for (QWidget* part : std::initializer_list<QWidget*>{m_slider, m_box}) {
        part->setAccessibleName(accessibleName);
        part->setToolTip(tr("The step to look at: a picture was recorded at every stop"));
    }
    m_slider->setMinimumWidth(40);
    m_box->setPrefix(tr("step "));
    m_box->setGroupSeparatorShown(true);
    m_box->setKeyboardTracking(false);
    m_box->setAlignment(Qt::AlignRight);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_box);
    connect(m_slider, &QSlider::valueChanged, this, [this](int stop) {
        if (stop < 0 || stop >= static_cast<int>(m_steps.size()))
            return;
        m_step = m_steps[static_cast<std::size_t>(stop)];
        refresh();
        emit chosen(m_step);
    });
    connect(m_box, &QSpinBox::valueChanged, this, [this](int step) {
        m_step = step;
        refresh();
        emit chosen(m_step);
    });
    refresh();
}

void StepChooser::setSteps(const std::vector<qint64>& steps)
{
    m_steps = steps;
    refresh();
}

void StepChooser::setStep(qint64 step)
{
    m_step = step;
    refresh();
}

void StepChooser::refresh()
{
    setEnabled(!m_steps.empty());
    const QSignalBlocker quietSlider(m_slider), quietBox(m_box);
    const auto above = std::ranges::upper_bound(m_steps, m_step);
    const auto stop = static_cast<int>(std::max<std::ptrdiff_t>(0, above - m_steps.begin() - 1));
    m_slider->setRange(0, std::max(0, static_cast<int>(m_steps.size()) - 1));
    m_slider->setPageStep(std::max(1, static_cast<int>(m_steps.size()) / 10));
    m_slider->setValue(stop);
    constexpr qint64 most = std::numeric_limits<int>::max();
    m_box->setRange(0, m_steps.empty() ? 0 : static_cast<int>(std::min(most, m_steps.back())));
    if (!m_steps.empty())
        m_box->setValue(static_cast<int>(std::min(most, m_steps[static_cast<std::size_t>(stop)])));
}

} // namespace alignoscope::ui
