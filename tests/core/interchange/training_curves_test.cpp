// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/training_curves.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope;

TrainingEvent at(double time, auto what)
{
    return {RunId{}, time, what};
}

TEST(TrainingCurves, ARowAStepAndEmptyFieldsForWhatWasNotMeasured)
{
    StepReport first{.step = 10, .epoch = 1, .loss = 2.5, .gradientNorm = 1.5, .learningRate = 0.001};
    first.targetTokensPerSecond = 1000;
    StepReport second = first;
    second.step = 20;
    ValidationReport report;
    report.step = 20;
    report.loss = 2.25;
    report.tokenAccuracy = 0.5;
    report.bleu = 12.5;
    report.best = true;
    const std::string csv = trainingCurvesToCsv({at(0.5, PhaseChanged{Phase::Training}), at(1, first), at(2, second),
                                                 at(2.5, report), at(3, CheckpointSaved{})});
    EXPECT_EQ(csv,
              "step,epoch,seconds,loss,gradient_norm,learning_rate,target_tokens_per_second,validation_loss,"
              "token_accuracy,bleu,aer,alignment_precision,alignment_recall,match,mass,best\r\n"
              "10,1,1,2.5,1.5,0.001,1000,,,,,,,,,\r\n"
              "20,1,2.5,2.5,1.5,0.001,1000,2.25,0.5,12.5,,,,,,1\r\n");
}

TEST(TrainingCurves, AValidationWithoutAStepHasARowAndNoNumberIsNone)
{
    ValidationReport report;
    report.step = 5;
    report.loss = std::numeric_limits<double>::quiet_NaN();
    report.aer = 0;
    const std::string csv = trainingCurvesToCsv({at(1, report)});
    EXPECT_NE(csv.find("\r\n5,,1,,,,,,0,,0,,,,,0\r\n"), std::string::npos) << csv;
    EXPECT_EQ(trainingCurvesToCsv({}).find("\r\n") + 2, trainingCurvesToCsv({}).size());
}

} // namespace
