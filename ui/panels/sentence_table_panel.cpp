// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_table_panel.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/icons.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/brush_strip.h"
#include "ui/panels/dock_width.h"
#include "ui/panels/sentence_columns.h"
#include "ui/panels/sentence_table_csv.h"
#include "ui/panels/sentence_table_export.h"
#include "ui/panels/sentence_table_words.h"
#include "ui/views/sentence_delegate.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace alignoscope::ui {

static constexpr auto histogramsKey = "sentenceHistograms";

SentenceTablePanel::SentenceTablePanel(SentenceModel& model, QSettings& settings, QWidget* parent)
    : QWidget(parent), askForFile([](QWidget* window, const QString& suggestion) {
          return QFileDialog::getSaveFileName(window, tr("Save the sentences"), suggestion, tr("CSV (*.csv)"));
      }),
      m_model(model), m_settings(settings), m_filter(model)
{
    setObjectName("sentenceTablePanel");
    buildActions();
    buildTable();
    buildLayout();
    connectFilter();
    m_strip->setVisible(histograms->isChecked());
    setTask(model.task());
}

void SentenceTablePanel::setTask(Task task)
{
    m_model.setTask(task);
    const SentenceTableWords words = tableWords(task);
    m_table->setAccessibleName(words.name);
    m_text->setPlaceholderText(words.find);
    m_text->setToolTip(words.findTip);
    find->setText(words.findAction);
    histograms->setText(words.histograms);
    wide->setText(words.wide);
    save->setText(words.save);
    for (QAction* action : {save, saveFigure}) {
        action->setToolTip(action == save ? words.saveTip : words.saveFigureTip);
        action->setStatusTip(action->toolTip());
    }
    clear->setText(words.clear);
    m_verdict->setVisible(task == Task::Classification);
    m_columns->setTask(task);
    m_columns->setWidth(width());
    if (task != Task::Classification)
        m_verdict->setCurrentIndex(0);
    tellCount();
}

