// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pair_column.h"

#include "ui/bridge/paths.h"
#include "ui/panels/pair_side.h"
#include "ui/panels/wording.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/pair_curves.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace alignoscope::ui {

static constexpr int oneLine = 380; ///< pixels of width in which the numbers need one line, not two

// Of a fixed height, so that the matrices of both columns begin and end alike.
static void setLines(QLabel* label, int lines)
{
    label->setWordWrap(lines > 1);
    label->setFixedHeight(label->fontMetrics().lineSpacing() * lines + 2);
}

static QLabel* lineLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setLines(label, 1);
    return label;
}

PairColumn::PairColumn(const QString& letter, PairSide& side, QWidget* parent)
    : QWidget(parent), m_side(side), m_letter(letter), m_title(new QLabel(this)),
      m_numbers(lineLabel("pairNumbers" + letter, this)), m_translation(lineLabel("pairTranslation" + letter, this)),
      m_open(new QPushButton(tr("Open this run"), this)), m_heatmap(new HeatmapView(this))
{
    m_title->setObjectName("pairTitle" + letter);
    m_title->setTextFormat(Qt::RichText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_numbers->setForegroundRole(QPalette::PlaceholderText);
    m_numbers->setToolTip(
        tr("Loss: surprise at each word of the given translation, in nats; smaller is better. Validation: "
           "the same on sentences kept out of training. BLEU: how alike the model’s own translations are "
           "to the given ones, up to 100. AER: alignment error rate, how far attention is from the known "
           "links; 0 is best."));
    m_open->setObjectName("pairOpen" + letter);
    m_heatmap->setObjectName("pairHeatmap" + letter);
    m_heatmap->setMinimumSize(190, 150); // two of them in the smallest window
    m_heatmap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(3);
    rows->addLayout(head);
    rows->addWidget(m_numbers);
    rows->addWidget(m_heatmap, 1);
    rows->addWidget(m_translation);

    m_wordsClock.setSingleShot(true);
    m_wordsClock.setInterval(200); // milliseconds: nobody reads numbers at the rate of pictures
    connect(&m_wordsClock, &QTimer::timeout, this, &PairColumn::renewWords);
    connect(m_open, &QPushButton::clicked, this, &PairColumn::openRequested);
    connect(&side, &PairSide::pictureChanged, this, &PairColumn::renewPicture);
    connect(&side, &PairSide::begun, this, &PairColumn::renewWords);
    connect(&side, &PairSide::numbersChanged, this, [this] {
        if (!m_wordsClock.isActive())
            m_wordsClock.start();
    });
    renewWords();
}

void PairColumn::renewPicture()
{
    if (!m_side.picture())
        m_heatmap->setEmptyText(m_side.problem());
    m_heatmap->setSnapshot(m_side.picture());
}

QString PairColumn::caption() const
{
    const QString kind = QString::fromStdString(m_side.kind().title);
    return m_side.picture() ? tr("%1 after %2 steps").arg(kind, countText(m_side.picture()->step)) : kind;
}

QString PairColumn::numbers() const
{
    if (const auto& result = m_side.result(); result && !m_side.isTraining()
        && (result->reason == StopReason::Failed || result->reason == StopReason::NotANumber))
        return tr("Stopped by a problem: %1").arg(QString::fromStdString(result->message));
    const auto& step = m_side.lastStep();
    if (!step)
        return m_side.isTraining() ? tr("Being prepared…") : QString();
    QStringList parts{tr("step %1").arg(countText(step->step)), tr("loss %1").arg(lossText(step->loss))};
    if (const auto& report = m_side.lastValidation()) {
        parts << tr("validation %1").arg(lossText(report->loss));
        if (report->bleu >= 0)
            parts << tr("BLEU %1").arg(QLocale().toString(report->bleu, 'f', 1));
        if (report->aer >= 0 && m_side.kind().aligns)
            parts << tr("AER %1").arg(QLocale().toString(report->aer, 'f', 2));
    }
    return parts.join(QStringLiteral(" · "));
}

void PairColumn::renewWords()
{
    if (m_side.member().folder.empty())
        return;
    const AttentionKind& kind = m_side.kind();
    const std::size_t place = m_letter == "A" ? 0 : 1;
    m_title->setText(
        QStringLiteral("<span style='color:%1'>━</span>&nbsp;<b>%2</b>")
            .arg(PairCurves::colours(palette())[place].name(), QString::fromStdString(kind.title).toHtmlEscaped()));
    m_title->setToolTip(QString::fromStdString(kind.summary));
    m_heatmap->setAccessibleName(tr("Attention of the model %1").arg(QString::fromStdString(kind.title)));
    m_numbers->setText(numbers());
    const QString translation = m_side.translation();
    m_translation->setText(translation.isEmpty() ? QString() : tr("By itself: %1").arg(translation));
    m_translation->setToolTip(tr("What the model makes of the sentence by itself, at its last validation") + u'\n'
                              + translation);
    m_open->setEnabled(!m_side.isTraining() && !m_side.isOpen() && m_side.result() && m_side.lastStep());
    m_open->setToolTip(m_side.isOpen() ? tr("This run is the one the window has open")
                           : m_open->isEnabled()
                           ? tr("Show this run in the other tabs: %1").arg(toQString(m_side.member().folder.filename()))
                           : tr("It can be opened when the training is over"));
    m_open->setAccessibleName(tr("Open the run %1").arg(QString::fromStdString(kind.title)));
    if (!m_side.picture())
        m_heatmap->setEmptyText(m_side.problem());
}

void PairColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setLines(m_numbers, width() < oneLine ? 2 : 1);
}

void PairColumn::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        renewWords();
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
