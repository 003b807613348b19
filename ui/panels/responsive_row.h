// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

namespace alignoscope::ui {

/// Widgets side by side where each gets a width that serves, otherwise one below the other.
class ResponsiveRow : public QWidget {
    Q_OBJECT
public:
    explicit ResponsiveRow(int widthEach, QWidget* parent = nullptr);
    void setWidthEach(int pixels); ///< what serves

    void addWidget(QWidget* widget, int stretch = 1);
    [[nodiscard]] bool isStacked() const { return m_layout->direction() == QBoxLayout::TopToBottom; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void turn();

    int m_widthEach;
    QBoxLayout* m_layout;
};

} // namespace alignoscope::ui
