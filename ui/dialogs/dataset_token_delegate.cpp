// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_token_delegate.h"

#include "ui/dialogs/dataset_colours.h"
#include "ui/figure/text_flow.h"
#include "ui/models/pairs_model.h"

#include <QBitArray>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double margin = 6;  // around the chips of a cell
constexpr double padding = 4; // within a chip, left and right
constexpr double gap = 3;     // between chips

} // namespace

std::vector<QRectF> DatasetTokenDelegate::chips(const QStringList& tokens, const QFont& font, double width) const
{
    if (font != m_measuredFont) {
        m_measuredFont = font;
        m_widths.clear();
    }
    const QFontMetricsF metrics(font);
    const double height = std::ceil(metrics.height()) + 2;
    const double right = std::max(width - margin, margin + 20);
    std::vector<TokenLabel> labels;
    std::vector<double> widths;
    for (const QString& token : tokens) {
        labels.push_back({token});
        widths.push_back(std::max(std::ceil(textWidth(token, metrics)) + 2 * padding, height * 0.8));
    }
    std::vector<QRectF> places = flowText(widths, ReadingOrder(labels), {right - margin, height, gap, gap}).places;
    for (QRectF& place : places)
        place.translate(margin, margin);
    return places;
}

double DatasetTokenDelegate::textWidth(const QString& token, const QFontMetricsF& metrics) const
{
    constexpr qsizetype most = 20'000;
    const auto found = m_widths.constFind(token);
    if (found != m_widths.constEnd())
        return *found;
    if (m_widths.size() >= most)
        m_widths.clear();
    return *m_widths.insert(token, metrics.horizontalAdvance(token));
}

void DatasetTokenDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStringList tokens = index.data(PairsModel::TokensRole).toStringList();
    const QBitArray known = index.data(PairsModel::KnownRole).toBitArray();
    const bool leftOut = index.data(PairsModel::LeftOutRole).toBool();
    const std::vector<QRectF> places = chips(tokens, option.font, option.rect.width());
    const QFontMetricsF metrics(option.font);
    const QColor base = option.palette.color(QPalette::Base);
    const QColor text = option.palette.color(QPalette::Text);
    const QColor ground = mixed(base, text, 0.09);
    const QColor quiet = quietText(option.palette);

    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, mixed(base, option.palette.color(QPalette::Highlight), 0.18));
    painter->setPen(mixed(base, text, 0.12));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setOpacity(leftOut ? 0.45 : 1.0);
    painter->setFont(option.font);
    painter->translate(option.rect.topLeft());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        const bool missing = at < known.size() && !known.testBit(at);
        painter->setPen(missing ? QPen(quiet, 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter->setBrush(missing ? QBrush(Qt::NoBrush) : QBrush(ground));
        painter->drawRoundedRect(places[i].adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
        painter->setPen(missing ? quiet : text);
        painter->drawText(places[i], Qt::AlignCenter | Qt::TextSingleLine,
                          metrics.elidedText(tokens.at(at), Qt::ElideRight, places[i].width() - padding));
    }
    painter->restore();
}

QSize DatasetTokenDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = option.rect.width(); // a table that wraps text gives the column's
    const QStringList tokens = index.data(PairsModel::TokensRole).toStringList();
    const std::vector<QRectF> places = chips(tokens, option.font, width);
    const double bottom = places.empty() ? QFontMetricsF(option.font).height() : places.back().bottom();
    return {width, static_cast<int>(std::ceil(bottom + margin))};
}

} // namespace alignoscope::ui
