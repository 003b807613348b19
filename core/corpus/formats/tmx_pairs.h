// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/pair_reader.h"
#include "corpus/formats/xml_units.h"

#include <string>
#include <vector>

namespace alignoscope::corpus {

/// TMX 1.4: units that say the same in two languages or more, of which two are read.
class TmxPairs : public PairReader {
public:
    TmxPairs(TextFile& file, const ReadOptions& options);

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    static bool isTmx(const Beginning& beginning);

private:
    struct Variant {
        std::string language, text;
    };
    /// Why the unit has no pair; else its sides are in m_source and m_target.
    std::string readUnit(std::string_view text);
    void remember(const std::string& language);
    void chooseLanguages(const std::vector<Variant>& variants);

    ReadOptions m_options;
    XmlUnits m_units;
    std::string m_headerLanguage;
    std::string m_sourceLanguage, m_targetLanguage; ///< empty until they are known
    bool m_chosen = false;                          ///< here, not by the options
    std::vector<std::string> m_languages;
    std::string m_source, m_target;
};

} // namespace alignoscope::corpus
