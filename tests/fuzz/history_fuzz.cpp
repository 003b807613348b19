// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "storage/history_reader.h"
#include "storage/history_writer.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace alignoscope;

namespace {

/// A folder of this process's own, on a disk in memory where there is one.
const std::filesystem::path& folder()
{
    static const auto path = [] {
        const bool memory = std::filesystem::exists("/dev/shm");
        auto name = (memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path())
            / ("alignoscope-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(name);
        std::atexit([] { std::filesystem::remove_all(folder()); });
        return name;
    }();
    return path;
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A small real history, in which the input changes bytes: a database made of nothing would hardly ever be opened.
std::string realHistory()
{
    const auto path = folder() / "real";
    {
        storage::HistoryWriter writer(path);
        writer.append({{}, 1, WatchedSentence{SentenceId{0}, "a b", "c d", true, GoldAlignment{{{0, 0}}, {{1, 1}}}}});
        writer.append({{}, 2, StepReport{1}});
        writer.append({{}, 3, ValidationReport{1}});
        writer.append({{}, 4, RunFinished{}});
        AttentionSnapshot snapshot;
        snapshot.sourceTokens = {"a", "b"};
        snapshot.targetTokens = {"c"};
        snapshot.weights = {0.25F, 0.75F};
        snapshot.sentence = SentenceId{0};
        writer.append(snapshot);
        writer.flush();
    }
    return bytesOf(path);
}

void readEverything(const std::filesystem::path& path)
{
    storage::HistoryReader reader(path);
    static_cast<void>(reader.events());
    static_cast<void>(reader.watched());
    for (const auto step : reader.snapshotSteps(SentenceId{0})) {
        const auto snapshot = reader.snapshot(SentenceId{0}, step);
        if (snapshot && snapshot->weights.size() != snapshot->sourceTokens.size() * snapshot->targetTokens.size())
            std::abort();
    }
}

} // namespace

// Whatever is changed in a history: its content, or an Error; nothing else. Three bytes of the input are one change:
// two for the place, one for the value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::string real = realHistory();
    std::string bytes = real;
    for (std::size_t i = 0; i + 2 < size; i += 3)
        bytes[(data[i] * 256U + data[i + 1]) % bytes.size()] = static_cast<char>(data[i + 2]);
    const auto path = folder() / "changed";
    std::ofstream(path, std::ios::binary) << bytes;
    try {
        readEverything(path);
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
