// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/attention_job.h"
#include "ui/bridge/chosen_dataset.h"
#include "ui/bridge/paired_runs.h"
#include "ui/bridge/run_library.h"
#include "ui/bridge/run_reader.h"
#include "ui/bridge/training_session.h"

#include "alignoscope/options.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace alignoscope::ui {

class CorpusJob;
class RunCorpusJob;

/// What lies on the table: a dataset, a model's options, and the run that comes of them. Decides what is possible now
/// and says why when something is not. No widgets; GUI thread; nothing blocks but the destructor, which stops the
/// training and waits for its checkpoint.
class Workbench : public QObject {
    Q_OBJECT
public:
    explicit Workbench(QSettings& settings, QObject* parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] TrainingSession& session() { return m_session; }
    [[nodiscard]] RunReader& reader() { return m_reader; }
    [[nodiscard]] RunLibrary& library() { return m_library; }

    // Data. A new dataset or other options put the run aside (its folder stays).
    void
    loadCorpus(const CorpusSource& source); ///< as the corpus itself suggests; ends in `datasetChanged` or `failed`
    void setDataset(const ChosenDataset& chosen);
    /// The same corpus, whose alignments are known now. Where its tokens are others too, that is the end of the run.
    void takeGold(const std::shared_ptr<const Dataset>& dataset, const GoldSource& gold);
    void setOptions(const ModelOptions& model, const TrainingOptions& training, const std::string& preset);
    void openRun(const std::filesystem::path& folder); ///< ends in `runOpened` or `failed`
    /// Attention of another program takes the place of a run; the dataset waits. Ends in `attentionOpened` or `failed`.
    void openAttention(const AttentionRequest& request);
    void newRun(); ///< puts the run or the imported attention aside
    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    [[nodiscard]] const std::shared_ptr<const Dataset>& dataset() const { return m_dataset; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; } ///< empty: no run yet
    [[nodiscard]] const OpenedAttentionPtr& attention() const
    {
        return m_attention;
    }                                    ///< null: nothing imported is open
    [[nodiscard]] QString label() const; ///< what is open, in a word or two
    [[nodiscard]] Task task() const;     ///< of the model; imported attention is a translation's
    [[nodiscard]] bool loading() const;  ///< a corpus or a run is being read

    // Training. Each does nothing where its `whyNot…` says why.
    void start(TrainingSession::Begin begin = TrainingSession::Begin::Running); ///< goes on with a run that can go on
    void step();
    void stop();
    void pauseOrResume();
    /// Two models that differ in how they attend, on the same batches in turn: the first is trained by `session`, the
    /// second by the pair. Pause, step and stop are of both.
    void startPair(const AttentionOptions& first, const AttentionOptions& second);
    [[nodiscard]] PairedRuns& pair() { return m_pair; }
    [[nodiscard]] bool isTraining() const; ///< the session, or the second model of a pair
    [[nodiscard]] bool paused() const;     ///< of what is training

    // Watched sentences. Before training starts they wait in `pending`.
    void watch(const QString& source, const QString& target);
    void dropPending(int index);
    void unwatch(SentenceId sentence);
    [[nodiscard]] QStringList pending() const; ///< "source" or "source ||| target"

    // Empty: it is possible. Otherwise a sentence for people.
    [[nodiscard]] QString whyNotChooseData() const;
    [[nodiscard]] QString whyNotChooseModel() const;
    [[nodiscard]] QString whyNotStart() const;
    [[nodiscard]] QString whyNotStartPair(const AttentionOptions& first, const AttentionOptions& second) const;
    [[nodiscard]] QString whyNotPause() const;
    [[nodiscard]] QString whyNotStep() const;
    [[nodiscard]] QString whyNotStop() const;
    [[nodiscard]] QString whyNotTranslate() const;
    [[nodiscard]] QString whyNotClassify() const;
    [[nodiscard]] QString whyNotPreset(const Preset& preset) const; ///< besides `whyNotChooseModel`
    [[nodiscard]] QString whyNotWatch() const;
    [[nodiscard]] QString whyNotCopyRun() const;
    [[nodiscard]] QString whyNotExportParameters() const;
    [[nodiscard]] bool continues() const;    ///< `start` would go on with the run instead of making a new one
    [[nodiscard]] QString startHint() const; ///< what `start` would do

    /// A model to translate with: the one in training, or the run's checkpoint; empty where `whyNotTranslate` says so.
    [[nodiscard]] TranslatorSource translatorSource() const;
    /// The same to sort texts by label, where `whyNotClassify` says nothing.
    [[nodiscard]] ClassifierSource classifierSource() const;

signals:
    void changed(); ///< something of the above is different: ask again
    void loadProgressed(double fraction, const QString& what);
    void datasetChanged();
    void optionsChanged();
    void pendingChanged();
    void runCleared(); ///< show nothing of a run any more
    void runOpened(const alignoscope::ui::OpenedRunPtr& run);
    void attentionOpened(const alignoscope::ui::OpenedAttentionPtr& attention); ///< after `runCleared`
    void trainingStarted();
    void trainingFinished(const alignoscope::RunFinished& result);
    void failed(const QString& message);

private:
    void connectJobs();
    void connectAttention();
    void connectPair();
    [[nodiscard]] bool isStopping() const;
    [[nodiscard]] TrainingSession& leading(); ///< the session, or the second of a pair while that is alone
    void takeAttention(const OpenedAttentionPtr& attention);
    void putAttentionAside();
    void takeRun(const OpenedRunPtr& run);
    void clearRun();
    void chooseModelFor(const Dataset& dataset);
    void extendLimits();
    void ended(const RunFinished& result);
    [[nodiscard]] QString whyNoDataset() const;
    [[nodiscard]] QString whyNoModel() const;
    [[nodiscard]] QString whyNotAsk() const;
    [[nodiscard]] QString whyWrongTask() const;

    TrainingSession m_session;
    PairedRuns m_pair;
    RunReader m_reader;
    RunLibrary m_library;
    std::unique_ptr<CorpusJob> m_corpusJob;
    std::unique_ptr<RunCorpusJob> m_runCorpusJob;
    std::unique_ptr<AttentionJob> m_attentionJob;

    /// What was chosen last for the other task: it is there again when its dataset is.
    struct ChosenModel {
        ModelOptions model;
        TrainingOptions training;
        std::string preset;
    };
    std::map<Task, ChosenModel> m_chosenModels;
    Experiment m_experiment;
    std::shared_ptr<const Dataset> m_dataset;
    OpenedAttentionPtr m_attention;
    std::filesystem::path m_folder;
    std::optional<RunFinished> m_lastResult; ///< of the run in `m_folder`
    QString m_corpusProblem;                 ///< why a reopened run's corpus is not there
    bool m_hasCheckpoint = false;
    bool m_openingRun = false;
    struct OpenModel;
    std::shared_ptr<OpenModel> m_openModel; ///< the checkpoint, once it was translated with
};

} // namespace alignoscope::ui
