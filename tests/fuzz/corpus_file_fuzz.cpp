// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"

#include "alignoscope/dataset.h"
#include "alignoscope/error.h"
#include "corpus/dataset_builder.h"
#include "fuzz/memory_file.h"

#include <cstdlib>
#include <memory>
#include <string>

/// A whole corpus file, plain or compressed: an Error or pairs with two sides, and a dataset of them or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    const test::MemoryFile file(data, size);
    try {
        ReadOptions options;
        options.limits = {.textBytes = 1 << 20, .lineBytes = 1 << 10, .expansion = 100, .depth = 16};
        auto raw = corpus::readPairs(CorpusSource::parse({file.path()}), options, {});
        if (raw.pairs.size() == 0)
            std::abort();
        const auto shared = std::make_shared<const RawCorpus>(std::move(raw));
        const Dataset dataset = corpus::buildDataset({shared, nullptr, nullptr, nullptr}, {}, 1, {});
        if (dataset.training.size() + dataset.validation.size() > shared->pairs.size())
            std::abort();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
