// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_labels.h"

#include "ui/dialogs/dataset_colours.h"
#include "ui/dialogs/dataset_words.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

static constexpr int mostRows = 3; // as many as the numbers beside it have

DatasetLabels::DatasetLabels(QWidget* parent) : QWidget(parent)
{
    setObjectName("datasetLabels");
    setAccessibleName(tr("Labels and how many texts have them"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void DatasetLabels::show(std::vector<LabelCount> labels, bool settled)
{
    m_labels = std::move(labels);
    setEnabled(settled);
    setAccessibleDescription(words());
    setToolTip(words());
    updateGeometry();
    update();
}

QString DatasetLabels::words() const
{
    QStringList all;
    for (const LabelCount& label : m_labels)
        all << QString::fromStdString(label.label) + u' ' + grouped(label.texts);
    return all.join(QStringLiteral(", "));
}

int DatasetLabels::rowHeight() const
{
    return fontMetrics().height() + 3;
}

QSize DatasetLabels::sizeHint() const
{
    return {220, mostRows * rowHeight()};
}

void DatasetLabels::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const auto count = static_cast<int>(m_labels.size());
    const int shown = count > mostRows ? mostRows - 1 : count;
    int names = 0, numbers = 0;
    for (int i = 0; i < shown; ++i) {
        const LabelCount& label = m_labels[static_cast<std::size_t>(i)];
        names = std::max(names, metrics.horizontalAdvance(QString::fromStdString(label.label)));
        numbers = std::max(numbers, metrics.horizontalAdvance(grouped(label.texts)));
    }
    names = std::min(names, width() / 2);
    const int left = names + 8, room = std::max(0, width() - left - numbers - 8);
    for (int i = 0; i < shown; ++i) {
        const LabelCount& label = m_labels[static_cast<std::size_t>(i)];
        const QRect row(0, i * rowHeight(), width(), rowHeight());
        painter.setPen(palette().color(group, QPalette::WindowText));
        painter.drawText(row.adjusted(0, 0, names - width(), 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(QString::fromStdString(label.label), Qt::ElideRight, names));
        const double share = static_cast<double>(label.texts) / static_cast<double>(m_labels.front().texts);
        const int wide = std::max(1, static_cast<int>(room * share));
        painter.fillRect(left, row.top() + 4, wide, row.height() - 8, palette().color(group, QPalette::Highlight));
        painter.drawText(row.adjusted(left + wide + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         grouped(label.texts));
    }
    if (shown == count)
        return;
    painter.setPen(quietText(palette()));
    painter.drawText(QRect(0, shown * rowHeight(), width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("and %1 more labels").arg(count - shown));
}

} // namespace alignoscope::ui
