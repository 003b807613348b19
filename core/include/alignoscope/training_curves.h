// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/training_event.h"

#include <string>
#include <vector>

namespace alignoscope {

/// The curves of a run as a table (RFC 4180, points as decimals), a row a step that was reported or validated:
/// step,epoch,seconds,loss,gradient_norm,learning_rate,target_tokens_per_second,validation_loss,token_accuracy,bleu,aer,
/// alignment_precision,alignment_recall,match,mass,best. What was not measured is empty. Thread-safe.
ALIGNOSCOPE_API std::string trainingCurvesToCsv(const std::vector<TrainingEvent>& events);

} // namespace alignoscope
