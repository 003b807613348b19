// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_findings.h"

#include "ui/bridge/token_focus.h"
#include "ui/panels/explanation_wording.h"
#include "ui/panels/responsive_row.h"
#include "ui/views/scatter_view.h"
#include "ui/views/sentence_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

static QLabel* richLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

ExplanationFindings::ExplanationFindings(TokenFocus& focus, QWidget* parent) : QWidget(parent), m_focus(focus)
{
    m_verdict = richLabel("explanationVerdict", this);
    m_text = richLabel("explanationFindings", this);
    m_plot = new ScatterView(this);
    m_plot->setObjectName("explanationPlot");
    m_plot->setAccessibleName(tr("What shuffled weights change"));
    m_plot->setToolTip(tr("A point a target word: the largest weight of its row of attention, and how much the "
                          "prediction changes when that row is shuffled (the median of 100 shuffles)"));
    m_plot->setMinimumHeight(250);
    buildTable();
    auto* row = new ResponsiveRow(360, this);
    row->addWidget(m_text, 3);
    row->addWidget(m_plot, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_verdict);
    layout->addWidget(row);
    layout->addWidget(m_table);
    connectFocus();
}

void ExplanationFindings::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName("explanationWords");
    m_table->setAccessibleName(tr("Every target word"));
    m_table->setModel(&m_words);
    m_table->setItemDelegate(new SentenceDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the first columns give way
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ExplainedWordsModel::LooksAtColumn, QHeaderView::Stretch);
}

void ExplanationFindings::connectFocus()
{
    connect(m_plot, &ScatterView::pointed, this, [this](int point) { light(point, m_plot); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_filling)
                    light(current.row(), m_table);
            });
    connect(&m_focus, &TokenFocus::changed, this,
            [this](const TokenFocus::Place& place) { m_plot->setLit(place.targetIn(m_sentence)); });
}

void ExplanationFindings::light(int target, const QObject* by)
{
    if (target < 0)
        m_focus.clear(by);
    else
        m_focus.set({-1, target, 0, m_sentence}, by);
}

void ExplanationFindings::setExplanation(const ExplanationPtr& explanation)
{
    const ExplanationSummary summary = summarize({explanation.get(), 1});
    m_sentence = sentenceKey(explanation->target);
    m_verdict->setText(verdictHtml(summary, false));
    m_text->setText(findingsHtml(summary, false));
    m_plot->setPlot(permutationPlot(*explanation));
    m_plot->setVisible(summary.attends); // both tell of attention alone
    m_table->setVisible(summary.attends);
    const int row = m_table->currentIndex().row();
    m_filling = true; // the row that was chosen stays so; nobody chose it anew
    m_words.setExplanation(explanation);
    if (row >= 0 && row < m_words.rowCount())
        m_table->selectRow(row);
    m_filling = false;
    fitTable();
    m_plot->setLit(m_focus.place().targetIn(m_sentence));
}

// The page scrolls; the table does so only where a sentence is very long.
void ExplanationFindings::fitTable()
{
    const int rows = std::min(m_words.rowCount(), 16);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
}

} // namespace alignoscope::ui
