// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/tokenized_corpus.h"

#include "corpus/parallel.h"
#include "corpus/progress_part.h"
#include "text/tokenizer.h"

#include <memory>
#include <vector>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t pairsInChunk = 1024, bytesInChunk = std::size_t{1} << 20, chunksInRound = 64;
constexpr TypeId freshMark = TokenTable::mostTypes; ///< on numbers of a worker's own table

/// What one thread keeps for one side. While chunks are tokenised the common table does not change, so that all threads
/// may look into it; what is not there yet gets a number of the thread's own.
struct SideWorker {
    text::Tokenizer tokenizer;
    text::TokenBuffer buffer{};
    TokenTable fresh{};
    std::vector<TypeId> given{}; ///< the common numbers of `fresh`; `freshMark`: none yet

    void tokenize(std::string_view sentence, const TokenTable& known, std::vector<TypeId>& tokens)
    {
        buffer.clear();
        tokenizer.tokenize(sentence, buffer);
        for (std::size_t i = 0; i < buffer.size(); ++i) {
            const TokenTable::Hash hash = TokenTable::hashOf(buffer[i]);
            const auto type = known.find(buffer[i], hash);
            tokens.push_back(type ? *type : freshMark | fresh.number(buffer[i], hash));
        }
    }
};

struct Worker {
    explicit Worker(const TextOptions& text)
        : source{text::Tokenizer(text.source())}, target{text::Tokenizer(text.target())}
    {
    }
    SideWorker source, target;
};
using Workers = std::vector<std::unique_ptr<Worker>>;

struct ChunkSide {
    std::vector<TypeId> tokens;
    std::vector<std::uint64_t> ends;

    void clear()
    {
        tokens.clear();
        ends.clear();
    }
};

/// A few pairs that stand together.
struct Chunk {
    std::size_t begin = 0, end = 0;
    std::size_t worker = 0; ///< whose table has the fresh tokens
    ChunkSide source, target;

    void tokenize(const TextPairs& pairs, Worker& by, const TokenizedCorpus& known)
    {
        source.clear();
        target.clear();
        for (std::size_t i = begin; i < end; ++i) {
            by.source.tokenize(pairs.source(i), known.source.types, source.tokens);
            by.target.tokenize(pairs.target(i), known.target.types, target.tokens);
            source.ends.push_back(source.tokens.size());
            target.ends.push_back(target.tokens.size());
        }
    }
};

/// The chunks that begin at `first`: some pairs each, fewer where they are long. Returns how many there are.
std::size_t layOut(std::vector<Chunk>& round, const TextPairs& pairs, std::size_t first)
{
    std::size_t chunks = 0;
    for (; chunks < round.size() && first < pairs.size(); ++chunks) {
        round[chunks].begin = first;
        std::size_t bytes = 0;
        const std::size_t last = std::min(pairs.size(), first + pairsInChunk);
        for (; first < last && bytes < bytesInChunk; ++first)
            bytes += pairs.source(first).size() + pairs.target(first).size();
        round[chunks].end = first;
    }
    return chunks;
}

/// In the order of the corpus, and with it the numbers of new types.
void append(ChunkSide& chunk, SideWorker& worker, TokenizedSide& side)
{
    for (TypeId& token : chunk.tokens)
        if ((token & freshMark) != 0) {
            const TypeId own = token & ~freshMark;
            if (worker.given[own] == freshMark)
                worker.given[own] = side.types.number(worker.fresh.type(own));
            token = worker.given[own];
        }
    const std::size_t begin = side.tokens.size();
    for (std::uint64_t& end : chunk.ends)
        end += begin;
    side.tokens.append(chunk.tokens);
    side.ends.append(chunk.ends);
}

void appendRound(std::span<Chunk> round, const Workers& workers, TokenizedCorpus& corpus)
{
    for (const auto& worker : workers)
        for (SideWorker* side : {&worker->source, &worker->target})
            side->given.assign(side->fresh.size(), freshMark);
    for (Chunk& chunk : round) {
        append(chunk.source, workers[chunk.worker]->source, corpus.source);
        append(chunk.target, workers[chunk.worker]->target, corpus.target);
    }
    for (const auto& worker : workers)
        for (SideWorker* side : {&worker->source, &worker->target})
            side->fresh.clear();
}

} // namespace

TokenizedCorpus tokenizeCorpus(const TextPairs& pairs, const TextOptions& text, std::size_t workerCount,
                               const Progress& progress)
{
    Workers workers;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, workerCount); ++i)
        workers.push_back(std::make_unique<Worker>(text));
    const auto share = [&](std::size_t done) { return static_cast<double>(done) / static_cast<double>(pairs.size()); };
    std::vector<Chunk> round(chunksInRound);
    TokenizedCorpus corpus;
    for (std::size_t first = 0; first < pairs.size();) {
        const std::size_t chunks = layOut(round, pairs, first);
        const std::size_t end = round[chunks - 1].end;
        forEachChunk(chunks, workers.size(), partOf(progress, share(first), share(end)),
                     [&](std::size_t worker, std::size_t chunk) {
                         round[chunk].worker = worker;
                         round[chunk].tokenize(pairs, *workers[worker], corpus);
                     });
        appendRound(std::span(round).first(chunks), workers, corpus);
        pairs.release();
        first = end;
    }
    return corpus;
}

} // namespace alignoscope::corpus
