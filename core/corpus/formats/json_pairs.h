// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/json_objects.h"
#include "corpus/formats/pair_reader.h"

#include <string>
#include <utility>
#include <vector>

namespace alignoscope::corpus {

/// JSON objects with both sides as text in their fields; a field inside another one is called "outer.inner".
class JsonPairs : public PairReader {
public:
    JsonPairs(TextFile& file, const ReadOptions& options);

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    static bool areObjects(const Beginning& beginning);

private:
    using Field = std::pair<std::string, std::string>; ///< path and text
    /// All fields of text; why there are none.
    std::string readFields(std::string_view text);
    void remember(const std::string& path);
    void chooseFields();
    [[nodiscard]] std::string* field(const std::string& path);
    [[nodiscard]] std::string missing(const std::string& path) const;

    ReadOptions m_options;
    JsonObjects m_objects;
    std::string m_source, m_target; ///< paths
    std::string m_note;
    std::vector<Field> m_fields;      ///< of the object at hand
    std::vector<std::string> m_paths; ///< of all objects
};

} // namespace alignoscope::corpus
