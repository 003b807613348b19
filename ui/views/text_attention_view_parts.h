// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/text_attention_scene.h"
#include "ui/views/text_attention_view.h"

namespace alignoscope::ui {

struct TextAttentionView::Parts {
    TextAttentionScene scene;
    TokenFocus* focus = nullptr;
    std::size_t sentence = 0; ///< key of the text's words
    int hovered = -1, cursor = -1;
    bool stretched = true, paddingShown = false;
    double zoom = 1;
};

} // namespace alignoscope::ui
