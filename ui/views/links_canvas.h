// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/links_scene.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace alignoscope::ui {

/// Draws a scene in layers that are kept: labels, links, lit links, and on top what the pointer changes. New weights
/// draw no label again, and a moved pointer neither labels nor links. Takes no input of its own.
class LinksCanvas : public QWidget {
    Q_OBJECT
public:
    /// `scene` must outlive the canvas.
    LinksCanvas(const LinksScene& scene, QWidget* parent);

    void redrawAll();
    /// New weights for the same tokens. Where drawing takes long (thousands of links), pictures that come meanwhile are
    /// passed over, so that the window stays free for pointer and keyboard.
    void redrawLinks();
    void redrawFocus();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawLabels();
    void drawLinks();

    const LinksScene& m_scene;
    QPixmap m_labels;
    QImage m_links, m_lit;
    bool m_labelsStale = true, m_linksStale = true, m_litStale = true;
    QTimer m_rest; ///< runs while links are not to be drawn again
};

} // namespace alignoscope::ui
