// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

class QLabel;

namespace alignoscope::ui {

/// How many sentences of each side have how many tokens, side by side, and where the length limit cuts; of texts with
/// labels how many words they have.
/// The number under the pointer is told in a tool tip. Object names: lengthHistogram, lengthHistogramCaption.
class LengthHistogramView : public QWidget {
    Q_OBJECT

public:
    explicit LengthHistogramView(QWidget* parent = nullptr);
    ~LengthHistogramView() override;

    void showSummary(const CorpusSummary& summary, int limit);
    void clear();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Lengths put together so that a bar stays wide enough to see.
    struct Bins {
        int width = 1;
        std::vector<std::int64_t> source, target;
    };
    [[nodiscard]] static Bins binned(const CorpusSummary& summary, int limit);
    void applyPalette();
    void nameBars(bool texts);
    void drawBars();
    void drawLimit();
    void setCaption();
    [[nodiscard]] QString textAt(double length) const;

    class Plot;
    std::unique_ptr<Plot> m_plot;
    QLabel* m_caption;
    CorpusSummary m_summary;
    Bins m_bins;
    int m_limit = 0;
};

} // namespace alignoscope::ui
