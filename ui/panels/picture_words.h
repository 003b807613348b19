// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/attention_snapshot.h"

#include <QString>

#include <optional>

namespace alignoscope::ui {

class Playback;
class SentencesPanel;
class Workbench;

// What every view says of the picture of the chosen sentence.

/// "After 1,200 steps · the given translation · loss 2.31", and whether that is looking back; of imported attention
/// only its size.
QString pictureCaption(const AttentionSnapshot& snapshot, bool live);
/// "After 1,200 steps · the model says positive · 93 % sure": of a classifier's picture.
QString textCaption(const AttentionSnapshot& snapshot, bool live);
/// Whether it comes from a file of attention: nothing is known of a model.
bool isImported(const AttentionSnapshot& snapshot);
/// What stands in the picture's place while there is none: what to do.
QString whyNoPicture(const Workbench& workbench, const Playback& playback);
/// The known alignment of the picture's tokens: only given translations have one.
std::optional<GoldAlignment> knownAlignment(const SentencesPanel& sentences, const AttentionSnapshotPtr& snapshot);

} // namespace alignoscope::ui
