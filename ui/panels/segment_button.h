// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace alignoscope::ui {

/// One of a few choices side by side, of which one is on: the chosen one in the accent colour, plain in every look.
class SegmentButton : public QToolButton {
    Q_OBJECT
public:
    SegmentButton(const QString& text, const QString& tip, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace alignoscope::ui
