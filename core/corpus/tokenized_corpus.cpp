// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/tokenized_corpus.h"

#include "corpus/parallel.h"
#include "text/tokenizer.h"

#include <algorithm>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t pairsInChunk = 1024;

/// What one thread keeps for one side.
struct SideWorker {
    text::Tokenizer tokenizer;
    text::TokenBuffer buffer{};
    TokenTable table{};

    void tokenize(std::string_view sentence, std::vector<TypeId>& tokens)
    {
        buffer.clear();
        tokenizer.tokenize(sentence, buffer);
        for (std::size_t i = 0; i < buffer.size(); ++i)
            tokens.push_back(table.number(buffer[i]));
    }
};

struct Worker {
    explicit Worker(const TextOptions& text)
        : source{text::Tokenizer(text.source())}, target{text::Tokenizer(text.target())}
    {
    }
    SideWorker source, target;
};

struct ChunkSide {
    std::vector<TypeId> tokens;
    std::vector<std::size_t> ends;
};

struct Chunk {
    std::size_t worker = 0; ///< whose table numbers these tokens
    ChunkSide source, target;
};

using Workers = std::vector<std::unique_ptr<Worker>>;

/// From every worker's numbers to common ones.
std::vector<std::vector<TypeId>> commonNumbers(const Workers& workers, SideWorker Worker::*side,
                                               std::vector<std::string>& types)
{
    TokenTable common;
    std::vector<std::vector<TypeId>> numbers;
    for (const auto& worker : workers) {
        const TokenTable& table = ((*worker).*side).table;
        auto& own = numbers.emplace_back(table.size());
        for (TypeId id = 0; id < table.size(); ++id)
            own[id] = common.number(table.type(id));
    }
    types.reserve(common.size());
    for (TypeId id = 0; id < common.size(); ++id)
        types.push_back(common.type(id));
    return numbers;
}

TokenizedSide joined(const Workers& workers, const std::vector<Chunk>& chunks, SideWorker Worker::*workerSide,
                     ChunkSide Chunk::*chunkSide)
{
    TokenizedSide side;
    const auto numbers = commonNumbers(workers, workerSide, side.types);
    std::size_t tokens = 0, sentences = 0;
    for (const Chunk& chunk : chunks) {
        tokens += (chunk.*chunkSide).tokens.size();
        sentences += (chunk.*chunkSide).ends.size();
    }
    side.tokens.reserve(tokens);
    side.ends.reserve(sentences);
    for (const Chunk& chunk : chunks) {
        const std::size_t begin = side.tokens.size();
        for (const TypeId id : (chunk.*chunkSide).tokens)
            side.tokens.push_back(numbers[chunk.worker][id]);
        for (const std::size_t end : (chunk.*chunkSide).ends)
            side.ends.push_back(begin + end);
    }
    return side;
}

} // namespace

TokenizedCorpus tokenizeCorpus(const TextPairs& pairs, const TextOptions& text, std::size_t workerCount,
                               const Progress& progress)
{
    Workers workers;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, workerCount); ++i)
        workers.push_back(std::make_unique<Worker>(text));
    std::vector<Chunk> chunks((pairs.size() + pairsInChunk - 1) / pairsInChunk);

    forEachChunk(chunks.size(), workers.size(), progress, [&](std::size_t number, std::size_t which) {
        Worker& worker = *workers[number];
        Chunk& chunk = chunks[which];
        chunk.worker = number;
        const std::size_t end = std::min(pairs.size(), (which + 1) * pairsInChunk);
        for (std::size_t i = which * pairsInChunk; i < end; ++i) {
            worker.source.tokenize(pairs.source(i), chunk.source.tokens);
            worker.target.tokenize(pairs.target(i), chunk.target.tokens);
            chunk.source.ends.push_back(chunk.source.tokens.size());
            chunk.target.ends.push_back(chunk.target.tokens.size());
        }
    });
    return {joined(workers, chunks, &Worker::source, &Chunk::source),
            joined(workers, chunks, &Worker::target, &Chunk::target)};
}

} // namespace alignoscope::corpus
