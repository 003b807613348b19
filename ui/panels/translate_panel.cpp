// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/translate_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/figure/isolated_text.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/wording.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/sentence_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

TranslatePanel::TranslatePanel(Workbench& workbench, QWidget* parent) : ViewPanel(parent), m_workbench(workbench)
{
    build();
    connect(m_button, &QPushButton::clicked, this, &TranslatePanel::translate);
    connect(m_source, &QLineEdit::returnPressed, this, &TranslatePanel::translate);
    connect(m_source, &QLineEdit::textChanged, this, &TranslatePanel::refresh);
    connect(&m_job, &TranslationJob::translated, this, &TranslatePanel::show);
    connect(&m_job, &TranslationJob::failed, this, [this](const QString& message) {
        forget();
        m_message->setText(message.toHtmlEscaped());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TranslatePanel::showChosen);
    connect(&workbench, &Workbench::changed, this, &TranslatePanel::refresh);
    connect(&workbench, &Workbench::runCleared, this, [this] {
        m_job.cancel();
        forget();
    });
    forget();
}

std::optional<ExportContent> TranslatePanel::exportContent() const
{
    return m_heatmap->snapshot() ? std::optional(exportOf(m_heatmap->snapshot())) : std::nullopt;
}

void TranslatePanel::setColourMap(ColourMap map)
{
    m_heatmap->setColourMap(map);
}

void TranslatePanel::build()
{
    m_message = new QLabel(this);
    m_message->setObjectName("translateMessage");
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::RichText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(buildQuestion());
    layout->addWidget(buildAnswer(), 1);
}

QLayout* TranslatePanel::buildQuestion()
{
    m_source = new QLineEdit(this);
    m_source->setObjectName("translateSource");
    m_source->setPlaceholderText(tr("A sentence to translate"));
    m_source->setAccessibleName(m_source->placeholderText());
    m_source->setClearButtonEnabled(true);
    m_button = new QPushButton(tr("&Translate"), this);
    m_button->setObjectName("translateButton");
    const auto number = [this](const char* name, int least, int most, int value, const QString& tip) {
        auto* box = new QSpinBox(this);
        box->setObjectName(name);
        box->setRange(least, most);
        box->setValue(value);
        box->setToolTip(tip);
        box->setAccessibleName(tip);
        return box;
    };
    m_beam = number("translateBeam", 1, 50, 5,
                    tr("How many partial translations are kept at every word; 1 takes the likeliest word each time"));
    m_best = number("translateBest", 1, 50, 3, tr("How many translations to show, at most as many as are kept"));
    auto* beamLabel = new QLabel(tr("Search &width"), this);
    beamLabel->setBuddy(m_beam);
    beamLabel->setToolTip(m_beam->toolTip());
    auto* bestLabel = new QLabel(tr("&Alternatives"), this);
    bestLabel->setBuddy(m_best);
    bestLabel->setToolTip(m_best->toolTip());
    auto* question = new QHBoxLayout;
    question->addWidget(m_source, 1);
    question->addWidget(m_button);
    auto* row = new QHBoxLayout; // what the model read at the left, how it searches at the right
    row->addWidget(m_message, 1);
    row->addSpacing(12);
    row->addWidget(beamLabel);
    row->addWidget(m_beam);
    row->addWidget(bestLabel);
    row->addWidget(m_best);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(6);
    rows->addLayout(question);
    rows->addLayout(row);
    return rows;
}

QWidget* TranslatePanel::buildAnswer()
{
    m_table = new QTableView(this);
    m_table->setObjectName("hypothesisTable");
    m_table->setAccessibleName(tr("Translations"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SentenceDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(HypothesisModel::TextColumn, QHeaderView::Stretch);
    m_heatmap = new HeatmapView(this);
    m_heatmap->setObjectName("translateHeatmap");
    m_heatmap->setAccessibleName(tr("Attention of the chosen translation"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName("translateSplitter");
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_heatmap);
    m_note = new NoAlignmentNote(splitter);
    m_note->hide();
    connect(m_note, &NoAlignmentNote::explanationWished, this, &ViewPanel::explanationWished);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({96, 500, 500});
    return splitter;
}

void TranslatePanel::translate()
{
    const QString text = m_source->text().simplified();
    if (text.isEmpty() || !m_workbench.whyNotTranslate().isEmpty())
        return;
    TranslationOptions options;
    options.beam = m_beam->value();
    options.best = std::min(m_best->value(), options.beam);
    m_job.translate(m_workbench.translatorSource(), text, options);
    m_message->setText(tr("Translating…"));
}

QString TranslatePanel::echo(const Translation& translation) const
{
    QStringList words;
    bool unknown = false;
    for (std::size_t i = 0; i + 1 < translation.source.size(); ++i) { // without EOS
        const QString word = QString::fromStdString(translation.source[i]).toHtmlEscaped();
        const bool marked = i < translation.sourceUnknown.size() && translation.sourceUnknown[i];
        unknown = unknown || marked;
        words << (marked ? QString("<u style=\"color:#c46a00\">%1</u>").arg(word) : word);
    }
    QString text = tr("Read as: %1").arg(isolated(words.join(' ')));
    if (unknown)
        text += " &nbsp;<span style=\"color:#c46a00\">" + tr("(underlined: not known to the model)") + "</span>";
    return text + "<br>" + tr("by the model after %1 steps").arg(countText(m_step));
}

void TranslatePanel::show(const TranslationPtr& translation, qint64 step)
{
    m_translation = translation;
    m_step = step;
    m_model.setTranslation(translation);
    m_message->setText(echo(*translation));
    m_table->selectRow(0);
    showChosen();
}

void TranslatePanel::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!m_translation || rows.isEmpty())
        return;
    AttentionSnapshot snapshot = attentionOf(*m_translation, static_cast<std::size_t>(rows.front().row()));
    snapshot.step = m_step;
    setPicture(std::make_shared<const AttentionSnapshot>(std::move(snapshot)));
    emit contentChanged();
}

void TranslatePanel::setPicture(const AttentionSnapshotPtr& picture)
{
    m_heatmap->setSnapshot(NoAlignmentNote::drawable(picture));
    m_note->setVisible(picture && !NoAlignmentNote::drawable(picture));
    m_heatmap->setHidden(m_note->isVisibleTo(this));
}

void TranslatePanel::forget()
{
    m_translation.reset();
    m_model.setTranslation(nullptr);
    m_message->clear();
    setPicture(nullptr);
    emit contentChanged();
    refresh();
}

void TranslatePanel::refresh()
{
    const QString why = m_workbench.whyNotTranslate();
    m_source->setEnabled(why.isEmpty());
    m_button->setEnabled(why.isEmpty() && !m_source->text().trimmed().isEmpty());
    m_button->setToolTip(why.isEmpty() ? tr("Translate the sentence with the model as it is now") : why);
    m_heatmap->setEmptyText(why.isEmpty() ? tr("Type a sentence above: here you see which of its words\n"
                                               "the model looks at for each word of the translation.")
                                          : why);
}

} // namespace alignoscope::ui
