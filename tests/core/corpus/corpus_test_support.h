// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/error.h"
#include "corpus/byte_source.h"
#include "corpus/line_reader.h"
#include "support/shared_data.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace alignoscope::testing {

/// Bytes in memory, handed out in pieces of a chosen size.
class MemorySource : public corpus::ByteSource {
public:
    MemorySource(std::string bytes, std::size_t piece) : m_bytes(std::move(bytes)), m_piece(piece) { }
    std::string_view read() override
    {
        const std::string_view rest = std::string_view(m_bytes).substr(m_position);
        const std::string_view given = rest.substr(0, m_piece);
        m_position += given.size();
        return given;
    }

private:
    std::string m_bytes;
    std::size_t m_piece, m_position = 0;
};

inline std::vector<std::string> linesOf(corpus::ByteSource& source, std::size_t limit = 1 << 20)
{
    corpus::LineReader reader(source, limit);
    std::vector<std::string> lines;
    for (corpus::Line line; reader.next(line);)
        lines.emplace_back(line.text);
    return lines;
}

/// The pairs as "source|target".
inline std::vector<std::string> pairsOf(const RawCorpus& corpus)
{
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        pairs.push_back(std::string(corpus.pairs.source(i)) + "|" + std::string(corpus.pairs.target(i)));
    return pairs;
}

/// The skipped lines as "number: reason".
inline std::vector<std::string> skippedOf(const RawCorpus& corpus)
{
    std::vector<std::string> lines;
    for (const SkippedLine& line : corpus.skipped)
        lines.push_back(std::to_string(line.line) + ": " + line.reason);
    return lines;
}

inline RawCorpus makeCorpus(const std::vector<std::pair<std::string, std::string>>& pairs)
{
    RawCorpus corpus;
    corpus.source.file = "made-up.tsv";
    std::int64_t line = 0;
    for (const auto& [source, target] : pairs)
        corpus.pairs.add(source, target, ++line);
    return corpus;
}

/// Reads `bytes` as a file of that name.
inline RawCorpus readBytes(const std::string& bytes, const ReadOptions& options = {},
                           const std::string& name = "pairs.txt")
{
    const TemporaryFolder folder;
    return readCorpus(CorpusSource::parse({folder.write(name, bytes).string()}), options);
}

/// The message of the Error that `action` throws, or "" where it throws none.
template <class Action>
std::string messageOf(Action&& action, ErrorKind expected = ErrorKind::Input)
{
    try {
        action();
    } catch (const Error& error) {
        return error.kind() == expected ? error.what() : "of another kind: " + std::string(error.what());
    }
    return {};
}

} // namespace alignoscope::testing
