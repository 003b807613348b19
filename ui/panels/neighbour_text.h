// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/state_map_scene.h"

#include <QString>

#include <vector>

namespace alignoscope::ui {

/// The nearest neighbours of a token as rich text: similarity and sentence, the word itself stressed.
QString neighbourTable(const StateMapScene& scene, bool own, int token, const std::vector<Neighbour>& neighbours);
/// What to do to see them.
QString neighbourHint();

} // namespace alignoscope::ui
