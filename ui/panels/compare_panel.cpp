// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/compare_side_controls.h"
#include "ui/panels/comparison_side.h"
#include "ui/panels/difference_words.h"
#include "ui/panels/sentences_panel.h"
#include "ui/views/heatmap_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace alignoscope::ui {

static constexpr int threeColumns = 880;          ///< pixels: from here on the three stand side by side
constexpr int narrowColumns = 680, twoRows = 600; // beside one another while there is no room for two rows

static QLabel* quietLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

ComparePanel::ComparePanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, TokenFocus& focus,
                           QWidget* parent)
    : ViewPanel(parent), m_session(workbench.session()), m_focus(focus)
{
    setObjectName("comparePanel");
    build(workbench, playback, sentences);
    for (const Pane pane : {A, B, Map}) {
        Part& part = m_parts[pane];
        part.heatmap->followFocus(&part.focus);
        connect(part.heatmap, &HeatmapView::cellHovered, this,
                [this, pane](int target, int source) { tell(pane, target, source); });
        connect(part.heatmap, &HeatmapView::cellLeft, this, [this, &part] { m_focus.clear(part.heatmap); });
        if (part.side)
            connect(part.side, &ComparisonSide::changed, this, &ComparePanel::renew);
    }
    connect(&m_focus, &TokenFocus::changed, this, &ComparePanel::follow);
    m_wordsClock.setSingleShot(true);
    m_wordsClock.setInterval(200); // milliseconds: nobody reads numbers at the rate of pictures
    connect(&m_wordsClock, &QTimer::timeout, this, &ComparePanel::renewCaptions);
    renew();
}

void ComparePanel::build(Workbench& workbench, Playback& playback, const SentencesPanel& sentences)
{
    const std::array letters = {QStringLiteral("A"), QStringLiteral("B")};
    auto* content = new QWidget(this);
    for (const Pane pane : {A, B, Map}) {
        Part& part = m_parts[pane];
        const QString name = pane == Map ? QStringLiteral("compareDifference") : "compare" + letters[pane];
        if (pane == Map) {
            part.head = buildMapHead();
        } else {
            SideChoice first;
            first.kind = pane == A ? SideChoice::Kind::Now : SideChoice::Kind::Step;
            part.side = new ComparisonSide(workbench, playback, sentences.model(), first, this);
            part.head = part.controls =
                new CompareSideControls(letters[pane], *part.side, workbench, sentences.model(), content);
        }
        part.caption = quietLabel(name + "Caption", content);
        part.heatmap = new HeatmapView(content);
        part.heatmap->setObjectName(name + "Heatmap");
        part.heatmap->setAccessibleName(pane == Map ? tr("Difference of the two sides")
                                                    : tr("Attention of side %1").arg(letters[pane]));
        part.heatmap->setMinimumSize(190, 200); // two of them in the smallest window
        part.heatmap->setSizePolicy(QSizePolicy::Expanding,
                                    QSizePolicy::Ignored); // all of them in sight, where they fit
    }
    m_parts[Map].heatmap->setHint(tr("Point at a cell to read the difference"));
    m_parts[Map].heatmap->setEmptyText(tr("The difference appears when both sides have a picture."));

    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName("compareScroll");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_summary = quietLabel("compareSummary", this);
    m_summary->setForegroundRole(QPalette::WindowText);
    m_summary->setAccessibleName(tr("What the comparison comes to"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_summary);
    arrange(false);
}

QWidget* ComparePanel::buildMapHead()
{
    auto* head = new QWidget(this);
    auto* title = new QLabel(tr("Difference A − B"), head);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_swap = new QPushButton(tr("S&wap A and B"), head);
    m_swap->setObjectName("compareSwap");
    m_swap->setToolTip(tr("Let the two sides change places"));
    connect(m_swap, &QPushButton::clicked, this, &ComparePanel::swapSides);
    auto* row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(m_swap);
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(row);
    rows->addStretch(1);
    return head;
}

void ComparePanel::arrange(bool wide)
{
    m_wide = wide;
    for (const Pane pane : {A, B, Map}) {
        const int column = wide ? pane : pane % 2, top = !wide && pane == Map ? 3 : 0;
        const int span = !wide && pane == Map ? 2 : 1;
        m_grid->addWidget(m_parts[pane].head, top, column, 1, span);
        m_grid->addWidget(m_parts[pane].caption, top + 1, column, 1, span);
        m_grid->addWidget(m_parts[pane].heatmap, top + 2, column, 1, span);
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < 2 || wide ? 1 : 0);
    m_grid->setRowStretch(2, 1);
    m_grid->setRowStretch(5, wide ? 0 : 1);
}

void ComparePanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    const bool wide = width() >= threeColumns || (width() >= narrowColumns && height() < twoRows);
    if (wide != m_wide)
        arrange(wide);
}

void ComparePanel::showEvent(QShowEvent* event)
{
    ViewPanel::showEvent(event);
    if (m_stale)
        renew();
}

std::optional<ExportContent> ComparePanel::exportContent() const
{
    return m_comparison ? std::optional(exportOf(m_comparison)) : std::nullopt;
}

void ComparePanel::setColourMap(ColourMap map)
{
    for (const Part& part : m_parts)
        part.heatmap->setColourMap(map);
}

std::array<HeatmapView*, 2> ComparePanel::heatmaps() const
{
    return {m_parts[A].heatmap, m_parts[B].heatmap};
}

