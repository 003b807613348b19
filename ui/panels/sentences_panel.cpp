// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentences_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/icons.h"
#include "ui/panels/sentence_table_panel.h"

#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace alignoscope::ui {

static QLineEdit* lineEdit(const char* name, const QString& hint, const QString& tip, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setPlaceholderText(hint);
    edit->setAccessibleName(tip);
    edit->setToolTip(tip);
    edit->setClearButtonEnabled(true);
    return edit;
}

static QToolButton* toolButton(const char* name, const char* icon, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(themedIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

SentencesPanel::SentencesPanel(Workbench& workbench, Playback& playback, QSettings& settings, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_playback(playback), m_table(new SentenceTablePanel(m_model, settings))
{
    build();
    connectRun();
    connect(m_table, &SentenceTablePanel::sentenceChosen, &m_playback, &Playback::choose);
    connect(m_table, &SentenceTablePanel::rowSelected, this, &SentencesPanel::refresh);
    connect(m_source, &QLineEdit::returnPressed, this, &SentencesPanel::add);
    connect(m_target, &QLineEdit::returnPressed, this, &SentencesPanel::add);
    connect(m_source, &QLineEdit::textChanged, this, &SentencesPanel::refresh);
    connect(m_add, &QToolButton::clicked, this, &SentencesPanel::add);
    connect(m_remove, &QToolButton::clicked, this, &SentencesPanel::removeChosen);
    refresh();
}

void SentencesPanel::setGold(SentenceModel::GoldFinder find)
{
    m_model.setGold(std::move(find));
    emit goldChanged();
}

void SentencesPanel::build()
{
    m_empty = new QLabel(tr("When training starts, some sentences of the dataset appear here. "
                            "Add your own below."),
                         this);
    m_empty->setObjectName("sentencesEmpty");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    auto* frame = new QWidget(this);
    m_stack = new QStackedLayout(frame);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    layout->addWidget(frame, 1);
    buildForm();
}

void SentencesPanel::buildForm()
{
    m_source = lineEdit("watchSource", tr("Watch a sentence…"), tr("A sentence to watch while the model learns"), this);
    m_target = lineEdit("watchTarget", tr("Its translation (optional)"),
                        tr("The translation the attention is shown for; empty: the model's own"), this);
    m_add = toolButton("watchAdd", "add", tr("Watch this sentence"), this);
    m_remove = toolButton("watchRemove", "remove", tr("Stop watching the chosen sentence"), this);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    grid->addWidget(m_source, 0, 0);
    grid->addWidget(m_add, 0, 1);
    grid->addWidget(m_target, 1, 0);
    grid->addWidget(m_remove, 1, 1);
    layout()->addItem(grid);
}

void SentencesPanel::connectRun()
{
    TrainingSession& session = m_workbench.session();
    connect(&session, &TrainingSession::sentenceWatched, this, [this](const WatchedSentence& sentence) {
        m_model.add(sentence);
        if (!m_awaited.empty() && sentence.source == m_awaited) {
            m_awaited.clear();
            m_playback.choose(sentence.id);
        }
        m_table->select(m_playback.chosen());
        refresh();
    });
    connect(&session, &TrainingSession::sentenceUnwatched, this, [this](SentenceId sentence) {
        m_newest.erase(sentence);
        m_model.remove(sentence);
        refresh();
    });
    connect(&session, &TrainingSession::sentencesScored, this,
            [this](const SentencesScored& scored) { m_model.takeScores(scored); });
    connect(&session, &TrainingSession::textsClassified, this,
            [this](const TextsClassified& scored) { m_model.takeScores(scored); });
    connect(&m_playback, &Playback::newestArrived, this, [this](const AttentionSnapshotPtr& snapshot) {
        m_newest[snapshot->sentence] = snapshot;
        if (!m_measuresClock.isActive())
            m_measuresClock.start(200); // milliseconds: nobody reads numbers at the rate of pictures
    });
    m_measuresClock.setSingleShot(true);
    connect(&m_measuresClock, &QTimer::timeout, this, &SentencesPanel::takePictures);
    connect(&m_playback, &Playback::sentenceChanged, m_table, &SentenceTablePanel::select);
    connect(&m_workbench, &Workbench::runCleared, this, [this] {
        m_newest.clear();
        m_model.clear();
        refresh();
    });
    connect(&m_workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) { takeRun(*run); });
    connect(&m_workbench, &Workbench::attentionOpened, this, [this](const OpenedAttentionPtr& attention) {
        m_model.addAll(attention->sentences);
        m_table->select(m_playback.chosen());
        refresh();
    });
    connect(&m_workbench, &Workbench::pendingChanged, this, [this] {
        m_model.setPending(m_workbench.pending());
        m_table->select(m_playback.chosen());
        refresh();
    });
    connect(&m_workbench, &Workbench::changed, this, &SentencesPanel::refresh);
}

void SentencesPanel::takeRun(const OpenedRun& run)
{
    takeTask();
    m_model.addAll(run.watched);
    for (const TrainingEvent& event : run.events) {
        if (const auto* scored = std::get_if<SentencesScored>(&event.what))
            m_model.takeScores(*scored);
        else if (const auto* classified = std::get_if<TextsClassified>(&event.what))
            m_model.takeScores(*classified);
    }
    m_table->select(m_playback.chosen());
    refresh();
}

/// At a validation, or from a file, all sentences come at once: as many as a part of a frame is enough for, then the
/// next.
void SentencesPanel::takePictures()
{
    constexpr int atOnce = 24;
    constexpr qint64 longest = 5; // milliseconds
    QElapsedTimer time;
    time.start();
    while (!m_newest.empty() && !time.hasExpired(longest)) {
        std::vector<AttentionSnapshotPtr> pictures;
        for (auto next = m_newest.begin(); next != m_newest.end() && static_cast<int>(pictures.size()) < atOnce;
             next = m_newest.erase(next))
            pictures.push_back(next->second);
        m_model.takePictures(pictures);
    }
    if (!m_newest.empty())
        m_measuresClock.start(20);
}

void SentencesPanel::add()
{
    const QString source = m_source->text().simplified();
    if (source.isEmpty())
        return;
    m_awaited = source.toStdString();
    m_workbench.watch(source, m_target->text().simplified());
    m_source->clear();
    m_target->clear();
    m_source->setFocus();
}

void SentencesPanel::removeChosen()
{
    const QModelIndex chosen = m_table->chosenRow();
    if (!chosen.isValid())
        return;
    const int pending = chosen.data(SentenceModel::PendingRole).toInt();
    if (pending >= 0)
        m_workbench.dropPending(pending);
    else
        m_workbench.unwatch(SentenceId{chosen.data(SentenceModel::IdRole).toInt()});
}

/// Sentences and their translations, or texts and their labels.
void SentencesPanel::takeTask()
{
    if (m_model.task() == m_workbench.task())
        return;
    const bool texts = m_workbench.task() == Task::Classification;
    m_table->setTask(m_workbench.task());
    m_empty->setText(texts ? tr("When training starts, some texts of the dataset appear here. Add your own below.")
                           : tr("When training starts, some sentences of the dataset appear here. "
                                "Add your own below."));
    m_source->setPlaceholderText(texts ? tr("Watch a text…") : tr("Watch a sentence…"));
    m_source->setAccessibleName(texts ? tr("A text to watch while the model learns")
                                      : tr("A sentence to watch while the model learns"));
    m_target->setPlaceholderText(texts ? tr("Its label (optional)") : tr("Its translation (optional)"));
    m_target->setAccessibleName(texts ? tr("The label it should get; empty: nobody knows")
                                      : tr("The translation the attention is shown for; empty: the model's own"));
    m_add->setToolTip(texts ? tr("Watch this text") : tr("Watch this sentence"));
    m_remove->setToolTip(texts ? tr("Stop watching the chosen text") : tr("Stop watching the chosen sentence"));
    for (QToolButton* button : {m_add, m_remove})
        button->setAccessibleName(button->toolTip());
    if (auto* dock = qobject_cast<QDockWidget*>(parentWidget()))
        dock->setWindowTitle(texts ? tr("Texts") : tr("Sentences"));
}

void SentencesPanel::refresh()
{
    takeTask();
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    const QString whyNotWatch = m_workbench.whyNotWatch();
    for (QLineEdit* edit : {m_source, m_target}) {
        edit->setEnabled(whyNotWatch.isEmpty());
        edit->setToolTip(whyNotWatch.isEmpty() ? edit->accessibleName() : whyNotWatch);
    }
    m_add->setEnabled(whyNotWatch.isEmpty() && !m_source->text().trimmed().isEmpty());
    const QModelIndex row = m_table->chosenRow();
    const bool pending = row.isValid() && row.data(SentenceModel::PendingRole).toInt() >= 0;
    m_remove->setEnabled(row.isValid() && (pending || m_workbench.session().active()));
}

} // namespace alignoscope::ui
