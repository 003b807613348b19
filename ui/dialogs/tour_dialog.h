// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace alignoscope::ui {

/// The manual's page about the window, to be read beside it.
class TourDialog : public QDialog {
    Q_OBJECT
public:
    explicit TourDialog(QWidget* parent = nullptr);
};

} // namespace alignoscope::ui
