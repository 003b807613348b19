// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace alignoscope::ui {

class HeatmapView;
class PairSide;

/// One run of a pair as it is seen: its kind and numbers, its picture, and what it makes of the sentence by itself.
class PairColumn : public QWidget {
    Q_OBJECT
public:
    /// `letter` is "A" or "B"; the parts are called "pairHeatmapA", "pairNumbersA", …
    PairColumn(const QString& letter, PairSide& side, QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    /// "Additive (Bahdanau) after 120 steps", for figures.
    [[nodiscard]] QString caption() const;

signals:
    void openRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void renewPicture();
    void renewWords();
    [[nodiscard]] QString numbers() const;

    PairSide& m_side;
    QString m_letter;
    QLabel* m_title;
    QLabel* m_numbers;
    QLabel* m_translation;
    QPushButton* m_open;
    HeatmapView* m_heatmap;
    QTimer m_wordsClock;
};

} // namespace alignoscope::ui
