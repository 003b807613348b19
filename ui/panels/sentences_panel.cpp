// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentences_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/icons.h"

#include "alignoscope/attention_shape.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
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

// Imported attention may come without the mark at the end.
static int wordsOf(const AttentionSnapshot& snapshot)
{
    const bool hasEnd = !snapshot.sourceTokens.empty() && isEndToken(snapshot.sourceTokens.back());
    return snapshot.sources() - (hasEnd ? 1 : 0);
}

SentencesPanel::SentencesPanel(Workbench& workbench, Playback& playback, QWidget* parent) :
    QWidget(parent),
    m_workbench(workbench),
    m_playback(playback)
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SentenceModel::SortRole);
    build();
    connectRun();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SentencesPanel::takeSelection);
    connect(m_source, &QLineEdit::returnPressed, this, &SentencesPanel::add);
    connect(m_target, &QLineEdit::returnPressed, this, &SentencesPanel::add);
    connect(m_source, &QLineEdit::textChanged, this, &SentencesPanel::refresh);
    connect(m_add, &QToolButton::clicked, this, &SentencesPanel::add);
    connect(m_remove, &QToolButton::clicked, this, &SentencesPanel::removeChosen);
    refresh();
}

void SentencesPanel::build()
{
    m_table = new QTableView(this);
    m_table->setObjectName("sentenceTable");
    m_table->setAccessibleName(tr("Watched sentences"));
    m_table->setModel(&m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SentenceModel::SentenceColumn, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);

    auto* empty = new QLabel(tr("When training starts, some sentences of the dataset appear here. "
                                "Add your own below."), this);
    empty->setObjectName("sentencesEmpty");
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignCenter);
    empty->setMargin(16);
    empty->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    auto* frame = new QWidget(this);
    m_stack = new QStackedLayout(frame);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
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
        select(m_playback.chosen());
        refresh();
    });
    connect(&session, &TrainingSession::sentenceUnwatched, this, [this](SentenceId sentence) {
        m_newest.erase(sentence);
        m_model.remove(sentence);
        refresh();
    });
    connect(&m_playback, &Playback::newestArrived, this, &SentencesPanel::takeMeasures);
    m_measuresClock.setSingleShot(true);
    m_measuresClock.setInterval(200); // milliseconds: nobody reads numbers at the rate of pictures
    connect(&m_measuresClock, &QTimer::timeout, this, [this] {
        for (const auto& [sentence, snapshot] : std::exchange(m_newest, {}))
            m_model.setMeasures(sentence, wordsOf(*snapshot), snapshot->loss);
    });
    connect(&m_playback, &Playback::sentenceChanged, this, &SentencesPanel::select);
    connect(&m_workbench, &Workbench::runCleared, this, [this] {
        m_newest.clear();
        m_model.clear();
        refresh();
    });
    connect(&m_workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) {
        for (const WatchedSentence& sentence : run->watched)
            m_model.add(sentence);
        select(m_playback.chosen());
        refresh();
    });
    connect(&m_workbench, &Workbench::attentionOpened, this, [this](const OpenedAttentionPtr& attention) {
        m_model.addAll(attention->sentences);
        select(m_playback.chosen());
        refresh();
    });
    connect(&m_workbench, &Workbench::pendingChanged, this, [this] {
        m_model.setPending(m_workbench.pending());
        select(m_playback.chosen());
        refresh();
    });
    connect(&m_workbench, &Workbench::changed, this, &SentencesPanel::refresh);
}

void SentencesPanel::takeMeasures(const AttentionSnapshotPtr& snapshot)
{
    m_newest[snapshot->sentence] = snapshot;
    if (!m_measuresClock.isActive())
        m_measuresClock.start();
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
    const QModelIndex chosen = m_table->currentIndex();
    if (!chosen.isValid())
        return;
    const int pending = chosen.data(SentenceModel::PendingRole).toInt();
    if (pending >= 0)
        m_workbench.dropPending(pending);
    else
        m_workbench.unwatch(SentenceId{chosen.data(SentenceModel::IdRole).toInt()});
}

void SentencesPanel::takeSelection()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        const int id = rows.front().data(SentenceModel::IdRole).toInt();
        if (id >= 0)
            m_playback.choose(SentenceId{id});
    }
    refresh();
}

void SentencesPanel::select(SentenceId sentence)
{
    const QModelIndex row = m_sorted.mapFromSource(m_model.indexOf(sentence));
    if (row.isValid() && !m_table->selectionModel()->isRowSelected(row.row()))
        m_table->selectRow(row.row());
}

void SentencesPanel::refresh()
{
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    const QString whyNotWatch = m_workbench.whyNotWatch();
    for (QLineEdit* edit : {m_source, m_target}) {
        edit->setEnabled(whyNotWatch.isEmpty());
        edit->setToolTip(whyNotWatch.isEmpty() ? edit->accessibleName() : whyNotWatch);
    }
    m_add->setEnabled(whyNotWatch.isEmpty() && !m_source->text().trimmed().isEmpty());
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool pending = !rows.isEmpty() && rows.front().data(SentenceModel::PendingRole).toInt() >= 0;
    m_remove->setEnabled(!rows.isEmpty() && (pending || m_workbench.session().active()));
}

} // namespace alignoscope::ui
