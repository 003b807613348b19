// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace alignoscope::corpus {

class TextFile;

/// A pair as its format gives it, or why there is none at this place.
struct PairRecord {
    std::string_view source, target; ///< valid until the next one is asked for
    std::int64_t line = 0;           ///< where it begins, counted from 1
    std::string fault;               ///< empty where the pair is good
};

/// The pairs of one file, one after the other; one class a format. Which side is which is as the format and the options
/// say; `ReadOptions::swap` is not its business.
class PairReader {
public:
    virtual ~PairReader() = default;
    /// False at the end. Throws Error(Input) where nothing of the file can be used.
    virtual bool next(PairRecord& record) = 0;
    /// Fills in what is known of the file after what has been read of it: columns, fields, notes.
    virtual void describe(RawCorpus& corpus) const = 0;
};

/// What a file is seen to be before it is read.
struct Beginning {
    std::string_view text; ///< in UTF-8; all of it where `whole`
    bool whole = false;
    std::string name; ///< of the file, for its ending
};

/// A format: how it is recognised, and who reads it. A new one is an entry of the table.
struct PairFormat {
    CorpusFormat format;
    bool (*recognizes)(const Beginning& beginning);
    /// The file must outlive the reader.
    std::unique_ptr<PairReader> (*open)(TextFile& file, const ReadOptions& options);
};

/// The format asked for, or the recognised one. Throws Error(Input) where it is none, with what the file looks like.
const PairFormat& pairFormat(const TextFile& file, const ReadOptions& options);

} // namespace alignoscope::corpus
