// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/run_corpus_job.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "ui/bridge/dropped_elsewhere.h"

#include <exception>
#include <utility>

namespace alignoscope::ui {

std::shared_ptr<const Dataset> datasetOf(const Run& run, const std::stop_token& stop)
{
    const Experiment& experiment = run.experiment();
    if (experiment.corpus == CorpusSource())
        throw Error(ErrorKind::Input,
                    {"dataset", "the run was imported, so there is no corpus to go on with", "", "",
                     "On the command line training goes on with any: train CORPUS --run RUN --resume."});
    const Progress progress{.report = {}, .stop = stop};
    DatasetInputs inputs;
    auto corpus = std::make_shared<RawCorpus>(readCorpus(experiment.corpus, experiment.read, progress));
    std::shared_ptr<RawCorpus> validation;
    if (experiment.validationCorpus != CorpusSource()) {
        ReadOptions read = experiment.read;
        read.member.clear(); // of the other file
        read.targetMember.clear();
        validation = std::make_shared<RawCorpus>(readCorpus(experiment.validationCorpus, read, progress));
    }
    if (!experiment.gold.file.empty())
        loadGold(experiment.gold, *corpus, validation.get());
    inputs.corpus = corpus;
    inputs.validation = validation;
    inputs.sourceVocabulary = &run.sourceVocabulary();
    inputs.targetVocabulary = &run.targetVocabulary();
    Dataset dataset = buildDataset(inputs, experiment.dataset, progress);
    return droppedElsewhere(std::move(dataset), corpus->pairs.size() >= manyPairs);
}

RunCorpusJob::RunCorpusJob(QObject* parent) : QObject(parent) { }

void RunCorpusJob::start(const std::filesystem::path& runFolder)
{
    m_worker.post(0, [this, runFolder](const std::stop_token& stop) -> Worker::Done {
        try {
            auto dataset = datasetOf(Run::open(runFolder), stop);
            return [this, dataset = std::move(dataset)] { emit loaded(dataset); };
        } catch (const std::exception& error) {
            return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
        }
    });
}

void RunCorpusJob::cancel()
{
    m_worker.cancel(0);
}

bool RunCorpusJob::busy() const
{
    return m_worker.busy(0);
}

} // namespace alignoscope::ui
