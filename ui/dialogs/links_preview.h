// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"

#include <QStringList>
#include <QWidget>

namespace alignoscope::ui {

/// A sentence above its translation, with a line for every link.
class LinksPreview : public QWidget {
    Q_OBJECT
public:
    explicit LinksPreview(QWidget* parent = nullptr);

    void show(const std::vector<std::string>& source, const std::vector<std::string>& target,
              const GoldAlignment& links);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Where each word stands, in a row that begins at the left.
    [[nodiscard]] std::vector<QRectF> places(const QStringList& words, double top) const;

    QStringList m_source, m_target;
    GoldAlignment m_links;
};

} // namespace alignoscope::ui
