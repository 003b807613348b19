// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/gold_actions.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/dialogs/gold_dialog.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/training_actions.h"

#include <QAction>
#include <QFileDialog>

namespace alignoscope::ui {

GoldActions::GoldActions(Workbench& workbench, SentencesPanel& sentences, QWidget* window)
    : QObject(window), load(new QAction(tr("Load &known alignments…"), this)), askForFile([](QWidget* parent) {
          return QFileDialog::getOpenFileName(
              parent, tr("Load known alignments"), QString(),
              tr("Alignments (*.wa *.gold *.talp *.align *.pharaoh *.txt);;All files (*)"));
      }),
      m_workbench(workbench), m_sentences(sentences), m_window(window), m_alignments(workbench)
{
    load->setObjectName("actionLoadGold");
    connect(load, &QAction::triggered, this, &GoldActions::choose);
    connect(&m_alignments, &KnownAlignments::taken, this, &GoldActions::takeGold);
    connect(&m_alignments, &KnownAlignments::forgotten, this, [this] { m_sentences.setGold({}); });
    connect(&m_alignments, &KnownAlignments::failed, this, [this](const QString& text) { emit message(text, true); });
    connect(&workbench, &Workbench::changed, this, &GoldActions::refresh);
    connect(&workbench.session(), &TrainingSession::validated, this,
            [this](const ValidationReport& report) { m_measuresItself = report.aer >= 0; });
    connect(&workbench.session(), &TrainingSession::checkpointSaved, this, [this] {
        if (m_alignments.any() && !m_measuresItself) // the pictures of a validation are in the folder now
            measureRun();
    });
    refresh();
}

void GoldActions::refresh()
{
    const bool texts = m_workbench.task() == Task::Classification;
    setPossible(load, texts ? tr("Texts with labels have no alignment.") : m_alignments.whyNotLoad(),
                tr("Compare attention with links between words that somebody made by hand"));
}

void GoldActions::choose()
{
    const QString path = askForFile(m_window);
    if (path.isEmpty())
        return;
    auto* dialog = new GoldDialog(m_workbench, m_alignments, toPath(path), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GoldActions::takeGold()
{
    m_sentences.setGold([this](const WatchedSentence& sentence) { return m_alignments.find(sentence); });
    measureRun();
    tellTaken();
    emit taken();
}

void GoldActions::tellTaken()
{
    int known = 0, all = 0;
    while (const WatchedSentence* sentence = m_sentences.model().sentenceAt(all)) {
        known += sentence->gold ? 1 : 0;
        ++all;
    }
    if (all == 0)
        emit message(tr("The alignments are loaded: training will measure how attention agrees with them."), false);
    else
        emit message(
            tr("The alignments are loaded: %1 of the %2 sentences in the table have known links.").arg(known).arg(all),
            false);
}

void GoldActions::measureRun()
{
    std::vector<KnownSentence> sentences;
    for (int row = 0; const WatchedSentence* sentence = m_sentences.model().sentenceAt(row); ++row)
        if (sentence->gold)
            sentences.push_back({sentence->id, *sentence->gold});
    if (!sentences.empty() && !m_workbench.folder().empty())
        m_workbench.reader().requestAlignment(sentences);
}

} // namespace alignoscope::ui
