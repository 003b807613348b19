// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/token_focus.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/isolated_text.h"
#include "ui/views/text_attention_view_parts.h"

#include <QFontInfo>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double margin = 14;      // pixels round the text
constexpr double largerType = 1.3; // than the window's: a text is read
constexpr double widestLine = 62;  // of the size of type: longer lines are hard to read

bool haveSameWords(const AttentionSnapshotPtr& a, const AttentionSnapshotPtr& b)
{
    if (!a || !b)
        return !a && !b;
    return a->sourceTokens == b->sourceTokens && a->sourceUnknown == b->sourceUnknown;
}

} // namespace

TextAttentionView::TextAttentionView(QWidget* parent) : QAbstractScrollArea(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("textAttentionView");
    setAccessibleName(tr("Text coloured by attention"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    m_parts->scene.emptyText = tr("No text to show yet");
    layOut();
    describe();
}

TextAttentionView::~TextAttentionView() = default;

void TextAttentionView::setSnapshot(AttentionSnapshotPtr snapshot)
{
    if (snapshot && !isTextPicture(*snapshot))
        snapshot = nullptr;
    Parts& parts = *m_parts;
    const bool sameWords = haveSameWords(snapshot, parts.scene.picture);
    parts.scene.picture = std::move(snapshot);
    const AttentionSnapshotPtr& shown = parts.scene.picture;
    if (!sameWords) {
        parts.scene.words = shown ? sourceLabels(*shown) : std::vector<TokenLabel>();
        parts.sentence = shown ? sentenceKey(shown->sourceTokens) : 0;
        parts.hovered = parts.cursor = -1;
        takeFocus();
        layOut();
        verticalScrollBar()->setValue(0);
    }
    refreshPadding();
    refreshScale();
    activate();
}

const AttentionSnapshotPtr& TextAttentionView::snapshot() const
{
    return m_parts->scene.picture;
}

void TextAttentionView::setEmptyText(const QString& text)
{
    m_parts->scene.emptyText = text;
    if (!snapshot()) {
        viewport()->update();
        describe();
    }
}

void TextAttentionView::setColourMap(ColourMap map)
{
    m_parts->scene.colourMap = map;
    viewport()->update();
    emit scaleChanged();
}

ColourMap TextAttentionView::colourMap() const
{
    return m_parts->scene.colourMap;
}

void TextAttentionView::setWordOrder(WordOrder order)
{
    if (order == m_parts->scene.wordOrder)
        return;
    m_parts->scene.wordOrder = order;
    setHovered(-1); // another word is under the pointer now
    layOut();
}

void TextAttentionView::setStretched(bool stretched)
{
    m_parts->stretched = stretched;
    refreshScale();
}

void TextAttentionView::setPaddingShown(bool shown)
{
    m_parts->paddingShown = shown;
    refreshPadding();
}

void TextAttentionView::setGold(const std::optional<GoldAlignment>& gold)
{
    std::vector<bool> known;
    if (gold) {
        for (const std::vector<Link>* links : {&gold->sure, &gold->possible}) {
            for (const Link& link : *links) {
                known.resize(std::max(known.size(), static_cast<std::size_t>(link.source) + 1));
                known[static_cast<std::size_t>(link.source)] = true;
            }
        }
    }
    if (known == m_parts->scene.known)
        return;
    m_parts->scene.known = std::move(known);
    viewport()->update();
}

ValueScale TextAttentionView::scale() const
{
    return m_parts->scene.scale;
}

void TextAttentionView::refreshScale()
{
    const ValueScale scale = snapshot() ? textScale(*snapshot(), m_parts->stretched) : ValueScale();
    const bool changed = scale != m_parts->scene.scale;
    m_parts->scene.scale = scale;
    viewport()->update();
    if (changed)
        emit scaleChanged();
}

QString TextAttentionView::paddingText() const
{
    return m_parts->scene.padding;
}

void TextAttentionView::refreshPadding()
{
    const double share = snapshot() && m_parts->paddingShown ? paddingShare(*snapshot()) : 0;
    const QString text = share > 0 ? tr("padding %1").arg(QString::number(share, 'f', 2)) : QString();
    if (text == m_parts->scene.padding)
        return;
    m_parts->scene.padding = text;
    layOut();
}

void TextAttentionView::layOut()
{
    TextAttentionScene& scene = m_parts->scene;
    scene.palette = palette();
    scene.typeSize = std::round(QFontInfo(font()).pixelSize() * largerType * m_parts->zoom);
    QFont type = scene.picture ? figureFont(QFontInfo(font()).family(), *scene.picture) : font();
    type.setHintingPreference(font().hintingPreference());
    scene.metrics = LabelMetrics(type);
    const double room = viewport()->width() - 2 * margin;
    scene.lineWidth = std::max(40.0, std::min(room, widestLine * scene.typeSize));
    scene.layOut();
    const int height = static_cast<int>(std::ceil(scene.flow.height + 2 * margin));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(scene.typeSize * 2));
    viewport()->update();
}

QPointF TextAttentionView::origin() const
{
    const TextAttentionScene& scene = m_parts->scene;
    const double room = viewport()->width() - margin;
    return {scene.flow.fromRight ? room - scene.lineWidth : margin, margin - verticalScrollBar()->value()};
}

void TextAttentionView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const TextAttentionScene& scene = m_parts->scene;
    if (!scene.picture) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         scene.emptyText);
        return;
    }
    painter.translate(origin());
    scene.paint(painter, QRectF(event->rect()).translated(-origin()));
}

