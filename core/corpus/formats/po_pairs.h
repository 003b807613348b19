// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/pair_reader.h"
#include "corpus/line_reader.h"

#include <deque>
#include <map>
#include <string>

namespace alignoscope::corpus {

/// gettext's PO: what a program says (msgid) and its translation (msgstr).
class PoPairs : public PairReader {
public:
    explicit PoPairs(TextFile& file);

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    static bool areMessages(const Beginning& beginning);

private:
    struct Entry {
        std::string id, plural, context;
        std::map<int, std::string> translations; ///< by plural form; one without plural has 0
        bool fuzzy = false, obsolete = false, hasId = false;
        std::int64_t line = 0;
        std::string fault;
    };
    struct Pair {
        std::string source, target, fault;
        std::int64_t line = 0;
    };
    void takeLine(const Line& line);
    void takeComment(std::string_view text);
    void takeKeyword(std::string_view text, std::int64_t line);
    /// The text in quotes is added to what the keyword began.
    void takeString(std::string_view text);
    std::string* begin(std::string_view keyword, std::int64_t line);
    void endEntry();

    TextFile& m_file;
    Entry m_entry;
    std::string* m_begun = nullptr; ///< the string that further lines continue
    std::size_t m_limit;
    std::deque<Pair> m_ready;
    Pair m_given;
    bool m_ended = false;
};

} // namespace alignoscope::corpus
