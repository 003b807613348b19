// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace alignoscope::ui {

/// One message above the content, said calmly: what is wrong and what to do. Hidden until there is something to say.
/// Object names: datasetMessage (the text), datasetMessageClose.
class DatasetMessageBar : public QFrame {
    Q_OBJECT

public:
    explicit DatasetMessageBar(QWidget* parent = nullptr);

    void say(const QString& message);
    void clear();
    [[nodiscard]] QString message() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void updateIcon();

    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace alignoscope::ui
