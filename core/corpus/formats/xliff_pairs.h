// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/pair_reader.h"
#include "corpus/formats/xml_text.h"
#include "corpus/formats/xml_units.h"

#include <deque>
#include <string>
#include <vector>

namespace alignoscope::corpus {

/// XLIFF 1.2 (SDLXLIFF too) and 2: texts of programs and documents with their translation; a segment is a pair.
class XliffPairs : public PairReader {
public:
    XliffPairs(TextFile& file, const ReadOptions& options);

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    static bool isXliff(const Beginning& beginning);

private:
    struct Pair {
        std::string source, target, fault;
        std::int64_t line = 0;
    };
    /// The languages that a start tag names.
    void takeLanguages(const XmlPart& part);
    void takeUnit(const XmlPart& part);
    void takeVersion1(const pugi::xml_node& unit, std::int64_t line);
    void takeVersion2(const pugi::xml_node& unit, std::int64_t line);
    void add(const pugi::xml_node& source, const pugi::xml_node& target, std::int64_t line);
    void remember(const std::string& language);
    [[nodiscard]] bool fits(const std::string& source, const std::string& target) const;

    ReadOptions m_options;
    XmlUnits m_units;
    std::string m_sourceLanguage, m_targetLanguage; ///< of the units to come
    std::string m_wantedSource, m_wantedTarget;
    std::vector<std::string> m_languages;
    std::deque<Pair> m_ready;
    Pair m_given;
};

} // namespace alignoscope::corpus
