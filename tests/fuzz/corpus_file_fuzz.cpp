// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"

#include "alignoscope/dataset.h"
#include "alignoscope/error.h"
#include "corpus/dataset_builder.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace {

/// A file in memory: the reader opens files, and a disk would be worn for nothing.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : m_number(memfd_create("fuzz", 0))
    {
        if (m_number < 0 || write(m_number, data, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    ~MemoryFile() { close(m_number); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_number); }

private:
    int m_number;
};

} // namespace

/// A whole corpus file, plain or compressed: an Error or pairs with two sides, and a dataset of them or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    const MemoryFile file(data, size);
    try {
        const ReadLimits limits{.textBytes = 1 << 20, .lineBytes = 1 << 10};
        auto raw = corpus::readPairs(CorpusSource::parse({file.path()}), {}, limits, {});
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
