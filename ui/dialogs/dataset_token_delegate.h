// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QRectF>
#include <QStyledItemDelegate>

#include <vector>

class QFontMetricsF;

namespace alignoscope::ui {

/// Draws a sentence of a PairsModel as tokens on small chips, in as many lines as they need; from the right for scripts
/// that run so. Tokens the vocabulary lacks are drawn without ground, in a dashed line; a pair left out is drawn faint.
class DatasetTokenDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// Where each token goes within a cell `width` pixels wide; the last one's bottom is the height.
    [[nodiscard]] std::vector<QRectF> chips(const QStringList& tokens, const QFont& font, double width) const;
    [[nodiscard]] double textWidth(const QString& token, const QFontMetricsF& metrics) const;

    mutable QFont m_measuredFont;
    mutable QHash<QString, double> m_widths; ///< of tokens in that font; measuring is what costs
};

} // namespace alignoscope::ui
