// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/comparison_side.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace alignoscope::ui {

class SentenceModel;
class StepChooser;
class Workbench;

/// The controls above one side of a comparison: what it shows, and which step, run, sentence or file of that.
class CompareSideControls : public QWidget {
    Q_OBJECT
public:
    /// `letter` is "A" or "B"; the parts are called "compareAKind", "compareAStep", "compareARun", …
    CompareSideControls(const QString& letter, ComparisonSide& side, Workbench& workbench,
                        const SentenceModel& sentences, QWidget* parent = nullptr);

    /// Asks for a run folder or for a file; an empty answer is a refusal. Tests put their own answers here.
    using Ask = std::function<QString(QWidget* parent, const QString& title, const QString& start)>;
    void setAskForRun(Ask ask) { m_askForRun = std::move(ask); }
    void setAskForFile(Ask ask) { m_askForFile = std::move(ask); }

private:
    void build(const QString& letter);
    QWidget* buildRunPage(const QString& prefix);
    QWidget* buildFilePage(const QString& prefix);
    void connectParts();
    void change(const std::function<void(SideChoice&)>& edit);
    void chooseRun(int item);
    void chooseFile();
    void fillRuns();
    void fillSentences();
    void fillFileSentences();
    void refresh();

    ComparisonSide& m_side;
    Workbench& m_workbench;
    const SentenceModel& m_sentences;
    Ask m_askForRun, m_askForFile;
    QComboBox* m_kind;
    QStackedWidget* m_pages;
    StepChooser* m_step;
    StepChooser* m_runStep;
    QComboBox* m_run;
    QComboBox* m_sentence;
    QPushButton* m_file;
    QComboBox* m_fileSentence;
};

} // namespace alignoscope::ui
