// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/corpus_bytes.h"

#include "alignoscope/dataset.h"
#include "corpus/dataset_builder.h"

#include <memory>

/// A whole corpus file, plain or compressed: an Error or pairs with two sides, and a dataset of them or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    const fuzzing::MemoryFile file(data, size);
    auto raw = fuzzing::read(file, {});
    if (!raw)
        return 0;
    fuzzing::requireGoodPairs(*raw);
    try {
        const auto shared = std::make_shared<const RawCorpus>(std::move(*raw));
        const Dataset dataset = corpus::buildDataset({shared, nullptr, nullptr, nullptr}, {}, 1, {});
        if (dataset.training.size() + dataset.validation.size() > shared->pairs.size())
            std::abort();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
