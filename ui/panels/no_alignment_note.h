// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <QWidget>

namespace alignoscope::ui {

/// What stands in the picture's place where a model has no attention, and the way to what can be shown instead.
class NoAlignmentNote : public QWidget {
    Q_OBJECT
public:
    explicit NoAlignmentNote(QWidget* parent = nullptr);

    /// That there is nothing to draw, in two lines.
    [[nodiscard]] static QString text();
    /// The picture, or null where it is one of a model without attention.
    [[nodiscard]] static AttentionSnapshotPtr drawable(const AttentionSnapshotPtr& picture);

signals:
    void explanationWished();
};

} // namespace alignoscope::ui
