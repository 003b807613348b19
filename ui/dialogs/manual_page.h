// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace alignoscope::ui {

/// A page of the manual. Its pictures fill the width, and are the dark ones where the window is dark: a page names
/// NAME-light.png, and NAME-dark.png stands beside it.
class ManualPage : public QTextBrowser {
    Q_OBJECT
public:
    explicit ManualPage(QWidget* parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int pictureWidth() const;
    void renewPictures();

    int m_width = 0; ///< of the pictures as they are shown
};

} // namespace alignoscope::ui
