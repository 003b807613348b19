// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace alignoscope::ui {

/// The whole manual, to be read beside the window; it opens on one page and follows the links between them.
class ManualDialog : public QDialog {
    Q_OBJECT
public:
    /// `page`: name of a file of resources/manual without its ending.
    explicit ManualDialog(const QString& page, QWidget* parent = nullptr);
};

} // namespace alignoscope::ui
