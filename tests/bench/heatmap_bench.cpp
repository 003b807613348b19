// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_snapshot.h"
#include "ui/figure/attention_figure.h"
#include "ui/views/heatmap_view.h"

#include <QApplication>

#include <benchmark/benchmark.h>

#include <array>

using namespace alignoscope;
using namespace alignoscope::ui;
using alignoscope::testing::diagonal;
using alignoscope::testing::square;

// What a frame costs: the widget is 1000 by 800 pixels and is painted for good each time. A frame of a 60 Hz screen
// lasts 16 ms.
namespace {

std::unique_ptr<HeatmapView> shownView()
{
    auto view = std::make_unique<HeatmapView>();
    view->resize(1000, 800);
    view->show();
    return view;
}

void newWeights(benchmark::State& state)
{
    const auto view = shownView();
    const auto tokens = square(static_cast<int>(state.range(0)));
    const std::array snapshots = {diagonal(tokens->sourceTokens, tokens->targetTokens, 0.75F),
                                  diagonal(tokens->sourceTokens, tokens->targetTokens, 0.25F)};
    std::size_t turn = 0;
    for (auto _ : state) {
        view->setSnapshot(snapshots[++turn % 2]);
        view->repaint();
    }
}
BENCHMARK(newWeights)->Arg(15)->Arg(60)->Arg(100)->Unit(benchmark::kMillisecond);

void newTokens(benchmark::State& state)
{
    const auto view = shownView();
    const int tokens = static_cast<int>(state.range(0));
    const std::array snapshots = {square(tokens), square(tokens - 1)};
    std::size_t turn = 0;
    for (auto _ : state) {
        view->setSnapshot(snapshots[++turn % 2]);
        view->repaint();
    }
}
BENCHMARK(newTokens)->Arg(15)->Arg(60)->Arg(100)->Unit(benchmark::kMillisecond);

void movedCursor(benchmark::State& state)
{
    const auto view = shownView();
    view->setSnapshot(square(60));
    int turn = 0;
    for (auto _ : state) {
        view->setCursorCell(HeatmapView::Cell{++turn % 60, turn % 59});
        view->repaint();
    }
}
BENCHMARK(movedCursor)->Unit(benchmark::kMillisecond);

void writtenFigure(benchmark::State& state)
{
    const auto snapshot = square(60);
    const auto format = static_cast<FigureFormat>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(figureBytes(format, *snapshot, {}));
}
BENCHMARK(writtenFigure)
    ->Arg(static_cast<int>(FigureFormat::Pdf))
    ->Arg(static_cast<int>(FigureFormat::Svg))
    ->Arg(static_cast<int>(FigureFormat::Png))
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
