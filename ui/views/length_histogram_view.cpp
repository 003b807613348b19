// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/length_histogram_view.h"

#include <QEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

QColor blend(const QColor& ground, const QColor& top, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {part(ground.red(), top.red()), part(ground.green(), top.green()), part(ground.blue(), top.blue())};
}

/// The user's, or English where none is set, so that thousands are set apart.
QLocale readable()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

QString number(std::int64_t value)
{
    return readable().toString(static_cast<qlonglong>(value));
}

QString decimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

std::int64_t at(const std::vector<std::int64_t>& lengths, std::size_t length)
{
    return length < lengths.size() ? lengths[length] : 0;
}

/// The length that all but one in five hundred sentences of both sides stay within.
std::size_t usualLength(const SideSummary& source, const SideSummary& target)
{
    const std::size_t longest = std::max(source.lengths.size(), target.lengths.size());
    std::int64_t all = 0;
    for (std::size_t n = 0; n < longest; ++n)
        all += at(source.lengths, n) + at(target.lengths, n);
    std::int64_t seen = 0;
    for (std::size_t n = 0; n < longest; ++n) {
        seen += at(source.lengths, n) + at(target.lengths, n);
        if (static_cast<double>(all - seen) * 500.0 <= static_cast<double>(all))
            return n;
    }
    return longest;
}

} // namespace

class LengthHistogramView::Plot : public QCustomPlot {
public:
    Plot()
        : group(new QCPBarsGroup(this)), source(new QCPBars(xAxis, yAxis)), target(new QCPBars(xAxis, yAxis)),
          limitLine(new QCPItemStraightLine(this)), limitText(new QCPItemText(this))
    {
        group->setSpacing(0);
        for (QCPBars* bars : {source, target}) {
            bars->setBarsGroup(group);
            bars->setWidthType(QCPBars::wtPlotCoords);
        }
        limitText->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
        limitText->position->setTypeX(QCPItemPosition::ptPlotCoords);
        limitText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        limitText->setPadding({0, 2, 6, 0});
        legend->setVisible(true);
        axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
        for (QCPAxis* axis : {xAxis, yAxis}) { // whole tokens and whole sentences
            const QSharedPointer<QCPAxisTickerFixed> ticker(new QCPAxisTickerFixed);
            ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
            ticker->setTickCount(axis == xAxis ? 8 : 5);
            axis->setTicker(ticker);
            axis->setNumberFormat("f");
            axis->setNumberPrecision(0);
        }
        setLocale(readable());
        xAxis->grid()->setVisible(false);
        setMinimumSize(200, 120);
    }
    QCPBarsGroup* group;
    QCPBars* source;
    QCPBars* target;
    QCPItemStraightLine* limitLine;
    QCPItemText* limitText;
};

LengthHistogramView::LengthHistogramView(QWidget* parent)
    : QWidget(parent), m_plot(std::make_unique<Plot>()), m_caption(new QLabel)
{
    m_plot->setObjectName("lengthHistogram");
    m_plot->setAccessibleName(tr("Length histogram"));
    m_plot->source->setName(tr("Source"));
    m_plot->target->setName(tr("Target"));
    m_plot->xAxis->setLabel(tr("tokens in a sentence"));
    m_plot->yAxis->setLabel(tr("sentences"));
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_caption->setObjectName("lengthHistogramCaption");
    m_caption->setAccessibleName(tr("Lengths in words"));
    m_caption->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_plot.get(), 1);
    layout->addWidget(m_caption);
    applyPalette();
}

LengthHistogramView::~LengthHistogramView() = default;

