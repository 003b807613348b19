// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/units_panel.h"

#include "ui/panels/unit_words.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/unit_means_view.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>

namespace alignoscope::ui {

UnitsPanel::UnitsPanel(QWidget* parent) : QWidget(parent)
{
    build();
    for (QComboBox* box : {m_what, m_unitOrder})
        connect(box, &QComboBox::currentIndexChanged, this, &UnitsPanel::arrange);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        offerQuantities();
        arrange();
    });
    connect(m_rows, &QComboBox::currentIndexChanged, this, &UnitsPanel::showRows);
    connect(m_scroll, &QScrollBar::valueChanged, this, &UnitsPanel::showRows);
    connect(&m_columns, &TokenFocus::changed, this, &UnitsPanel::tellFocus);
    arrange();
}

const LayerStates* UnitsPanel::layer() const
{
    const auto at = static_cast<std::size_t>(std::max(0, m_layer->currentIndex()));
    return m_states && at < m_states->layers.size() ? &m_states->layers[at] : nullptr;
}

bool UnitsPanel::ofDecoder() const
{
    return layer() && layer()->reading == Reading::Writing;
}

Quantity UnitsPanel::what() const
{
    return static_cast<Quantity>(m_what->currentData().toInt());
}

const UnitMatrix& UnitsPanel::matrix() const
{
    return layer()->of(what());
}

const std::vector<std::string>& UnitsPanel::tokens() const
{
    return ofDecoder() ? m_states->target : m_states->source;
}

MatrixLook UnitsPanel::look() const
{
    MatrixLook look;
    look.scale = scaleOf(what(), layer() ? &matrix() : nullptr);
    look.across = ofDecoder() ? tr("target") : tr("source");
    look.down = tr("unit ↓");
    look.cell = tr("unit %1 at %2:  %3");
    look.stretched = true;
    return look;
}

void UnitsPanel::setStates(SentenceStatesPtr states)
{
    m_states = std::move(states);
    offerLayers();
    offerQuantities();
    arrange();
}

void UnitsPanel::setEmptyText(const QString& text)
{
    m_heatmap->setEmptyText(text);
}

void UnitsPanel::setColourMap(ColourMap map)
{
    m_heatmap->setColourMap(map);
    m_means->setColourMap(map);
}

void UnitsPanel::arrange()
{
    explain();
    m_means->setVisible(layer() != nullptr);
    m_order.clear();
    if (layer()) {
        m_order = orderUnits(matrix(), static_cast<UnitOrder>(m_unitOrder->currentData().toInt()));
        m_means->setMeans(meanOverUnits(matrix()), look().scale);
    }
    offerRows(static_cast<int>(m_order.size()));
    showRows();
    takeFocus();
}

// Layers and quantities are those of the model; what was chosen is kept where it is still there.
void UnitsPanel::offerLayers()
{
    if (!m_states)
        return;
    const QSignalBlocker blocker(m_layer);
    const int chosen = m_layer->currentIndex();
    m_layer->clear();
    for (const LayerStates& one : m_states->layers)
        m_layer->addItem(titleOf(one, m_states->layers.back().number > 1));
    m_layer->setCurrentIndex(std::clamp(chosen, 0, m_layer->count() - 1));
}

void UnitsPanel::offerQuantities()
{
    if (!layer())
        return;
    const QSignalBlocker blocker(m_what);
    const QVariant chosen = m_what->currentData();
    m_what->clear();
    for (const LayerStates::One& one : layer()->quantities)
        m_what->addItem(titleOf(one.what), static_cast<int>(one.what));
    const int at = m_what->findData(chosen);
    m_what->setCurrentIndex(at >= 0 ? at : m_what->count() - 1);
}

// As many at once as powers of two allow; what was chosen is kept where it is still there.
void UnitsPanel::offerRows(int units)
{
    const QSignalBlocker blocker(m_rows);
    const int chosen = m_rows->currentData().toInt();
    m_rows->clear();
    m_rows->addItem(tr("All units"), 0);
    for (int rows = 16; rows < units; rows *= 2)
        m_rows->addItem(tr("%1 units").arg(rows), rows);
    m_rows->setCurrentIndex(std::max(0, m_rows->findData(chosen)));
    m_rows->setEnabled(m_rows->count() > 1);
}

void UnitsPanel::showRows()
{
    const auto units = static_cast<int>(m_order.size());
    const int chosen = m_rows->currentData().toInt(), rows = chosen == 0 ? units : std::min(chosen, units);
    {
        const QSignalBlocker blocker(m_scroll);
        m_scroll->setRange(0, units - rows);
        m_scroll->setPageStep(std::max(1, rows));
        m_scroll->setSingleStep(std::max(1, rows / 8));
        m_scroll->setVisible(rows < units);
    }
    if (!m_states) {
        m_heatmap->setSnapshot(nullptr);
        return;
    }
    auto picture = std::make_shared<AttentionSnapshot>();
    picture->step = m_states->step;
    picture->sentence = SentenceId(-1);
    picture->sourceTokens = tokens();
    if (!ofDecoder())
        picture->sourceUnknown = m_states->sourceUnknown;
    const int first = m_scroll->value();
    for (int row = first; row < first + rows; ++row) {
        const std::int32_t unit = m_order[static_cast<std::size_t>(row)];
        picture->targetTokens.push_back(std::to_string(unit + 1));
        const auto values = matrix().unit(unit);
        picture->weights.insert(picture->weights.end(), values.begin(), values.end());
    }
    m_heatmap->setLook(look());
    m_heatmap->setSnapshot(std::move(picture));
    m_means->update();
}

void UnitsPanel::explain()
{
    constexpr int roomForBoth = 340; // pixels: below, the picture needs every line
    const QString reading = explanationOf(layer() ? layer()->reading : Reading::Forwards);
    const QString quantity = explanationOf(what());
    m_explanation->setText(height() >= roomForBoth ? quantity + ' ' + reading : quantity);
    m_explanation->setToolTip(reading);
}

void UnitsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    explain();
}

void UnitsPanel::followFocus(TokenFocus* focus)
{
    m_focus = focus;
    connect(focus, &TokenFocus::changed, this, &UnitsPanel::takeFocus);
}

// What another view speaks of is a column here, if it is of this sentence.
void UnitsPanel::takeFocus()
{
    if (!m_focus || !m_states || m_focus->by() == this)
        return;
    const std::size_t sentence = sentenceKey(tokens());
    const int column = ofDecoder() ? m_focus->place().targetIn(sentence) : m_focus->place().sourceIn(sentence);
    m_columns.set(column < 0 ? TokenFocus::Place{} : TokenFocus::Place{column, -1, sentence, 0}, this);
}

void UnitsPanel::tellFocus()
{
    const int column = m_columns.place().source;
    m_means->setActive(column);
    if (!m_focus || !m_states || m_columns.by() == this)
        return;
    TokenFocus::Place place{-1, -1, sentenceKey(m_states->source), sentenceKey(m_states->target)};
    (ofDecoder() ? place.target : place.source) = column;
    if (column < 0)
        m_focus->clear(this);
    else
        m_focus->set(place, this);
}

std::optional<ExportContent> UnitsPanel::exportContent() const
{
    if (!m_states || !m_heatmap->snapshot())
        return std::nullopt;
    ExportContent content = exportOf(m_heatmap->snapshot(), look());
    content.name = QStringLiteral("states-step-%1").arg(m_states->step);
    content.texts = {{tr("CSV – gates and states of all layers"), QStringLiteral("csv"),
                      [states = m_states] { return statesToCsv(*states); }}};
    return content;
}

} // namespace alignoscope::ui
