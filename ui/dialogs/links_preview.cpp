// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/links_preview.h"

#include "alignoscope/alignment.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace alignoscope::ui {

static constexpr double margin = 12, gap = 14, between = 90;

LinksPreview::LinksPreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("A sentence pair and its links"));
    setBackgroundRole(QPalette::Base);
}

void LinksPreview::show(const std::vector<std::string>& source, const std::vector<std::string>& target,
                        const GoldAlignment& links)
{
    const auto words = [](const std::vector<std::string>& tokens) {
        QStringList list;
        for (const std::string& token : tokens)
            list << QString::fromStdString(token);
        return list;
    };
    m_source = words(source);
    m_target = words(target);
    m_links = links;
    std::vector<Link> all = links.sure;
    all.insert(all.end(), links.possible.begin(), links.possible.end());
    setAccessibleDescription(m_source.join(u' ') + "\n" + m_target.join(u' ') + "\n"
                             + QString::fromStdString(toPharaoh(all)));
    updateGeometry();
    update();
}

void LinksPreview::clear()
{
    show({}, {}, {});
}

std::vector<QRectF> LinksPreview::places(const QStringList& words, double top) const
{
    std::vector<QRectF> found;
    double left = margin;
    for (const QString& word : words) {
        const double width = fontMetrics().horizontalAdvance(word);
        found.emplace_back(left, top, width, fontMetrics().height());
        left += width + gap;
    }
    return found;
}

QSize LinksPreview::sizeHint() const
{
    double right = 200;
    for (const QStringList* words : {&m_source, &m_target})
        if (const auto row = places(*words, 0); !row.empty())
            right = std::max(right, row.back().right());
    return {static_cast<int>(right + margin), static_cast<int>(2 * (margin + fontMetrics().height()) + between)};
}

void LinksPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Text));
    if (m_source.isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing to show"));
        return;
    }
    const auto above = places(m_source, margin), below = places(m_target, margin + fontMetrics().height() + between);
    for (std::size_t i = 0; i < above.size(); ++i)
        painter.drawText(above[i], Qt::AlignCenter, m_source[static_cast<qsizetype>(i)]);
    for (std::size_t i = 0; i < below.size(); ++i)
        painter.drawText(below[i], Qt::AlignCenter, m_target[static_cast<qsizetype>(i)]);
    const auto draw = [&](const std::vector<Link>& links, const QPen& pen) {
        painter.setPen(pen);
        for (const Link link : links) {
            const QRectF& from = above.at(static_cast<std::size_t>(link.source));
            const QRectF& to = below.at(static_cast<std::size_t>(link.target));
            painter.drawLine(QPointF(from.center().x(), from.bottom() + 2), QPointF(to.center().x(), to.top() - 2));
        }
    };
    const QColor ink = palette().color(QPalette::Highlight);
    draw(m_links.possible, QPen(ink, 1, Qt::DashLine));
    draw(m_links.sure, QPen(ink, 1.8));
}

} // namespace alignoscope::ui
