// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace alignoscope::ui {

/// Gives one widget all its room and keeps the window from being laid out anew whenever that widget's text changes,
/// which is 30 times a second while a model trains. Only where the widget no longer fits does the window hear of it.
class StillFrame : public QWidget {
    Q_OBJECT
public:
    /// Takes the content over, with its size policy.
    explicit StillFrame(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] bool isTooSmall() const;

    QWidget* m_content;
};

} // namespace alignoscope::ui