void ComparePanel::swapSides()
{
    const SideChoice a = m_parts[A].side->choice(), b = m_parts[B].side->choice();
    m_parts[A].side->setChoice(b);
    m_parts[B].side->setChoice(a);
}

void ComparePanel::renew()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const bool was = m_comparison != nullptr;
    const ComparisonSide &a = *m_parts[A].side, &b = *m_parts[B].side;
    m_comparison = Comparison::of({a.picture(), a.caption()}, {b.picture(), b.caption()});
    for (const Pane pane : {A, B}) {
        m_parts[pane].heatmap->setEmptyText(m_parts[pane].side->problem());
        if (m_parts[pane].side->picture() != m_parts[pane].heatmap->snapshot()) // mostly one of them changed
            m_parts[pane].heatmap->setSnapshot(m_parts[pane].side->picture());
    }
    if (m_comparison)
        m_parts[Map].heatmap->setLook(m_comparison->look);
    m_parts[Map].heatmap->setSnapshot(m_comparison ? m_comparison->map : nullptr);
    renewWordsSoon();
    renewPlaces();
    if (was != (m_comparison != nullptr))
        emit contentChanged();
}

// Words that change lay the panel out anew; while a model trains, pictures come with every frame.
void ComparePanel::renewWordsSoon()
{
    if (!m_session.active())
        renewCaptions();
    else if (!m_wordsClock.isActive())
        m_wordsClock.start();
}

void ComparePanel::renewCaptions()
{
    for (const Pane pane : {A, B})
        m_parts[pane].caption->setText(m_parts[pane].side->caption());
    m_parts[Map].caption->setText(m_comparison ? differenceLegend(m_comparison->difference) : QString());
    m_summary->setText(
        m_comparison ? differenceSummary(*m_comparison->a.picture, *m_comparison->b.picture, m_comparison->difference)
                     : QString());
}

// Where the tokens of each matrix stand in the difference map.
void ComparePanel::renewPlaces()
{
    for (const Pane pane : {A, B, Map}) {
        Part& part = m_parts[pane];
        const AttentionSnapshotPtr& shown = part.heatmap->snapshot();
        part.sourceKey = shown ? sentenceKey(shown->sourceTokens) : 0;
        part.targetKey = shown ? sentenceKey(shown->targetTokens) : 0;
        part.rows.assign(shown ? shown->targetTokens.size() : 0, -1);
        part.columns.assign(shown ? shown->sourceTokens.size() : 0, -1);
    }
    if (!m_comparison)
        return follow(m_focus.place());
    const auto place = [](std::vector<int>& places, int token, std::size_t map) {
        if (token >= 0)
            places[static_cast<std::size_t>(token)] = static_cast<int>(map);
    };
    const auto fill = [&](std::vector<int> Part::*places, const std::vector<TokenPair>& pairs) {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            place(m_parts[A].*places, pairs[i].right, i); // the difference is B's on the left, A's on the right
            place(m_parts[B].*places, pairs[i].left, i);
            place(m_parts[Map].*places, static_cast<int>(i), i);
        }
    };
    fill(&Part::rows, m_comparison->difference.targets);
    fill(&Part::columns, m_comparison->difference.sources);
    follow(m_focus.place());
}

// Other views count the tokens of sentences, so the map speaks of a token of A, or of B where A does not have it.
void ComparePanel::tell(Pane pane, int target, int source)
{
    TokenFocus::Place place{source, target, m_parts[pane].sourceKey, m_parts[pane].targetKey};
    if (pane == Map && m_comparison) {
        const TokenPair row = m_comparison->difference.targets[static_cast<std::size_t>(target)];
        const TokenPair column = m_comparison->difference.sources[static_cast<std::size_t>(source)];
        place.target = row.right >= 0 ? row.right : row.left;
        place.source = column.right >= 0 ? column.right : column.left;
        place.targetSentence = m_parts[row.right >= 0 ? A : B].targetKey;
        place.sourceSentence = m_parts[column.right >= 0 ? A : B].sourceKey;
    }
    m_focus.set(place, m_parts[pane].heatmap);
}

void ComparePanel::follow(const TokenFocus::Place& place)
{
    const auto inMap = [](int token, const std::vector<int>& places) {
        return token >= 0 && token < static_cast<int>(places.size()) ? places[static_cast<std::size_t>(token)] : -1;
    };
    int row = -1, column = -1;
    for (const Pane pane : {A, B}) { // both say the same where both know the sentence
        const Part& part = m_parts[pane];
        row = std::max(row, inMap(place.targetIn(part.targetKey), part.rows));
        column = std::max(column, inMap(place.sourceIn(part.sourceKey), part.columns));
    }
    for (Part& part : m_parts) {
        if (m_focus.by() == part.heatmap)
            continue; // it shows what it points at
        if (!m_comparison) {
            part.focus.set(
                {place.sourceIn(part.sourceKey), place.targetIn(part.targetKey), part.sourceKey, part.targetKey}, this);
            continue;
        }
        const auto token = [](const std::vector<int>& places, int map) {
            const auto found = map < 0 ? places.end() : std::ranges::find(places, map);
            return found == places.end() ? -1 : static_cast<int>(found - places.begin());
        };
        part.focus.set({token(part.columns, column), token(part.rows, row), part.sourceKey, part.targetKey}, this);
    }
}

} // namespace alignoscope::ui
