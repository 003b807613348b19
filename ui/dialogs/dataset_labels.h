// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <QWidget>

#include <vector>

namespace alignoscope::ui {

/// The labels of a corpus with how many texts have each, as bars, the most frequent first; where there are more than
/// there is room for, the last line counts them. Object name: datasetLabels.
class DatasetLabels : public QWidget {
    Q_OBJECT
public:
    explicit DatasetLabels(QWidget* parent = nullptr);

    using QWidget::show;
    void show(std::vector<LabelCount> labels, bool settled); ///< not settled: faint
    [[nodiscard]] QString words() const;                     ///< "negative 1,024, positive 998"

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;

    std::vector<LabelCount> m_labels;
};

} // namespace alignoscope::ui
