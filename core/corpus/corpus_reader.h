// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "corpus/compressed_file.h"

namespace alignoscope::corpus {

class TextFile;

/// One file with both sides in it; of an archive, `options.member`.
RawCorpus readPairs(const CorpusSource& source, const ReadOptions& options, const Progress& progress);
/// Two files, or two members of an archive, line n of one the translation of line n of the other.
RawCorpus readLineAligned(const CorpusSource& source, const ReadOptions& options, const Progress& progress);
/// A file a class, a text a line.
RawCorpus readClassFiles(const CorpusSource& source, const ReadOptions& options, const Progress& progress);

/// A zip or tar archive whose files are `all`: those the options name, or the likeliest.
RawCorpus readArchive(const CorpusSource& source, const ReadOptions& options, const std::vector<ArchiveMember>& all,
                      const Progress& progress);

/// Of an archive with one side: the largest file that may be it. Empty where it is no archive.
std::string likelyMember(const std::filesystem::path& file, const ReadOptions& options, const Progress& progress);

/// Says which encoding a file is in, and whether that is a guess.
void noteEncoding(RawCorpus& corpus, const TextFile& file);
/// Says that the targets of a corpus are labels: its task, and that a label is one token.
void markLabelled(RawCorpus& corpus);
/// Notes a line that was left out; only the first 10,000 are kept.
void addSkipped(RawCorpus& corpus, std::int64_t line, std::string reason);
/// Throws Error(Input) when no pair was found, with the first reasons.
void requirePairs(const RawCorpus& corpus, std::int64_t lines);

/// Tells the caller every few thousand lines how far reading is, and hears whether to stop.
class LineProgress {
public:
    explicit LineProgress(const Progress& progress) : m_progress(progress) { }
    /// Throws Error(Cancelled).
    void at(std::int64_t line, double fraction, std::size_t pairs = 0) const;
    static constexpr std::int64_t every = 2048;

private:
    const Progress& m_progress;
};

} // namespace alignoscope::corpus