void SentenceTablePanel::buildActions()
{
    const auto action = [this](const char* name, const QString& text, const QString& tip, const QKeySequence& keys) {
        auto* made = new QAction(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setStatusTip(tip);
        made->setShortcut(keys);
        return made;
    };
    find = action("actionFindSentence", tr("&Find a sentence"), tr("Show only sentences with a certain text"),
                  QKeySequence::Find);
    histograms = action("actionHistograms", tr("&Histograms of the sentences"),
                        tr("Show how the numbers are spread, and choose sentences by them"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    histograms->setIcon(themedIcon("histogram"));
    histograms->setCheckable(true);
    histograms->setChecked(m_settings.value(histogramsKey, false).toBool());
    wide = action("actionWideTable", tr("&Wide table of sentences"), tr("Give the table room for all its columns"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    wide->setCheckable(true);
    save = action("actionSaveTable", tr("&Save the sentences as CSV…"),
                  tr("Save the sentences that are shown, with all their numbers"), {});
    saveFigure = action("actionSaveHistograms", tr("Export the hist&ograms…"),
                        tr("Save how the numbers are spread as PDF, SVG or PNG"), {});
    clear = action("actionClearFilters", tr("Show &all sentences"), tr("Forget the text and every chosen range"), {});
    connect(find, &QAction::triggered, this, &SentenceTablePanel::goToFilter);
    connect(histograms, &QAction::toggled, this, [this](bool shown) {
        m_settings.setValue(histogramsKey, shown);
        m_strip->setVisible(shown);
    });
    connect(wide, &QAction::toggled, this, &SentenceTablePanel::setWide);
    connect(save, &QAction::triggered, this, &SentenceTablePanel::saveTable);
    connect(saveFigure, &QAction::triggered, this, &SentenceTablePanel::exportHistograms);
    connect(clear, &QAction::triggered, this, [this] {
        m_text->clear();
        m_verdict->setCurrentIndex(0);
        m_filter.clear();
    });
}

void SentenceTablePanel::buildVerdict()
{
    m_verdict = new QComboBox(this);
    m_verdict->setObjectName("sentenceVerdict");
    m_verdict->setAccessibleName(tr("Right and wrong"));
    m_verdict->setToolTip(tr("Shows only the texts whose label the model found, or only those it took for another"));
    m_verdict->addItem(tr("all"), static_cast<int>(Verdict::All));
    m_verdict->addItem(tr("right"), static_cast<int>(Verdict::Right));
    m_verdict->addItem(tr("✗ wrong"), static_cast<int>(Verdict::Wrong));
    connect(m_verdict, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setVerdict(static_cast<Verdict>(m_verdict->currentData().toInt())); });
}

void SentenceTablePanel::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName("sentenceTable");
    m_table->setAccessibleName(tr("Watched sentences"));
    m_table->setModel(&m_filter);
    m_table->setItemDelegate(new SentenceDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(SentenceModel::SentenceColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(30);
    for (int column = 1; column < SentenceModel::ColumnCount; ++column) {
        // as wide as its title and its numbers will ever be: nothing is measured again while numbers change
        const int wanted = columnWidth(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const int label = fontMetrics().horizontalAdvance(QStringLiteral("✗ negative")) + 16;
        header->resizeSection(column, column >= SentenceModel::LabelColumn ? std::max(wanted, label) : wanted);
    }
    m_table->setSortingEnabled(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_columns = new SentenceColumns(*m_table, m_settings, this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SentenceTablePanel::takeSelection);
}

int SentenceTablePanel::columnWidth(const QString& title) const
{
    return std::max(fontMetrics().horizontalAdvance(title) + 22, fontMetrics().horizontalAdvance("−00.00") + 14);
}

QToolButton* SentenceTablePanel::button(QAction* action, const char* name)
{
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setDefaultAction(action);
    made->setAccessibleName(action->toolTip());
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void SentenceTablePanel::buildLayout()
{
    m_text = new QLineEdit(this);
    m_text->setObjectName("sentenceFilter");
    m_text->setPlaceholderText(tr("Find in the sentences…"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setToolTip(tr("Shows the sentences that hold this text: in the source, in the translation, or in the "
                          "model’s own translation"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    buildVerdict();
    auto* more = new QToolButton(this);
    more->setObjectName("sentenceMore");
    more->setIcon(themedIcon("more"));
    more->setToolTip(tr("Columns, width, saving"));
    more->setAccessibleName(more->toolTip());
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setStyleSheet("QToolButton::menu-indicator { image: none; }");
    auto* menu = new QMenu(more);
    menu->addMenu(m_columns->menu());
    menu->addActions({wide, save, saveFigure});
    more->setMenu(menu);
    m_count = new QLabel(this);
    m_count->setObjectName("sentenceCount");
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_clear = button(clear, "sentenceClear");
    QSizePolicy keep = m_clear->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(keep);
    m_strip = new BrushStrip(m_model, m_filter, this);

    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_text, 1);
    top->addWidget(m_verdict);
    top->addWidget(button(histograms, "sentenceHistograms"));
    top->addWidget(more);
    auto* counts = new QHBoxLayout;
    counts->setContentsMargins(2, 0, 0, 0);
    counts->addWidget(m_count, 1);
    counts->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_strip);
    column->addLayout(counts);
    column->addWidget(m_table, 1);
}

void SentenceTablePanel::connectFilter()
{
    connect(m_text, &QLineEdit::textChanged, &m_filter, &SentenceFilter::setText);
    connect(&m_filter, &SentenceFilter::aboutToFilter, this, [this] { m_filtering = true; });
    connect(&m_filter, &SentenceFilter::filtered, this, [this] {
        m_filtering = false;
        restoreSelection();
        m_strip->refresh();
        tellCount();
    });
    m_clock.setSingleShot(true);
    m_clock.setInterval(1000); // milliseconds: rows that move more often cannot be read
    connect(&m_clock, &QTimer::timeout, this, &SentenceTablePanel::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SentenceTablePanel::refreshSoon);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, [this] {
            tellCount();
            refreshSoon();
        });
}

void SentenceTablePanel::refreshSoon()
{
    if (!m_clock.isActive())
        m_clock.start();
}

void SentenceTablePanel::refresh()
{
    if (m_filter.filters() || m_filter.sortColumn() >= 0)
        m_filter.refresh();
    else
        m_strip->refresh();
    tellCount();
}

void SentenceTablePanel::tellCount()
{
    const int all = m_model.rowCount(), shown = m_filter.rowCount();
    m_count->setText(tableCount(m_model.task(), shown, all, m_filter.filters()));
    m_clear->setVisible(m_filter.filters());
}

QModelIndex SentenceTablePanel::chosenRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QModelIndex() : rows.front();
}

void SentenceTablePanel::select(SentenceId sentence)
{
    m_chosen = sentence;
    const QModelIndex row = m_filter.mapFromSource(m_model.indexOf(sentence));
    if (row.isValid() && !m_table->selectionModel()->isRowSelected(row.row()))
        m_table->selectRow(row.row());
}

void SentenceTablePanel::takeSelection()
{
    if (m_filtering)
        return;
    if (const QModelIndex row = chosenRow(); row.isValid())
        if (const int id = row.data(SentenceModel::IdRole).toInt(); id >= 0 && SentenceId{id} != m_chosen) {
            m_chosen = SentenceId{id};
            emit sentenceChosen(m_chosen);
        }
    emit rowSelected();
}

/// When the chosen row is filtered out, the table would choose its neighbour; here it stays chosen, unseen.
void SentenceTablePanel::restoreSelection()
{
    const QModelIndex row = m_filter.mapFromSource(m_model.indexOf(m_chosen));
    const QModelIndex selected = chosenRow();
    const bool pending = selected.isValid() && selected.data(SentenceModel::IdRole).toInt() < 0;
    if (pending || (row.isValid() && selected.row() == row.row()))
        return;
    m_filtering = true; // nobody chose anything
    const int place = m_table->verticalScrollBar()->value();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    if (row.isValid())
        m_table->selectRow(row.row());
    m_table->verticalScrollBar()->setValue(place);
    m_filtering = false;
    emit rowSelected();
}

void SentenceTablePanel::goToFilter()
{
    showDockOf(this);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

/// All the columns, and a sentence that can be read.
int SentenceTablePanel::wideWidth() const
{
    return m_columns->allMeasures() + 260; // pixels
}

void SentenceTablePanel::setWide(bool wanted)
{
    showDockOf(this);
    if (wanted)
        m_narrowWidth = dockWidthOf(this);
    setDockWidthOf(this, wanted ? std::max(wideWidth(), m_narrowWidth) : m_narrowWidth);
}

void SentenceTablePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setWidth(width());
    m_strip->setRows(height() < 520 ? 1 : 2); // the table below needs room, too
}

bool SentenceTablePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            m_text->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus(Qt::TabFocusReason);
            if (!chosenRow().isValid() && m_filter.rowCount() > 0)
                m_table->selectRow(0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SentenceTablePanel::exportHistograms()
{
    std::optional<ExportContent> content = exportOf(m_model, m_filter);
    if (!content)
        return emit failed(tr("Nothing is measured yet: wait for the first validation."));
    auto* dialog = new ExportDialog(std::move(*content), ColourMap::Viridis, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SentenceTablePanel::saveTable()
{
    QString path = askForFile(window(), QDir::home().filePath(tableWords(m_model.task()).fileName));
    if (path.isEmpty())
        return;
    if (!path.endsWith(".csv", Qt::CaseInsensitive))
        path += ".csv";
    QSaveFile file(path);
    const QByteArray text = csvOf(m_model, m_filter).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        emit failed(tr("%1 could not be written: %2").arg(path, file.errorString()));
}

} // namespace alignoscope::ui
