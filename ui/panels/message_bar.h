// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace alignoscope::ui {

/// One calm line above the picture for what went wrong and what to do. Stays until it is closed or replaced.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Information, Problem };
    explicit MessageBar(QWidget* parent = nullptr);

    void say(const QString& message, Kind kind = Kind::Problem);
    void clear();
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace alignoscope::ui
