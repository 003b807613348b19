// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/model_reader.h"

#include "alignoscope/error.h"
#include "models/checkpoint_tensors.h"
#include "models/text_classifier.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {
namespace {

Experiment experimentOf(const storage::ModelDescription& description, const std::filesystem::path& file)
{
    Experiment experiment;
    experiment.model = description.model;
    experiment.model.classifier.vectors.clear();
    experiment.dataset = description.dataset;
    experiment.preset = "imported";
    try {
        validate(experiment);
    } catch (const Error& error) {
        Problem problem = error.problem();
        problem.where = file.string() + ", " + problem.where;
        throw Error(ErrorKind::Input, problem);
    }
    return experiment;
}

models::ParameterBlock readBlock(storage::InputFile& input, const storage::TensorHeader& header,
                                 const nn::ParameterLayout& layout)
{
    storage::TensorFile tensors{{}, {}, input.path};
    for (const storage::TensorPlace& place : header.tensors) {
        std::vector<float> values = storage::readNumbers(input, place);
        if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
            throw Error(ErrorKind::Input,
                        {input.path.string() + ", tensor \"" + place.name + '"',
                         "it holds a number that is infinite or none at all",
                         "numbers a float can hold",
                         {},
                         "Such a model cannot compute; take an earlier checkpoint of it."});
        tensors.tensors.push_back({place.name, place.shape, std::move(values)});
    }
    models::ParameterBlock block(static_cast<std::size_t>(layout.size()), 0);
    models::readTensors(tensors, layout, "", block);
    return block;
}

} // namespace

nn::ParameterLayout layoutOf(const storage::ModelDescription& description)
{
    const ModelOptions& model = description.model;
    const auto source = description.source.size(), target = description.target.size();
    if (model.task == Task::Classification)
        return models::TextClassifier<float>(models::sizesOf(model.classifier, source, target)).layout();
    return models::RnnSearch<float>(models::sizesOf(model, source, target, description.dataset.maxLength)).layout();
}

ReadModel readModel(const std::filesystem::path& file)
{
    storage::InputFile input(file);
    const storage::TensorHeader header = storage::readTensorHeader(input, storage::Numbers::Any);
    ReadModel model;
    model.description = storage::parseMetadata(header.metadata, file);
    model.experiment = experimentOf(model.description, file);
    model.layout = layoutOf(model.description);
    models::checkTensors(header.tensors, model.layout, file);
    model.parameters = readBlock(input, header, model.layout);
    return model;
}

} // namespace alignoscope::training
