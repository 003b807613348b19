// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/corpus_reader.h"

#include "alignoscope/error.h"
#include "corpus/cancellation.h"

#include <fmt/format.h>

#include <utility>

namespace alignoscope::corpus {

void markLabelled(RawCorpus& corpus)
{
    corpus.task = Task::Classification;
    corpus.suggested.targetTokenizer = TokenizerKind::Whole;
}

void addSkipped(RawCorpus& corpus, std::int64_t line, std::string reason)
{
    constexpr std::size_t kept = 10000;
    ++corpus.skippedTotal;
    if (corpus.skipped.size() < kept)
        corpus.skipped.push_back({line, std::move(reason)});
}

void requirePairs(const RawCorpus& corpus, std::int64_t lines)
{
    if (corpus.pairs.size() > 0)
        return;
    Problem problem{corpus.source.label(),
                    corpus.task == Task::Classification ? "there is no text with a label in it"
                                                        : "there is no sentence pair in it",
                    "", "", ""};
    if (lines == 0) {
        problem.what = "the file is empty";
        problem.expected = "sentence pairs";
    } else if (!corpus.skipped.empty()) {
        const SkippedLine& first = corpus.skipped.front();
        problem.got = fmt::format("{} unusable line{}, the first because: line {}: {}", corpus.skippedTotal,
                                  corpus.skippedTotal == 1 ? "" : "s", first.line, first.reason);
        if (first.reason.find("UTF-8") != std::string::npos)
            problem.advice = "Save the text in UTF-8; it is in another encoding now.";
    }
    throw Error(ErrorKind::Input, std::move(problem));
}

void LineProgress::at(std::int64_t line, double fraction, std::size_t pairs) const
{
    if (line % every != 0)
        return;
    throwIfStopped(m_progress.stop);
    m_progress(fraction);
    if (m_progress.counted && pairs > 0)
        m_progress.counted(static_cast<std::int64_t>(pairs));
}

} // namespace alignoscope::corpus
