// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_model.h"

#include "alignoscope/attention_snapshot.h"

#include <QTimer>
#include <QWidget>

#include <map>
#include <string>

class QLabel;
class QLineEdit;
class QSettings;
class QStackedLayout;
class QToolButton;

namespace alignoscope::ui {

class Playback;
class SentenceTablePanel;
class Workbench;
struct OpenedRun;

/// The watched sentences: choose one to see its attention, add one, remove one.
class SentencesPanel : public QWidget {
    Q_OBJECT
public:
    SentencesPanel(Workbench& workbench, Playback& playback, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] const SentenceModel& model() const { return m_model; }
    [[nodiscard]] SentenceTablePanel* table() const { return m_table; }
    /// Which links are known besides those a run brought; see SentenceModel.
    void setGold(SentenceModel::GoldFinder find);

signals:
    void goldChanged(); ///< some sentence's known links are others now

private:
    void build();
    void buildForm();
    void connectRun();
    void takeRun(const OpenedRun& run);
    void add();
    void removeChosen();
    void takePictures();
    void takeTask();
    void refresh();

    Workbench& m_workbench;
    Playback& m_playback;
    SentenceModel m_model;
    std::map<SentenceId, AttentionSnapshotPtr> m_newest; ///< whose measures are not in the table yet
    QTimer m_measuresClock;
    QStackedLayout* m_stack;
    QLabel* m_empty;
    SentenceTablePanel* m_table;
    QLineEdit* m_source;
    QLineEdit* m_target;
    QToolButton* m_add;
    QToolButton* m_remove;
    std::string m_awaited; ///< the sentence added last, to be chosen as soon as the trainer watches it
};

} // namespace alignoscope::ui
