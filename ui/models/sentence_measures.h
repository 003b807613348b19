// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/attention_snapshot.h"
#include "alignoscope/classification.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

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
    AlignmentErrors,
    LabelConfidence ///< of a text: p(the label the model thinks likeliest)
};
inline constexpr std::size_t sentenceMeasures = 11;

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

/// Those that make sense of a task's sentences or texts, in the order of the columns.
std::vector<SentenceMeasure> measuresOf(Task task);

/// Sets what attention tells: all but BLEU and chrF; the errors only of a given translation with known alignment.
void measure(SentenceMeasures& measures, const AttentionSnapshot& picture, const std::optional<GoldAlignment>& gold);
/// Sets what the attention of a classifier tells of a text: length and entropy.
void measureText(SentenceMeasures& measures, const AttentionSnapshot& picture);

QString titleOf(SentenceMeasure measure); ///< "Loss": heads a column
/// A sentence or two for a student, of a task's sentences or texts.
QString explanationOf(SentenceMeasure measure, Task task = Task::Translation);
QString keyOf(SentenceMeasure measure); ///< "loss": in files
QString valueText(SentenceMeasure measure, double value);

} // namespace alignoscope::ui
