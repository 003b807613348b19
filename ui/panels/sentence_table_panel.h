// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_filter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QTableView;
class QToolButton;

namespace alignoscope::ui {

class BrushStrip;
class SentenceColumns;
class SentenceModel;

/// The table of sentences with what narrows it down: a line for text, histograms to brush, and how many are left.
/// Rows keep their places while numbers change, but for once a second.
class SentenceTablePanel : public QWidget {
    Q_OBJECT
public:
    SentenceTablePanel(SentenceModel& model, QSettings& settings, QWidget* parent = nullptr);

    /// Sentences to translate, or texts with labels: other columns, other words.
    void setTask(Task task);
    /// The sentence that is chosen, whether or not the filters let it be seen.
    void select(SentenceId sentence);
    [[nodiscard]] QModelIndex chosenRow() const; ///< of the table's model; invalid where none is selected

    QAction* find;       ///< goes to the line for text
    QAction* histograms; ///< shows them
    QAction* wide;       ///< makes the dock as wide as all columns need
    QAction* save;       ///< the rows as CSV
    QAction* saveFigure; ///< the histograms as a figure
    QAction* clear;      ///< ends all filtering
    /// Where to save; replaced by tests.
    std::function<QString(QWidget* parent, const QString& suggestion)> askForFile;

signals:
    void sentenceChosen(alignoscope::SentenceId sentence); ///< by the user
    void rowSelected();
    void failed(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildActions();
    void buildTable();
    void buildVerdict();
    void buildLayout();
    void connectFilter();
    QToolButton* button(QAction* action, const char* name);
    void takeSelection();
    void restoreSelection();
    void refreshSoon();
    void refresh();
    void tellCount();
    void goToFilter();
    [[nodiscard]] int columnWidth(const QString& title) const;
    [[nodiscard]] int wideWidth() const;
    void setWide(bool wanted);
    void saveTable();
    void exportHistograms();

    SentenceModel& m_model;
    QSettings& m_settings;
    SentenceFilter m_filter;
    QTimer m_clock;
    QLineEdit* m_text;
    QComboBox* m_verdict; ///< right or wrong; of texts
    QLabel* m_count;
    QToolButton* m_clear;
    BrushStrip* m_strip;
    QTableView* m_table;
    SentenceColumns* m_columns;
    SentenceId m_chosen{-1};
    bool m_filtering = false;
    int m_narrowWidth = 300; ///< of the dock, before it was made wide
};

} // namespace alignoscope::ui
