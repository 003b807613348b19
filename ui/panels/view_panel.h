// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

#include <QWidget>

#include <optional>

namespace alignoscope::ui {

/// A tab of the window's centre: one way to look at the chosen sentence.
class ViewPanel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What File ▸ Export figure… saves while this tab is in front; nothing while there is nothing to see.
    [[nodiscard]] virtual std::optional<ExportContent> exportContent() const = 0;
    /// Colours of matrices, chosen in the View menu.
    virtual void setColourMap(ColourMap map) = 0;

signals:
    void contentChanged();    ///< there is another thing to export, or none
    void explanationWished(); ///< the model has no alignment to show
};

} // namespace alignoscope::ui