void TextAttentionView::followFocus(TokenFocus* focus)
{
    m_parts->focus = focus;
    connect(focus, &TokenFocus::changed, this, &TextAttentionView::takeFocus);
    takeFocus();
}

// What another view speaks of is lit here too.
void TextAttentionView::takeFocus()
{
    const TokenFocus* focus = m_parts->focus;
    const bool listens = focus && focus->by() != this && snapshot();
    m_parts->scene.linked = listens ? focus->place().sourceIn(m_parts->sentence) : -1;
    viewport()->update();
}

void TextAttentionView::tellFocus()
{
    if (!m_parts->focus || !snapshot())
        return;
    const int word = activeWord();
    if (word >= 0)
        m_parts->focus->set({word, 0, m_parts->sentence, sentenceKey(snapshot()->targetTokens)}, this);
    else
        m_parts->focus->clear(this);
}

int TextAttentionView::activeWord() const
{
    return m_parts->scene.active;
}

void TextAttentionView::setCursorWord(int word)
{
    const int last = snapshot() ? snapshot()->sources() - 1 : -1;
    m_parts->cursor = std::clamp(word, -1, last);
    m_parts->hovered = -1; // what was chosen last is what is read
    reveal(m_parts->cursor);
    activate();
    tellFocus();
}

void TextAttentionView::setHovered(int word)
{
    if (word == m_parts->hovered)
        return;
    m_parts->hovered = word;
    activate();
    tellFocus();
}

// Decides which word is spelled out: the pointer's, otherwise the keyboard's.
void TextAttentionView::activate()
{
    TextAttentionScene& scene = m_parts->scene;
    const int before = scene.active;
    scene.active = m_parts->hovered >= 0 ? m_parts->hovered : m_parts->cursor;
    scene.keyboard = scene.active >= 0 && m_parts->hovered < 0 && hasFocus();
    viewport()->update();
    describe();
    if (scene.active >= 0 || before >= 0)
        emit wordHovered(scene.active);
}

QString TextAttentionView::readout() const
{
    const int word = activeWord();
    if (word < 0 || !snapshot())
        return {};
    return tr("%1  %2 · rank %3 of %4")
        .arg(isolated(m_parts->scene.words[static_cast<std::size_t>(word)].text),
             weightText(static_cast<double>(snapshot()->weight(0, word))))
        .arg(rankOf(*snapshot(), word))
        .arg(snapshot()->sources());
}

void TextAttentionView::describe()
{
    QString words = m_parts->scene.emptyText;
    if (activeWord() >= 0) {
        words = readout();
    } else if (snapshot()) {
        words.clear();
        for (const TokenLabel& word : m_parts->scene.words)
            words += (words.isEmpty() ? "" : " ") + word.text;
    }
    if (words != accessibleDescription()) // each change is read aloud
        setAccessibleDescription(words);
}

QRect TextAttentionView::wordRect(int word) const
{
    const TextAttentionScene& scene = m_parts->scene;
    if (!snapshot() || word < 0 || word >= snapshot()->sources())
        return {};
    return scene.flow.places[static_cast<std::size_t>(word)].translated(origin()).toRect();
}

int TextAttentionView::wordAt(const QPointF& position) const
{
    return snapshot() ? m_parts->scene.wordAt(position - origin()) : -1;
}

QSize TextAttentionView::sizeHint() const
{
    return {560, 320};
}
QSize TextAttentionView::minimumSizeHint() const
{
    return {180, 90};
}

} // namespace alignoscope::ui
