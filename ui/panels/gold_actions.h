// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/known_alignments.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace alignoscope::ui {

class SentencesPanel;
class Workbench;

/// File ▸ Load known alignments, and what follows from it: the sentences' links, and how the run agreed with them.
class GoldActions : public QObject {
    Q_OBJECT
public:
    GoldActions(Workbench& workbench, SentencesPanel& sentences, QWidget* window);

    QAction* load;
    /// Asks for a file; replaced by tests.
    std::function<QString(QWidget* parent)> askForFile;

signals:
    void taken(); ///< alignments were loaded
    void message(const QString& text, bool bad);

private:
    void choose();
    void refresh();
    void takeGold();
    void measureRun();
    void tellTaken();

    Workbench& m_workbench;
    SentencesPanel& m_sentences;
    QWidget* m_window;
    KnownAlignments m_alignments;
    bool m_measuresItself = false; ///< training knows the links, too
};

} // namespace alignoscope::ui
