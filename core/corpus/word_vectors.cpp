// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/word_vectors.h"

#include "alignoscope/error.h"
#include "corpus/corpus_reader.h"
#include "corpus/text_file.h"
#include "corpus/vector_lines.h"

#include <utility>

namespace alignoscope {
namespace {

constexpr std::int64_t mostBytes = std::int64_t{32} << 30; // read in passing, never kept
constexpr std::size_t linesLookedAt = 20, skippedKept = 10000;

ReadLimits limits()
{
    ReadLimits limits;
    limits.textBytes = mostBytes;
    return limits;
}

/// The file with its first lines looked at.
class VectorFile {
public:
    VectorFile(const std::filesystem::path& path, std::stop_token stop)
        : m_path(path), m_file(path, limits(), std::move(stop), corpus::Archives::Open)
    {
        corpus::Line line;
        while (m_first.size() < linesLookedAt && m_file.next(line)) {
            m_faults.push_back(corpus::lineFault(line));
            m_first.emplace_back(m_faults.back().empty() ? line.text : std::string_view());
        }
        m_layout = corpus::recognizeVectors(m_first);
        if (m_layout.dimensions == 0)
            throw Error(ErrorKind::Input,
                        {path.string(), "there are no word vectors in it", "a word and its numbers a line",
                         m_first.empty() ? "an empty file" : "'" + m_first.front().substr(0, 60) + "'",
                         "Choose a text file as GloVe or word2vec write it."});
    }
    [[nodiscard]] const corpus::VectorLayout& layout() const { return m_layout; }
    [[nodiscard]] double fraction() const { return m_file.fraction(); }

    /// Calls take(text, number, fault) for every line but the first where that is a header.
    template <class Take>
    void forLines(Take&& take)
    {
        for (std::size_t i = m_layout.header ? 1 : 0; i < m_first.size(); ++i)
            take(std::string_view(m_first[i]), static_cast<std::int64_t>(i + 1), m_faults[i]);
        for (corpus::Line line; m_file.next(line);)
            take(line.text, line.number, corpus::lineFault(line));
    }

private:
    std::filesystem::path m_path;
    corpus::TextFile m_file;
    std::vector<std::string> m_first, m_faults;
    corpus::VectorLayout m_layout;
};

void skip(WordVectors& vectors, std::int64_t line, std::string reason)
{
    ++vectors.skippedTotal;
    if (vectors.skipped.size() < skippedKept)
        vectors.skipped.push_back({line, std::move(reason)});
}

} // namespace

int vectorDimensions(const std::filesystem::path& file)
{
    return VectorFile(file, {}).layout().dimensions;
}

WordVectors readWordVectors(const std::filesystem::path& file, const Vocabulary& vocabulary, const Progress& progress)
{
    VectorFile lines(file, progress.stop);
    WordVectors vectors;
    vectors.dimensions = lines.layout().dimensions;
    std::vector<bool> known(static_cast<std::size_t>(vocabulary.size()), false);
    std::vector<float> numbers;
    const corpus::LineProgress lineProgress(progress);
    lines.forLines([&](std::string_view text, std::int64_t number, const std::string& fault) {
        lineProgress.at(number, lines.fraction());
        if (!fault.empty())
            return skip(vectors, number, fault);
        const corpus::VectorLine line = corpus::parseVector(text, vectors.dimensions, numbers);
        if (!line.fault.empty())
            return skip(vectors, number, line.fault);
        ++vectors.inFile;
        const TokenId id = vocabulary.id(line.word);
        if (index(id) < Vocabulary::marks)
            return;
        if (known[static_cast<std::size_t>(index(id))])
            return skip(vectors, number, "the word '" + std::string(line.word) + "' has a vector already");
        known[static_cast<std::size_t>(index(id))] = true;
        vectors.words.push_back(id);
        vectors.values.insert(vectors.values.end(), numbers.begin(), numbers.end());
    });
    progress(1);
    return vectors;
}

} // namespace alignoscope
