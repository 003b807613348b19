// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/drawing_rate.h"

#include "app/commands/typesetter.h"

#include "alignoscope/error.h"
#include "ui/figure/attention_figure.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace alignoscope::commands {
namespace {

/// A diagonal that wanders with `turn`.
AttentionSnapshot madeUpAttention(int tokens, int turn)
{
    AttentionSnapshot snapshot;
    for (int token = 1; token < tokens; ++token) {
        snapshot.sourceTokens.push_back("source" + std::to_string(token));
        snapshot.targetTokens.push_back("target" + std::to_string(token));
    }
    snapshot.sourceTokens.emplace_back("</s>");
    snapshot.targetTokens.emplace_back("</s>");
    snapshot.sourceUnknown.assign(snapshot.sourceTokens.size(), false);
    for (int target = 0; target < tokens; ++target) {
        const double middle = target + 3 * std::sin(0.1 * turn);
        double sum = 0;
        std::vector<double> row;
        for (int source = 0; source < tokens; ++source) {
            row.push_back(std::exp(-0.25 * (source - middle) * (source - middle)) + 1e-4);
            sum += row.back();
        }
        for (const double weight : row)
            snapshot.weights.push_back(static_cast<float>(weight / sum));
    }
    return snapshot;
}

} // namespace

DrawingFigure benchmarkDrawing(double seconds, std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t fewest = 3;
    const Typesetter typesetter;
    DrawingFigure figure;
    QImage image(figure.width, figure.height, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> frames;
    double sum = 0;
    for (int turn = 0; frames.size() < fewest || sum < seconds; ++turn) {
        if (stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"benchmark", "it was interrupted", {}, {}, {}});
        const AttentionSnapshot snapshot = madeUpAttention(figure.tokens, turn);
        const auto begin = Clock::now();
        image.fill(Qt::white);
        QPainter painter(&image);
        ui::paintInto(painter, QRectF(image.rect()), ui::attentionDrawing(snapshot, {}));
        painter.end();
        const double frame = std::chrono::duration<double>(Clock::now() - begin).count();
        if (turn == 0) // fonts are loaded
            continue;
        frames.push_back(1000 * frame);
        sum += frame;
    }
    std::ranges::sort(frames);
    figure.medianMilliseconds = frames[frames.size() / 2];
    figure.p99Milliseconds = frames[(frames.size() - 1) * 99 / 100];
    return figure;
}

} // namespace alignoscope::commands
