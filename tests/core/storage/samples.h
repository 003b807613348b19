// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/error.h"
#include "alignoscope/options.h"
#include "alignoscope/training_event.h"
#include "alignoscope/vocabulary.h"
#include "storage/run_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Things to store, and how they are told apart when they come back.
namespace alignoscope::storage::testing {

/// An experiment in which no field has its default value.
Experiment sampleExperiment();
Vocabulary sampleVocabulary();

TrainingEvent stepEvent(std::int64_t step, double loss = 2.5);
TrainingEvent event(double time, decltype(TrainingEvent::what) what);
/// One event of every kind but step reports.
std::vector<TrainingEvent> everyKind();
/// What an event says, as text, to compare two of them.
std::string words(const TrainingEvent& event);
std::vector<std::string> words(const std::vector<TrainingEvent>& events);

AttentionSnapshot sampleSnapshot(int sentence, std::int64_t step, bool forced = true);
void expectEqual(const AttentionSnapshot& got, const AttentionSnapshot& expected);

/// A model of two small tensors all of whose values are `value`, with the metadata {"step": value}.
std::uint64_t saveModel(RunWriter& writer, int value, bool best, std::size_t rows = 64);
/// That value, after checking that the file is whole.
int readModel(const std::filesystem::path& file, std::size_t rows = 64);

/// The message of the Error(Storage) that `action` throws; empty, with a test failure, where it does not.
std::string storageFailure(const std::function<void()>& action);

/// Runs `action` in a process of its own, which gives up the administrator's rights first where it has them, and
/// returns what `action` returned, or the message of its exception.
std::string inProcess(const std::function<std::string()>& action);

std::string readAll(const std::filesystem::path& file);
std::vector<std::string> filesIn(const std::filesystem::path& folder); ///< names, sorted

} // namespace alignoscope::storage::testing
