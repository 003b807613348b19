// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_parts.h"

#include "ui/dialogs/dataset_token_delegate.h"
#include "ui/dialogs/dataset_words.h"
#include "ui/views/sentence_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

using Phase = DatasetSession::Phase;

QLabel* explanation(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setMargin(24);
    return label;
}

} // namespace

DatasetDialog::Parts::Parts(DatasetDialog* dialog)
    : sources(new DatasetSourceList), chooseFiles(new QPushButton(tr("Choose &files…"))), filesHold(new QComboBox),
      options(new DatasetOptionsForm), message(new DatasetMessageBar), header(new DatasetHeader),
      reading(new DatasetReading), cancelLoading(new QToolButton), cancel(new QPushButton(tr("Cancel"))),
      use(new QPushButton(tr("Us&e this dataset"))), m_hint(new QLabel), m_pages(new QStackedWidget),
      m_tabs(new QTabWidget), m_preview(makePreview()), m_lengths(new LengthHistogramView),
      m_nothingSkipped(explanation({})), m_skippedTable(makeSkipped()), m_progress(new QProgressBar),
      m_progressText(new QLabel)
{
    auto* columns = new QHBoxLayout;
    columns->setSpacing(14);
    columns->addWidget(makeLeft());
    columns->addWidget(makeRight(), 1);
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(10);
    layout->addLayout(columns, 1);
    layout->addWidget(makeBottom());
}

QWidget* DatasetDialog::Parts::makeLeft()
{
    auto* title = new QLabel(tr("&Corpus"));
    title->setBuddy(sources);
    chooseFiles->setObjectName("datasetChooseFiles");
    chooseFiles->setAutoDefault(false);
    chooseFiles->setToolTip(
        tr("Translations: one file with both sides (a table, JSON, TMX, XLIFF, PO, or source ||| target), or two "
           "files, line by line. Texts with labels: one file with two columns, or one file a class. "
           "Plain, compressed, or in a zip or tar archive"));
    showDropping(false);
    m_hint->setAlignment(Qt::AlignCenter);

    auto* left = new QWidget;
    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(sources, 1);
    layout->addWidget(chooseFiles);
    layout->addWidget(makeFilesHold());
    layout->addWidget(m_hint);
    layout->addSpacing(6);
    layout->addWidget(options);

    left->setFixedWidth(290);
    return left;
}

QWidget* DatasetDialog::Parts::makeFilesHold()
{
    filesHold->setObjectName("datasetFilesHold");
    filesHold->setAccessibleName(tr("What the files hold"));
    filesHold->setToolTip(tr("One file is looked into; two files are the two sides, line by line; more files are one "
                             "class each. Choose here where that is wrong"));
    filesHold->addItem(tr("recognise"), static_cast<int>(FilesHold::Anything));
    filesHold->addItem(tr("translations"), static_cast<int>(FilesHold::Translations));
    filesHold->addItem(tr("texts with labels"), static_cast<int>(FilesHold::Texts));
    auto* label = new QLabel(tr("Fi&les hold"));
    label->setBuddy(filesHold);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(filesHold, 1);
    return box;
}

QWidget* DatasetDialog::Parts::makeRight()
{
    auto* loaded = new QWidget;
    auto* layout = new QVBoxLayout(loaded);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(header);
    layout->addWidget(reading);
    layout->addWidget(makeTabs(), 1);
    auto* empty =
        explanation(tr("Choose a corpus on the left,\nor drop files here: translations, or texts with labels."));
    empty->setObjectName("datasetEmpty");
    m_pages->addWidget(empty);
    m_pages->addWidget(loaded);

    auto* right = new QWidget;
    auto* outer = new QVBoxLayout(right);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(10);
    outer->addWidget(message);
    outer->addWidget(m_pages, 1);
    return right;
}

QWidget* DatasetDialog::Parts::makeTabs()
{
    auto* skipped = new QStackedWidget;
    skipped->setObjectName("datasetSkippedPages");
    skipped->addWidget(m_nothingSkipped);
    skipped->addWidget(m_skippedTable);
    m_tabs->setObjectName("datasetTabs");
    m_tabs->addTab(m_preview, tr("&Preview"));
    m_tabs->addTab(m_lengths, tr("Lengt&hs"));
    m_tabs->addTab(skipped, tr("S&kipped"));
    return m_tabs;
}

