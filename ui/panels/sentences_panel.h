// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_model.h"

#include "alignoscope/attention_snapshot.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include <map>
#include <string>

class QLineEdit;
class QTableView;
class QToolButton;
class QStackedLayout;

namespace alignoscope::ui {

class Playback;
class Workbench;

/// The watched sentences: choose one to see its attention, add one, remove one.
class SentencesPanel : public QWidget {
    Q_OBJECT
public:
    SentencesPanel(Workbench& workbench, Playback& playback, QWidget* parent = nullptr);

    [[nodiscard]] const SentenceModel& model() const { return m_model; }

private:
    void build();
    void buildForm();
    void connectRun();
    void add();
    void removeChosen();
    void takeMeasures(const AttentionSnapshotPtr& snapshot);
    void takeSelection();
    void select(SentenceId sentence);
    void refresh();

    Workbench& m_workbench;
    Playback& m_playback;
    SentenceModel m_model;
    QSortFilterProxyModel m_sorted;
    std::map<SentenceId, AttentionSnapshotPtr> m_newest; ///< whose measures are not in the table yet
    QTimer m_measuresClock;
    QStackedLayout* m_stack;
    QTableView* m_table;
    QLineEdit* m_source;
    QLineEdit* m_target;
    QToolButton* m_add;
    QToolButton* m_remove;
    std::string m_awaited; ///< the sentence added last, to be chosen as soon as the trainer watches it
};

} // namespace alignoscope::ui
