// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/links_scene.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace alignoscope::ui {

class LinksPicture;

/// Draws a scene in layers that are kept: labels, links, lit links, and on top what the pointer changes. New weights
/// draw no label again, and a moved pointer neither labels nor links. Takes no input of its own.
class LinksCanvas : public QWidget {
    Q_OBJECT
public:
    /// `scene` must outlive the canvas.
    LinksCanvas(const LinksScene& scene, QWidget* parent);
    ~LinksCanvas() override;

    void redrawAll();
    /// New weights for the same tokens. Thousands of links are drawn in slices of a few milliseconds, behind the ones
    /// that are seen; what comes meanwhile is drawn afterwards, the newest only.
    void redrawLinks();
    void redrawFocus();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawLabels();
    bool drawLinks(std::chrono::milliseconds budget); ///< whether there is a new picture

    const LinksScene& m_scene;
    QPixmap m_labels;
    QImage m_links, m_lit;
    std::unique_ptr<LinksPicture> m_next; ///< being drawn
    bool m_labelsStale = true, m_linksStale = true, m_litStale = true;
    bool m_atOnce = true; ///< the links do not fit the layout any more
    QElapsedTimer m_work; ///< since the picture being drawn was begun
    QTimer m_slice;       ///< until the next slice, or until pictures may be drawn again
};

} // namespace alignoscope::ui
