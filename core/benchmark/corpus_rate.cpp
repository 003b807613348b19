// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"
#include "benchmark/repetitions.h"

namespace alignoscope {

CorpusFigure benchmarkCorpus(const BenchmarkSettings& settings, const Progress& progress)
{
    const BuiltinCorpus& corpus = builtinCorpora().front();
    CorpusFigure figure;
    figure.corpus = corpus.name;
    std::shared_ptr<const RawCorpus> read;
    figure.readMilliseconds = 1000 * benchmark::medianSeconds(settings, progress, [&] {
                                  read = std::make_shared<const RawCorpus>(readCorpus({corpus.name, {}, {}}));
                              });
    figure.pairs = static_cast<std::int64_t>(read->pairs.size());
    DatasetOptions options;
    options.text = read->suggested;
    figure.datasetMilliseconds = 1000 * benchmark::medianSeconds(settings, progress, [&] {
                                     (void)buildDataset({read, nullptr, nullptr, nullptr}, options);
                                 });
    return figure;
}

} // namespace alignoscope
