// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_measures.h"

#include <QObject>

class QMenu;
class QSettings;
class QTableView;

namespace alignoscope::ui {

/// Which columns of the sentence table are seen: one choice while it is narrow, another while it is wide. Both are
/// kept in the settings, and chosen in a menu (also that of the header).
class SentenceColumns : public QObject {
    Q_OBJECT
public:
    SentenceColumns(QTableView& table, QSettings& settings, QObject* parent);

    void setWidth(int width);                                       ///< of the table
    [[nodiscard]] int allMeasures() const { return m_allMeasures; } ///< pixels they take side by side
    [[nodiscard]] QMenu* menu() const { return m_menu; }

private:
    [[nodiscard]] bool isShown(SentenceMeasure measure) const;
    void show(SentenceMeasure measure, bool shown);
    void apply();
    [[nodiscard]] QString key() const;

    QTableView& m_table;
    QSettings& m_settings;
    QMenu* m_menu;
    bool m_wide = false;
    int m_allMeasures = 0; ///< pixels all measures take side by side
};

} // namespace alignoscope::ui
