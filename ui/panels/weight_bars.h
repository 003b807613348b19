// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace alignoscope::ui {

/// Words with their weights as horizontal bars, largest first.
class WeightBars : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString word;
        double weight = 0; ///< 0…1
        bool marked = false;
    };
    explicit WeightBars(QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;

    std::vector<Bar> m_bars;
};

} // namespace alignoscope::ui