void LengthHistogramView::showSummary(const CorpusSummary& summary, int limit)
{
    const bool texts = !summary.labels.empty(); // labels have no length, and no text is too long
    m_summary = summary;
    m_limit = texts ? 0 : limit;
    if (texts)
        m_summary.target = {};
    m_bins = binned(m_summary, m_limit);
    nameBars(texts);
    setCaption();
    drawBars();
    drawLimit();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LengthHistogramView::clear()
{
    showSummary({}, 0);
    m_caption->clear();
}

LengthHistogramView::Bins LengthHistogramView::binned(const CorpusSummary& summary, int limit)
{
    constexpr std::size_t mostBins = 60;
    const auto cut = static_cast<std::size_t>(std::max(limit, 0));
    std::size_t shown = usualLength(summary.source, summary.target);
    if (cut >= shown && cut < shown * 3 / 2 + 5)
        shown = cut + 1; // room for the line that marks the limit
    Bins bins;
    bins.width = static_cast<int>(shown / mostBins + 1);
    const std::size_t count = shown / static_cast<std::size_t>(bins.width) + 1;
    const auto gather = [&](const std::vector<std::int64_t>& lengths) {
        std::vector<std::int64_t> sums(count, 0);
        for (std::size_t n = 0; n < lengths.size() && n <= shown; ++n)
            sums[n / static_cast<std::size_t>(bins.width)] += lengths[n];
        return sums;
    };
    bins.source = gather(summary.source.lengths);
    bins.target = gather(summary.target.lengths);
    return bins;
}

void LengthHistogramView::nameBars(bool texts)
{
    m_plot->target->setVisible(!texts);
    m_plot->legend->setVisible(!texts);
    m_plot->xAxis->setLabel(texts ? tr("tokens in a text") : tr("tokens in a sentence"));
    m_plot->yAxis->setLabel(texts ? tr("texts") : tr("sentences"));
}

void LengthHistogramView::drawBars()
{
    QVector<double> places, source, target;
    double highest = 1.0;
    for (std::size_t i = 0; i < m_bins.source.size(); ++i) {
        places << static_cast<double>(i) * m_bins.width + (m_bins.width - 1) / 2.0;
        source << static_cast<double>(m_bins.source[i]);
        target << static_cast<double>(m_bins.target[i]);
        highest = std::max({highest, source.back(), target.back()});
    }
    for (QCPBars* bars : {m_plot->source, m_plot->target})
        bars->setWidth(m_bins.width * 0.42);
    m_plot->source->setData(places, source, true);
    m_plot->target->setData(places, target, true);
    m_plot->xAxis->setRange(-0.5, static_cast<double>(m_bins.source.size()) * m_bins.width - 0.5);
    m_plot->yAxis->setRange(0, highest * 1.08);
}

void LengthHistogramView::drawLimit()
{
    const double x = m_limit + 0.5;
    const bool visible = m_limit > 0 && x < m_plot->xAxis->range().upper;
    m_plot->limitLine->setVisible(visible);
    m_plot->limitText->setVisible(visible);
    m_plot->limitLine->point1->setCoords(x, 0);
    m_plot->limitLine->point2->setCoords(x, 1);
    const bool left = x > m_plot->xAxis->range().center();
    m_plot->limitText->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    m_plot->limitText->setPadding({6, 2, 6, 0});
    m_plot->limitText->position->setCoords(x, 0.3);
    m_plot->limitText->setText(tr("limit %1").arg(m_limit));
}

void LengthHistogramView::setCaption()
{
    const SideSummary& source = m_summary.source;
    const SideSummary& target = m_summary.target;
    if (!m_summary.labels.empty()) {
        const QString text =
            tr("%1 tokens on average, %2 at most. Every text is used; the model reads it as far as its settings say.")
                .arg(decimal(source.meanLength), number(source.maxLength));
        m_caption->setText(text);
        m_plot->setAccessibleDescription(text);
        return;
    }
    QString text = tr("Source: %1 tokens on average, %2 at most. Target: %3 on average, %4 at most.")
                       .arg(decimal(source.meanLength), number(source.maxLength), decimal(target.meanLength),
                            number(target.maxLength));
    text += QLatin1Char(' ');
    text += m_summary.tooLong == 0 ? tr("No pair is longer than the limit of %1.").arg(m_limit)
        : m_summary.tooLong == 1
        ? tr("1 pair is longer than the limit of %1 and left out.").arg(m_limit)
        : tr("%1 pairs are longer than the limit of %2 and left out.").arg(number(m_summary.tooLong)).arg(m_limit);
    m_caption->setText(text);
    m_plot->setAccessibleDescription(text);
}

QString LengthHistogramView::textAt(double length) const
{
    const int bin = static_cast<int>(std::floor((length + 0.5) / m_bins.width));
    if (bin < 0 || bin >= static_cast<int>(m_bins.source.size()))
        return {};
    const auto i = static_cast<std::size_t>(bin);
    const int first = bin * m_bins.width;
    const QString lengths =
        m_bins.width == 1 ? tr("%1 tokens").arg(first) : tr("%1 to %2 tokens").arg(first).arg(first + m_bins.width - 1);
    if (!m_summary.labels.empty())
        return tr("%1: %2 texts").arg(lengths, number(m_bins.source[i]));
    return tr("%1: %2 source and %3 target sentences").arg(lengths, number(m_bins.source[i]), number(m_bins.target[i]));
}

void LengthHistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

bool LengthHistogramView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot.get() && event->type() == QEvent::MouseMove && !m_bins.source.empty()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool inside = m_plot->axisRect()->rect().contains(mouse->position().toPoint());
        QToolTip::showText(mouse->globalPosition().toPoint(),
                           inside ? textAt(m_plot->xAxis->pixelToCoord(mouse->position().x())) : QString(),
                           m_plot.get());
    }
    return QWidget::eventFilter(watched, event);
}

void LengthHistogramView::applyPalette()
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    const bool dark = base.lightness() < 128;
    m_plot->setBackground(base);
    m_plot->source->setBrush(dark ? QColor(0x56, 0xB4, 0xE9) : QColor(0x00, 0x72, 0xB2)); // Okabe and Ito: safe for
    m_plot->target->setBrush(dark ? QColor(0xE6, 0x9F, 0x00) : QColor(0xD5, 0x5E, 0x00)); // colour-blind readers
    m_plot->source->setPen(Qt::NoPen);
    m_plot->target->setPen(Qt::NoPen);
    const QColor quiet = blend(text, base, 0.35);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setLabelColor(quiet);
        axis->setTickLabelColor(quiet);
        axis->setLabelFont(font());
        axis->setTickLabelFont(font());
        axis->setBasePen(blend(base, text, 0.4));
        axis->setTickPen(blend(base, text, 0.4));
        axis->setSubTicks(false);
        axis->grid()->setPen(blend(base, text, 0.12));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->limitLine->setPen(QPen(quiet, 1, Qt::DashLine));
    m_plot->limitText->setColor(quiet);
    m_plot->limitText->setFont(font());
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(text);
    m_plot->legend->setBrush(base);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace alignoscope::ui
