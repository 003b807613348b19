// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/attention_job.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace alignoscope::ui {

class Workbench;

/// A quiet line above the picture while attention of another program is open: what it is, how many sentences could not
/// be read, a way to all that was assumed, and to the text of a side that has no words.
class ImportNote : public QWidget {
    Q_OBJECT
public:
    ImportNote(Workbench& workbench, QWidget* parent = nullptr);

    /// What was assumed and what was left out, a line each.
    [[nodiscard]] static QString details(const OpenedAttention& attention);

signals:
    void textWished(bool source); ///< the words of a side are to be chosen

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void showDetails();

    Workbench& m_workbench;
    QLabel* m_text;
    QToolButton* m_details;
    QToolButton* m_sourceText;
    QToolButton* m_targetText;
};

} // namespace alignoscope::ui
