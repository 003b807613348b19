// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"

#include <QPointer>

namespace alignoscope::ui {

class LinksCanvas;

/// What a LinksView is made of; for its own sources alone.
struct LinksView::Parts {
    LinksScene scene;
    LinksCanvas* canvas = nullptr;
    AttentionSnapshotPtr given; ///< as the model gave it
    AttentionShape shape;
    TokenMap sources, targets; ///< from the model's tokens to those shown
    std::optional<GoldAlignment> gold;
    QString emptyText;
    WordOrder wordOrder = WordOrder::AsWritten;

    LinksWindow window;
    std::optional<double> dragFrom; ///< x of the press, or of where the drag has come to
    bool dragging = false;

    LinkPlace hovered, cursor, linked; ///< by the pointer, by the keyboard, by another view
    QPointer<TokenFocus> focus;
    std::size_t sourceSentence = 0, targetSentence = 0; ///< keys of the model's tokens
};

} // namespace alignoscope::ui
