// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_measures.h"

#include <QObject>

#include <vector>

class QMenu;
class QSettings;
class QTableView;

namespace alignoscope::ui {

/// Which columns of the sentence table are seen: one choice while it is narrow, another while it is wide, others for
/// texts with labels. All are kept in the settings, and chosen in a menu (also that of the header).
class SentenceColumns : public QObject {
    Q_OBJECT
public:
    SentenceColumns(QTableView& table, QSettings& settings, QObject* parent);

    void setTask(Task task);
    void setWidth(int width);              ///< of the table
    [[nodiscard]] int allMeasures() const; ///< pixels that all columns but the sentence take side by side
    [[nodiscard]] QMenu* menu() const { return m_menu; }

private:
    [[nodiscard]] bool isShown(int column) const;
    void show(int column, bool shown);
    void apply();
    [[nodiscard]] QString key() const;

    QTableView& m_table;
    QSettings& m_settings;
    QMenu* m_menu;
    Task m_task = Task::Translation;
    bool m_wide = false;
    std::vector<int> m_widths; ///< one a column, in pixels
};

} // namespace alignoscope::ui
