// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/attention_snapshot.h"

#include <QString>

#include <array>
#include <optional>

namespace alignoscope::ui {

/// What is measured of a sentence, in the order of the table's columns.
enum class SentenceMeasure {
    Length,
    Loss,
    Bleu,
    Chrf,
    Entropy,
    Coverage,
    AbsentmindednessOut,
    AbsentmindednessIn,
    Confidence,
    AlignmentErrors
};
inline constexpr std::size_t sentenceMeasures = 10;

/// The numbers of one sentence; nothing where one was not measured.
class SentenceMeasures {
public:
    [[nodiscard]] const std::optional<double>& operator[](SentenceMeasure measure) const
    {
        return m_values[static_cast<std::size_t>(measure)];
    }
    std::optional<double>& operator[](SentenceMeasure measure) { return m_values[static_cast<std::size_t>(measure)]; }
    bool operator==(const SentenceMeasures&) const = default;

private:
    std::array<std::optional<double>, sentenceMeasures> m_values;
};

/// Sets what attention tells: all but BLEU and chrF; the errors only of a given translation with known alignment.
void measure(SentenceMeasures& measures, const AttentionSnapshot& picture, const std::optional<GoldAlignment>& gold);

QString titleOf(SentenceMeasure measure);       ///< "Loss": heads a column
QString explanationOf(SentenceMeasure measure); ///< a sentence or two for a student
QString keyOf(SentenceMeasure measure);         ///< "loss": in files
QString valueText(SentenceMeasure measure, double value);

} // namespace alignoscope::ui
