// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/state_map_scene.h"

#include "ui/figure/figure_font.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

std::vector<TokenLabel> labelsOf(const std::vector<std::string>& tokens, const std::vector<bool>& unknown)
{
    AttentionSnapshot one;
    one.sourceTokens = tokens;
    one.sourceUnknown = unknown;
    return sourceLabels(one);
}

} // namespace

StateMapScene::StateMapScene(StateMapPtr given) : map(std::move(given))
{
    for (const StateMap::Sentence& sentence : map->sentences)
        for (TokenLabel& label : labelsOf(sentence.tokens, sentence.unknown))
            words.push_back(std::move(label));
}

void StateMapScene::setSentence(SentenceStatesPtr read, std::vector<PlacedToken> tokens)
{
    states = std::move(read);
    placed = std::move(tokens);
    own = states ? labelsOf(states->source, states->sourceUnknown) : std::vector<TokenLabel>();
}

QFont StateMapScene::font(const QString& family) const
{
    AttentionSnapshot written;
    if (states)
        written.sourceTokens = states->source;
    for (std::size_t i = 0; map && i < std::min<std::size_t>(map->sentences.size(), 20); ++i)
        written.targetTokens.insert(written.targetTokens.end(), map->sentences[i].tokens.begin(),
                                    map->sentences[i].tokens.end());
    return figureFont(family, written);
}

StateMapFrame StateMapFrame::around(const StateMapScene& scene, const QRectF& plot)
{
    StateMapFrame frame{plot, {0, 0}, 1};
    double left = 0, right = 0, top = 0, bottom = 0;
    const auto take = [&](const StateMap::Point& point) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        bottom = std::min(bottom, point.y);
        top = std::max(top, point.y);
    };
    for (const StateMap::Point& point : scene.map->points)
        take(point);
    for (const PlacedToken& token : scene.placed)
        take(token.point);
    constexpr double least = 1e-6, inside = 0.9;
    frame.centre = {(left + right) / 2, (bottom + top) / 2};
    frame.scale =
        inside * std::min(plot.width() / std::max(right - left, least), plot.height() / std::max(top - bottom, least));
    return frame;
}

QPointF StateMapFrame::at(const StateMap::Point& point) const
{
    return plot.center() + QPointF(point.x - centre.x(), centre.y() - point.y) * scale;
}

StateMapFrame StateMapFrame::in(const QRectF& other) const
{
    return {other, centre, scale * std::min(other.width() / plot.width(), other.height() / plot.height())};
}

StateMapFrame StateMapFrame::zoomed(double factor, const QPointF& about) const
{
    const QPointF away = about - plot.center();
    const QPointF kept = centre + QPointF(away.x(), -away.y()) / scale; // of the plane, below `about`
    StateMapFrame frame = *this;
    frame.scale *= factor;
    frame.centre = kept - QPointF(away.x(), -away.y()) / frame.scale;
    return frame;
}

double stateMapMargin(const LabelMetrics& metrics, double typeSize)
{
    return std::ceil(metrics.line(typeSize * 0.9) * 1.35);
}

QString shortAxisCaption(const StateMap& map, int component)
{
    const double share = 100 * map.variance[static_cast<std::size_t>(component)];
    return QCoreApplication::translate("StateMap", "%1 % of the variance →")
        .arg(QString::number(share, 'f', share < 10 ? 1 : 0));
}

QString axisCaption(const StateMap& map, int component)
{
    return (component == 0 ? QCoreApplication::translate("StateMap", "first direction: %1")
                           : QCoreApplication::translate("StateMap", "second direction: %1"))
        .arg(shortAxisCaption(map, component));
}

} // namespace alignoscope::ui
