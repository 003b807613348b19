// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/pair_reader.h"
#include "corpus/line_reader.h"
#include "corpus/pair_parser.h"

#include <memory>
#include <vector>

namespace alignoscope::corpus {

/// The first lines of a text, as far as they are whole; empty ones where they are no text.
std::vector<std::string> firstLines(const Beginning& beginning);

/// A pair a line: TabSeparated, Labelled, TripleBar.
class LinePairs : public PairReader {
public:
    LinePairs(TextFile& file, const ReadOptions& options);

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    static bool areColumns(const Beginning& beginning);
    static bool areBars(const Beginning& beginning);

private:
    TextFile& m_file;
    ReadOptions m_options;
    Layout m_layout;
    PairParser m_parser;
};

} // namespace alignoscope::corpus
