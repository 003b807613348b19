// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/formats/csv_records.h"
#include "corpus/formats/pair_reader.h"
#include "corpus/formats/table_columns.h"
#include "corpus/label_column.h"

#include <memory>

namespace alignoscope::corpus {

/// A table with commas or semicolons (RFC 4180): quoted cells, line breaks inside them. Of texts with labels, too.
class CsvPairs : public PairReader {
public:
    CsvPairs(TextFile& file, const ReadOptions& options);
    ~CsvPairs() override;

    bool next(PairRecord& record) override;
    void describe(RawCorpus& corpus) const override;

    static std::unique_ptr<PairReader> open(TextFile& file, const ReadOptions& options);
    /// Rows of as many cells each, quoted or without the spaces that follow the commas of a sentence; a file called
    /// .csv need not be so regular.
    static bool areCommas(const Beginning& beginning);

private:
    class Lines;
    void recognize(const Beginning& beginning);

    TextFile& m_file;
    ReadOptions m_options;
    std::unique_ptr<Lines> m_lines;
    std::unique_ptr<CsvRecords> m_records;
    TableShape m_shape;
    SideColumns m_columns;
    LabelColumn m_label;
    bool m_header = false;
    CsvRecord m_record;
};

} // namespace alignoscope::corpus
