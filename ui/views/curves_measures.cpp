// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the right axis of a CurvesView may measure, in words.
#include "ui/views/curves_view.h"

#include <QComboBox>

namespace alignoscope::ui {

std::vector<CurvesView::Measure> CurvesView::measuresOf(Task task)
{
    if (task == Task::Classification)
        return {Measure::TextAccuracy, Measure::None};
    return {Measure::Bleu,
            Measure::AlignmentErrorRate,
            Measure::AlignmentPrecision,
            Measure::AlignmentRecall,
            Measure::Match,
            Measure::Mass,
            Measure::TokenAccuracy,
            Measure::None};
}

void CurvesView::offer(QComboBox& box, const std::vector<Measure>& measures)
{
    box.clear();
    for (const Measure measure : measures) {
        box.addItem(nameOf(measure), static_cast<int>(measure));
        box.setItemData(box.count() - 1, explanationOf(measure), Qt::ToolTipRole);
    }
}

QString CurvesView::nameOf(Measure measure)
{
    switch (measure) {
    case Measure::Bleu:
        return tr("BLEU");
    case Measure::AlignmentErrorRate:
        return tr("alignment errors, %");
    case Measure::AlignmentPrecision:
        return tr("right links, %");
    case Measure::AlignmentRecall:
        return tr("found links, %");
    case Measure::Match:
        return tr("matched words, %");
    case Measure::Mass:
        return tr("weight on known links, %");
    case Measure::TokenAccuracy:
        return tr("right words, %");
    case Measure::TextAccuracy:
        return tr("right texts, %");
    case Measure::None:
        break;
    }
    return tr("loss alone");
}

QString CurvesView::explanationOf(Measure measure)
{
    switch (measure) {
    case Measure::Bleu:
        return tr("BLEU of the model’s own translations of up to 200 validation sentences");
    case Measure::AlignmentErrorRate:
        return tr("Alignment error rate: how far the strongest look of each word is from the known links; 0 is best");
    case Measure::AlignmentPrecision:
        return tr("Precision: of the links attention makes, how many are known ones");
    case Measure::AlignmentRecall:
        return tr("Recall: of the sure known links, how many attention makes");
    case Measure::Match:
        return tr("Match: words whose known source words are just those with the largest weights");
    case Measure::Mass:
        return tr("Probability mass: the share of attention that lies on the known source words");
    case Measure::TokenAccuracy:
        return tr("Words of the given translations that the model thinks likeliest");
    case Measure::TextAccuracy:
        return tr("Accuracy: texts kept out of training whose label the model found");
    case Measure::None:
        break;
    }
    return tr("Only the loss");
}

} // namespace alignoscope::ui
