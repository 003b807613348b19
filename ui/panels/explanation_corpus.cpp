// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_corpus.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/explanation_wording.h"
#include "ui/panels/responsive_row.h"
#include "ui/panels/wording.h"
#include "ui/views/histogram_view.h"
#include "ui/views/scatter_view.h"

#include "alignoscope/dataset.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

namespace {

/// Validation pairs spread evenly over the set, with their gold where it counts the model's own tokens.
struct Pairs {
    std::vector<std::string> sources, targets;
    std::vector<GoldAlignment> gold;
};

Pairs pairsOf(const Dataset& dataset, std::size_t limit)
{
    const RawCorpus& corpus = *dataset.validationCorpus;
    const bool sameTokens = corpus.suggested.sourceTokenizer == dataset.options.text.sourceTokenizer
        && corpus.suggested.targetTokenizer == dataset.options.text.targetTokenizer;
    const bool withGold = sameTokens && corpus.gold.size() == corpus.pairs.size();
    const std::size_t all = dataset.validation.size(), count = std::min(limit, all);
    Pairs pairs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t raw = dataset.validation.rawIndex(i * all / count);
        pairs.sources.emplace_back(corpus.pairs.source(raw));
        pairs.targets.emplace_back(corpus.pairs.target(raw));
        if (withGold)
            pairs.gold.push_back(corpus.gold[raw]);
    }
    return pairs;
}

QLabel* textLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ExplanationCorpus::ExplanationCorpus(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title =
        new QLabel(QStringLiteral("<b>%1</b> – %2")
                       .arg(tr("The whole validation set"),
                            tr("one sentence may be an exception: ask many, each with its given translation")),
                   this);
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addLayout(buildControls());
    m_message = textLabel("explanationCorpusMessage", this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_message);
    buildResults();
    layout->addWidget(m_results);

    connect(&m_job, &ModelJob::busyChanged, this, &ExplanationCorpus::refresh);
    connect(&m_job, &ModelJob::progressed, this,
            [this](double done) { m_progress->setValue(static_cast<int>(1000 * done)); });
    connect(&m_job, &ModelJob::failed, m_message, &QLabel::setText);
    connect(&workbench, &Workbench::changed, this, &ExplanationCorpus::refresh);
    connect(&workbench, &Workbench::runCleared, this, &ExplanationCorpus::forget);
    forget();
}

QLayout* ExplanationCorpus::buildControls()
{
    m_button = new QPushButton(tr("Ask the whole &validation set"), this);
    m_button->setObjectName("explanationCorpusAsk");
    m_limit = new QSpinBox(this);
    m_limit->setObjectName("explanationCorpusLimit");
    m_limit->setRange(1, 1000000);
    m_limit->setValue(200);
    m_limit->setPrefix(tr("up to "));
    m_limit->setSuffix(tr(" sentences"));
    m_limit->setToolTip(tr("How many sentences are asked at most, spread evenly over the set"));
    m_limit->setAccessibleName(m_limit->toolTip());
    m_progress = new QProgressBar(this);
    m_progress->setObjectName("explanationCorpusProgress");
    m_progress->setAccessibleName(tr("How much of the validation set is asked"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName("explanationCorpusCancel");
    m_cancel->setToolTip(tr("Stop asking; what was there before stays"));
    connect(m_button, &QPushButton::clicked, this, &ExplanationCorpus::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        m_message->setText(m_summary ? tr("Cancelled. Below is what was asked before.") : tr("Cancelled."));
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_limit);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    return row;
}

void ExplanationCorpus::buildResults()
{
    m_results = new QWidget(this);
    m_verdict = textLabel("explanationCorpusVerdict", m_results);
    m_verdict->setTextFormat(Qt::RichText);
    m_text = textLabel("explanationCorpusFindings", m_results);
    m_text->setTextFormat(Qt::RichText);
    m_ranks = new HistogramView(m_results);
    m_ranks->setObjectName("explanationCorpusRanks");
    m_ranks->setAccessibleName(tr("How far attention agrees with the other measures"));
    m_ranks->setToolTip(tr("How many of the words have which agreement: at the right attention and the other measure "
                           "put the source words in the same order, at 0 in unrelated ones"));
    m_ranks->setMinimumHeight(260);
    m_plot = new ScatterView(m_results);
    m_plot->setObjectName("explanationCorpusPlot");
    m_plot->setAccessibleName(tr("What shuffled weights change"));
    m_plot->setToolTip(
        tr("A point a target word: low points at the right are words whose attention is sharp, yet could "
           "be any other"));
    m_plot->setMinimumHeight(260);
    auto* plots = new ResponsiveRow(300, m_results);
    plots->addWidget(m_ranks);
    plots->addWidget(m_plot);
    auto* layout = new QVBoxLayout(m_results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_verdict);
    layout->addWidget(m_text);
    layout->addWidget(plots);
}

QString ExplanationCorpus::whyNot() const
{
    const QString why = m_workbench.whyNotTranslate();
    if (!why.isEmpty())
        return why;
    const auto& dataset = m_workbench.dataset();
    if (!dataset)
        return tr("The corpus of this run is not there, so there are no validation sentences.");
    return dataset->validation.size() == 0 ? tr("No sentence was kept for validation.") : QString();
}

void ExplanationCorpus::ask()
{
    if (!whyNot().isEmpty())
        return;
    m_progress->setValue(0);
    m_message->setText(tr("Asking…"));
    m_job.ask(m_workbench.translatorSource(),
              [this, dataset = m_workbench.dataset(), limit = static_cast<std::size_t>(m_limit->value())](
                  const Translator& model, const Progress& progress) -> Worker::Done {
                  const Pairs pairs = pairsOf(*dataset, limit);
                  const auto explanations = model.explain(pairs.sources, pairs.targets, {}, progress);
                  auto summary = std::make_shared<const ExplanationSummary>(
                      summarize(explanations, pairs.gold.empty() ? nullptr : &pairs.gold));
                  return [this, summary, step = model.step(), of = dataset->validation.size()] {
                      show(summary, step, of);
                  };
              });
}

void ExplanationCorpus::show(const ExplanationSummaryPtr& summary, qint64 step, std::size_t of)
{
    m_summary = summary;
    m_step = step;
    m_message->setText(tr("%1 of %2 validation sentences, %3 words, answered by the model after %4 steps")
                           .arg(countText(summary->sentences), countText(static_cast<qint64>(of)),
                                countText(static_cast<qint64>(summary->words.size())), countText(step)));
    m_verdict->setText(verdictHtml(*summary, true));
    m_text->setText(findingsHtml(*summary, true));
    m_ranks->setVisible(summary->attends); // both tell of attention alone
    m_plot->setVisible(summary->attends);
    m_ranks->setPlot(rankPlot(*summary));
    m_plot->setPlot(permutationPlot(*summary));
    m_results->show();
    emit summaryChanged();
}

void ExplanationCorpus::forget()
{
    m_job.cancel();
    m_summary.reset();
    m_message->clear();
    m_results->hide();
    emit summaryChanged();
    refresh();
}

void ExplanationCorpus::refresh()
{
    const QString why = whyNot();
    const bool busy = m_job.busy();
    m_button->setEnabled(why.isEmpty() && !busy);
    m_limit->setEnabled(why.isEmpty() && !busy);
    m_button->setToolTip(why.isEmpty() ? tr("Ask the model about every sentence kept for validation") : why);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
}

} // namespace alignoscope::ui
