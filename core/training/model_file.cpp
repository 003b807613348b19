// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/model_file.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "models/checkpoint_tensors.h"
#include "storage/tensor_header.h"
#include "training/checkpoint.h"
#include "training/model_reader.h"

#include <system_error>

namespace alignoscope {

namespace fs = std::filesystem;

namespace {

/// What a run was trained with, without where its files lay on this machine: what they held is in the model.
storage::ModelDescription descriptionOf(const Run& run, std::int64_t step)
{
    storage::ModelDescription description{run.experiment().model, run.experiment().dataset, run.sourceVocabulary(),
                                          run.targetVocabulary(), step};
    description.model.classifier.vectors.clear();
    description.dataset.text.subwords.sourceFile.clear();
    description.dataset.text.subwords.targetFile.clear();
    return description;
}

ModelFileSummary summaryOf(Task task, std::int64_t step, const nn::ParameterLayout& layout, const fs::path& file)
{
    std::error_code ignored;
    return {task, step, layout.parameters(), static_cast<std::int64_t>(layout.entries().size()),
            fs::file_size(file, ignored)};
}

/// The run's first checkpoint. A folder that was made for it goes again when it cannot be written.
void writeRun(const fs::path& folder, const training::ReadModel& model)
{
    std::error_code ignored;
    const bool isNew = !fs::exists(folder, ignored);
    auto writer = std::make_optional(
        storage::RunWriter::create(folder, model.experiment, model.description.source, model.description.target));
    try {
        training::Optimizer optimizer(model.experiment.training.optimizer, model.parameters.size());
        training::LearningState state;
        state.step = model.description.step;
        training::saveCheckpoint(*writer, model.layout, model.parameters, optimizer, state, false);
    } catch (const Error&) {
        writer.reset();
        if (isNew)
            fs::remove_all(folder, ignored);
        throw;
    }
}

} // namespace

ModelFileSummary exportModel(const fs::path& folder, bool best, const fs::path& file)
{
    const Run run = Run::open(folder);
    if (!run.hasCheckpoint())
        throw Error(ErrorKind::Input,
                    {folder.string(), "the run has no parameters yet", "a checkpoint", "none", "Train it first."});
    const storage::TensorFile stored = storage::readTensorFile(storage::checkpoint(folder, best));
    const auto description = descriptionOf(run, models::readCount(stored, "step"));
    const auto layout = training::layoutOf(description);
    models::ParameterBlock block(static_cast<std::size_t>(layout.size()), 0);
    models::readTensors(stored, layout, "", block);
    std::vector<storage::TensorEntry> tensors;
    models::appendTensors(layout, "", block, tensors);
    storage::writeTensorFile(file, tensors, storage::metadataOf(description));
    return summaryOf(description.model.task, description.step, layout, file);
}

ModelFileSummary importModel(const fs::path& file, const fs::path& folder)
{
    const training::ReadModel model = training::readModel(file);
    writeRun(folder, model);
    return summaryOf(model.description.model.task, model.description.step, model.layout, file);
}

bool isModelFile(const fs::path& file)
{
    try {
        storage::InputFile input(file);
        return storage::saysModel(storage::readTensorHeader(input, storage::Numbers::Any).metadata);
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace alignoscope