QTableView* DatasetDialog::Parts::makePreview()
{
    auto* table = new QTableView;
    table->setObjectName("datasetPreview");
    table->setAccessibleName(tr("The first pairs, as they will be read"));
    table->setModel(&m_pairs);
    table->setItemDelegate(new DatasetTokenDelegate(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setCornerButtonEnabled(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // rows are as high as their wrapped tokens, which depends on how wide the columns are; measured once for all causes
    auto* fit = new QTimer(table);
    fit->setSingleShot(true);
    connect(fit, &QTimer::timeout, table, &QTableView::resizeRowsToContents);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, fit, [fit] { fit->start(0); });
    connect(&m_pairs, &QAbstractItemModel::modelReset, fit, [fit] { fit->start(0); });
    return table;
}

QTableView* DatasetDialog::Parts::makeSkipped()
{
    auto* table = new QTableView;
    table->setObjectName("datasetSkipped");
    table->setAccessibleName(tr("Skipped lines"));
    table->setModel(&m_skipped);
    table->setItemDelegate(new SentenceDelegate(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(90);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 7);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

QWidget* DatasetDialog::Parts::makeBottom()
{
    m_progress->setObjectName("datasetProgress");
    m_progress->setAccessibleName(tr("Loading"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 8);
    m_progressText->setObjectName("datasetProgressText");
    cancelLoading->setObjectName("datasetCancelLoading");
    cancelLoading->setText(tr("Stop l&oading"));
    cancelLoading->setToolTip(tr("Go back to what was open before"));
    cancel->setObjectName("datasetCancel");
    cancel->setAutoDefault(false);
    use->setObjectName("datasetUse");
    use->setDefault(true);

    auto* bottom = new QWidget;
    auto* layout = new QHBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    layout->addWidget(m_progressText);
    layout->addWidget(cancelLoading);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(use);
    return bottom;
}

void DatasetDialog::Parts::showState()
{
    const DatasetSession::State& state = session.state();
    const Phase phase = session.phase();
    const bool busy = phase == Phase::Reading || phase == Phase::Counting;
    sources->setCurrent(phase == Phase::Reading ? session.reading() : state.source);
    options->setEnabled(state.corpus && phase != Phase::Reading);
    const RawCorpusPtr& shown = state.shown();
    options->setTask(shown ? shown->task : Task::Translation);
    if (options->options() != state.options)
        options->setOptions(state.options);
    header->setEnabled(phase != Phase::Reading);
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (shown) {
        if (phase != Phase::Reading || state.preview) { // what was just chosen stays while it is carried out
            header->showCorpus(*shown, state.read);
            reading->show(*shown, state.read);
        }
        showCounts();
        showTabs();
    }
    for (QWidget* widget : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_progressText),
                            static_cast<QWidget*>(cancelLoading)})
        widget->setVisible(busy);
    use->setEnabled(phase == Phase::Ready);
    use->setToolTip(whyNotUsable());
}

void DatasetDialog::Parts::showProgress(double fraction, const QString& what)
{
    m_progress->setValue(static_cast<int>(std::lround(fraction * 1000)));
    m_doing = what;
    showDoing();
}

// A count may come after the progress that it belongs to.
void DatasetDialog::Parts::showCounted()
{
    showDoing();
    if (session.state().preview)
        showCounts();
}

void DatasetDialog::Parts::showDoing()
{
    const qint64 counted = session.phase() == Phase::Reading ? session.state().counted : 0;
    m_progressText->setText(counted > 0 ? tr("%1… %2 so far").arg(m_doing, grouped(counted)) : tr("%1…").arg(m_doing));
}

void DatasetDialog::Parts::showDropping(bool dropping)
{
    m_hint->setText(dropping ? tr("Drop to open") : tr("or drop files here"));
    m_hint->setForegroundRole(dropping ? QPalette::WindowText : QPalette::PlaceholderText);
}

void DatasetDialog::Parts::showCounts()
{
    const DatasetSession::State& state = session.state();
    std::optional<CorpusSummary> counts = state.summary;
    if (counts && state.dataset) { // exact: of the pairs that are trained on
        counts->source.vocabulary = state.dataset->sourceVocabulary.size();
        counts->target.vocabulary = state.dataset->targetVocabulary.size();
    }
    header->showCounts(pairsText(), counts ? &*counts : nullptr, state.dataset != nullptr);
    options->setSplit(splitText());
}

void DatasetDialog::Parts::showTabs()
{
    const DatasetSession::State& state = session.state();
    auto* columns = m_preview->horizontalHeader();
    columns->setSectionResizeMode(1, hasTexts() ? QHeaderView::Fixed : QHeaderView::Stretch);
    if (hasTexts()) // labels are short
        columns->resizeSection(1, 150);
    m_pairs.show(state.shown(), state.options, state.dataset);
    m_skipped.show(state.corpus, state.dataset);
    if (state.summary)
        m_lengths->showSummary(*state.summary, state.options.maxLength);
    else
        m_lengths->clear();
    const qint64 skipped = m_skipped.total();
    m_tabs->setTabText(2, tr("S&kipped (%1)").arg(grouped(skipped)));
    m_nothingSkipped->setText(hasTexts() ? tr("Every line was read, and every text is used.")
                                         : tr("Every line was read, and every pair is used."));
    if (auto* pages = qobject_cast<QStackedWidget*>(m_tabs->widget(2)))
        pages->setCurrentIndex(skipped > 0 ? 1 : 0);
}

bool DatasetDialog::Parts::hasTexts() const
{
    const RawCorpusPtr& shown = session.state().shown();
    return shown && shown->task == Task::Classification;
}

QString DatasetDialog::Parts::countedText() const
{
    const DatasetSession::State& state = session.state();
    const qint64 counted = std::max<qint64>(state.counted, static_cast<qint64>(state.preview->pairs.size()));
    return (hasTexts() ? tr("%1 texts so far") : tr("%1 pairs so far")).arg(grouped(counted));
}

QString DatasetDialog::Parts::textsText() const
{
    const DatasetSession::State& state = session.state();
    QString text = tr("%1 texts").arg(grouped(static_cast<qint64>(state.corpus->pairs.size())));
    if (state.summary)
        text += tr(", %1 different labels").arg(grouped(static_cast<qint64>(state.summary->labels.size())));
    if (state.corpus->skippedTotal > 0)
        text += state.corpus->skippedTotal == 1 ? tr(", 1 line skipped")
                                                : tr(", %1 lines skipped").arg(grouped(state.corpus->skippedTotal));
    return text;
}

QString DatasetDialog::Parts::pairsText() const
{
    if (session.state().preview)
        return countedText();
    if (hasTexts())
        return textsText();
    const DatasetSession::State& state = session.state();
    const auto pairs = static_cast<qint64>(state.corpus->pairs.size());
    QString text = pairs == 1 ? tr("1 pair") : tr("%1 pairs").arg(grouped(pairs));
    if (state.corpus->skippedTotal > 0)
        text += state.corpus->skippedTotal == 1 ? tr(", 1 line skipped")
                                                : tr(", %1 lines skipped").arg(grouped(state.corpus->skippedTotal));
    if (state.summary && state.summary->tooLong > 0)
        text += state.summary->tooLong == 1 ? tr(", 1 pair too long")
                                            : tr(", %1 pairs too long").arg(grouped(state.summary->tooLong));
    return text;
}

QString DatasetDialog::Parts::splitText() const
{
    const std::shared_ptr<const Dataset>& dataset = session.state().dataset;
    if (!dataset)
        return tr("…\n");
    return (hasTexts() ? tr("%1 texts to train on,\n%2 to validate") : tr("%1 pairs to train on,\n%2 to validate"))
        .arg(grouped(static_cast<qint64>(dataset->training.size())),
             grouped(static_cast<qint64>(dataset->validation.size())));
}

QString DatasetDialog::Parts::whyNotUsable() const
{
    switch (session.phase()) {
    case Phase::Empty:
        return tr("Choose a corpus or files first");
    case Phase::Reading:
        return tr("The corpus is still being read");
    case Phase::Counting:
        return tr("The words are still being counted");
    case Phase::Refused:
        return tr("No dataset can be made like this: see the message above");
    case Phase::Ready:
        break;
    }
    return hasTexts() ? tr("Train on these texts") : tr("Train on these pairs");
}

} // namespace alignoscope::ui
