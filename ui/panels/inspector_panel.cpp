// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inspector_panel.h"

#include "ui/figure/isolated_text.h"
#include "ui/figure/token_label.h"
#include "ui/panels/still_frame.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"
#include "ui/views/text_attention_view.h"

#include "alignoscope/attention_measures.h"

#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alignoscope::ui {

static constexpr int barCount = 6;

static QLabel* label(const char* name, QWidget* parent)
{
    auto* text = new QLabel(parent);
    text->setObjectName(name);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

InspectorPanel::InspectorPanel(QWidget* parent) : QWidget(parent)
{
    m_stack = new QStackedLayout(this);
    m_empty = label("inspectorEmpty", this);
    m_empty->setText(
        tr("Point at a cell of the picture: here stands how much the model looks at which word, in numbers."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);

    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 10, 10, 10);
    m_title = label("inspectorCell", page);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    m_weight = label("inspectorWeight", page);
    m_rowTitle = label("inspectorRow", page);
    m_bars = new WeightBars(page);
    m_bars->setObjectName("inspectorBars");
    m_bars->setAccessibleName(tr("Largest weights of the row"));
    m_spread = label("inspectorSpread", page);
    m_spread->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_title);
    layout->addWidget(m_weight);
    layout->addSpacing(12);
    layout->addWidget(m_rowTitle);
    layout->addWidget(m_bars);
    layout->addSpacing(6);
    layout->addWidget(m_spread);
    layout->addStretch(1);
    m_stack->addWidget(new StillFrame(page, this));
}

void InspectorPanel::follow(HeatmapView* view)
{
    connect(view, &HeatmapView::cellHovered, this, [this, view](int target, int source) {
        if (!view->isVisible()) // a cursor in a tab behind
            return;
        m_view = view;
        m_text = nullptr;
        m_snapshot = view->snapshot();
        m_scale = view->look().scale;
        setCell(target, source);
    });
}

void InspectorPanel::follow(LinksView* view)
{
    connect(view, &LinksView::cellHovered, this, [this, view](int target, int source) {
        if (!view->isVisible()) // a cursor in a tab behind
            return;
        m_text = nullptr;
        m_snapshot = view->snapshot();
        m_scale = {};
        setCell(target, source);
    });
}

// A text has all of its words, whatever the other views leave out.
void InspectorPanel::follow(TextAttentionView* view)
{
    connect(view, &TextAttentionView::wordHovered, this, [this, view](int word) {
        if (!view->isVisible() || word < 0)
            return;
        m_view = nullptr;
        m_text = view;
        m_snapshot = view->snapshot();
        m_scale = {};
        setCell(0, word);
    });
}

void InspectorPanel::setTask(Task task)
{
    m_task = task;
    m_empty->setText(
        task == Task::Classification
            ? tr("Point at a word of the text: here stands how much the model looks at it, in numbers.")
            : tr("Point at a cell of the picture: here stands how much the model looks at which word, in numbers."));
    refresh();
}

void InspectorPanel::setSnapshot(const AttentionSnapshotPtr& snapshot)
{
    if (m_cell && m_view && m_view->snapshot() && m_view->isVisible())
        return refresh(); // the cell is another view's, which says itself when it changes
    if (m_cell && m_text && m_text->isVisible() && m_text->snapshot()) { // perhaps of a text that was typed
        const bool sameText = m_snapshot && m_snapshot->sourceTokens == m_text->snapshot()->sourceTokens;
        m_snapshot = m_text->snapshot();
        return sameText ? refresh() : clearCell();
    }
    m_snapshot = shapeAttention(snapshot, m_shape).snapshot;
    m_scale = {};
    const AttentionSnapshotPtr& shown = m_snapshot;
    if (!shown || (m_cell && (m_cell->target >= shown->targets() || m_cell->source >= shown->sources())))
        m_cell.reset();
    refresh();
}

void InspectorPanel::setShape(const AttentionShape& shape)
{
    m_shape = shape;
    clearCell(); // it counted other tokens; the view under the pointer tells it anew
}

void InspectorPanel::setCell(int target, int source)
{
    m_cell = Cell{target, source};
    refresh();
}

void InspectorPanel::clearCell()
{
    m_cell.reset();
    refresh();
}

void InspectorPanel::refresh()
{
    m_stack->setCurrentIndex(m_snapshot && m_cell ? 1 : 0);
    if (!m_snapshot || !m_cell)
        return;
    const AttentionSnapshot& s = *m_snapshot;
    const std::vector<TokenLabel> sources = sourceLabels(s);
    const QString target = targetLabels(s)[static_cast<std::size_t>(m_cell->target)].text;
    const auto source = [&sources](int i) { return sources[static_cast<std::size_t>(i)].text; };
    m_title->setText(isolated(target) + " ← " + isolated(source(m_cell->source)));
    m_weight->setText(tr("weight %1").arg(QLocale().toString(s.weight(m_cell->target, m_cell->source), 'f', 4)));
    m_rowTitle->setText((m_task == Task::Classification ? tr("When it decides for “%1” the model looks at")
                                                        : tr("For “%1” the model looks at"))
                            .arg(isolated(target)));

    for (QWidget* part : std::initializer_list<QWidget*>{m_rowTitle, m_bars, m_spread})
        part->setVisible(!m_scale.diverging); // such numbers are no shares of one whole
    if (m_scale.diverging) {
        m_weight->setText(
            tr("value %1").arg(valueText(m_scale, static_cast<double>(s.weight(m_cell->target, m_cell->source)))));
        return;
    }
    const std::span<const float> row = s.row(m_cell->target);
    std::vector<int> order(row.size());
    std::iota(order.begin(), order.end(), 0);
    const auto shown = std::min<std::ptrdiff_t>(barCount, std::ssize(order));
    const auto heavier = [&row](int a, int b) {
        return row[static_cast<std::size_t>(a)] > row[static_cast<std::size_t>(b)];
    };
    std::partial_sort(order.begin(), order.begin() + shown, order.end(), heavier);
    std::vector<WeightBars::Bar> bars;
    for (auto i = order.begin(); i != order.begin() + shown; ++i)
        bars.push_back({source(*i), row[static_cast<std::size_t>(*i)], *i == m_cell->source});
    m_bars->setBars(std::move(bars));

    const double spread = entropy(row);
    m_spread->setText(tr("Spread over about %1 words (entropy %2 of at most %3 nats)")
                          .arg(QLocale().toString(std::exp(spread), 'f', 1), QLocale().toString(spread, 'f', 2),
                               QLocale().toString(std::log(static_cast<double>(row.size())), 'f', 2)));
}

} // namespace alignoscope::ui
