// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_config.h"

#include "alignoscope/attention_export.h"
#include "storage/file_handle.h"
#include "storage/file_problem.h"
#include "storage/json_fields.h"
#include "storage/json_text.h"

#include <array>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

constexpr std::string_view configFormat = "alignoscope-run";
constexpr std::int64_t configVersion = 1;
constexpr std::uint64_t configBytes = 16U << 20;
constexpr int configDepth = 8;

// Generous: they keep a damaged file from asking for absurd amounts of memory; what a good value is, `validate` says.
constexpr int maxSize = 1'000'000;
constexpr int maxCount = std::numeric_limits<int>::max();
constexpr double maxReal = 1e9;

template <class Enum, std::size_t count>
using NameTable = std::array<std::pair<std::string_view, Enum>, count>;
constexpr NameTable<CorpusFormat, 12> corpusFormats{{{"automatic", CorpusFormat::Automatic},
                                                     {"csv", CorpusFormat::CommaSeparated},
                                                     {"jsonl", CorpusFormat::JsonLines},
                                                     {"tmx", CorpusFormat::Tmx},
                                                     {"xliff", CorpusFormat::Xliff},
                                                     {"po", CorpusFormat::Po},
                                                     {"builtin", CorpusFormat::Builtin},
                                                     {"tsv", CorpusFormat::TabSeparated},
                                                     {"triple-bar", CorpusFormat::TripleBar},
                                                     {"line-aligned", CorpusFormat::LineAligned},
                                                     {"labelled", CorpusFormat::Labelled},
                                                     {"class-files", CorpusFormat::ClassFiles}}};
constexpr NameTable<TokenizerKind, 5> tokenizers{{{"words", TokenizerKind::Words},
                                                  {"whitespace", TokenizerKind::Whitespace},
                                                  {"characters", TokenizerKind::Characters},
                                                  {"whole", TokenizerKind::Whole},
                                                  {"subwords", TokenizerKind::Subwords}}};
constexpr NameTable<Normalization, 2> normalizations{{{"nfc", Normalization::Nfc}, {"nfkc", Normalization::Nfkc}}};
constexpr NameTable<SubwordMethod, 2> subwordMethods{
    {{"bpe", SubwordMethod::Bpe}, {"unigram", SubwordMethod::Unigram}}};
constexpr NameTable<Initialization, 2> initializations{
    {{"paper", Initialization::Paper}, {"glorot", Initialization::Glorot}}};
constexpr NameTable<RecurrentCell, 2> cells{{{"gru", RecurrentCell::Gru}, {"lstm", RecurrentCell::Lstm}}};
constexpr NameTable<DecoderKind, 2> decoders{{{"bahdanau", DecoderKind::Bahdanau}, {"luong", DecoderKind::Luong}}};
constexpr NameTable<StateLimit, 3> stateLimits{
    {{"all", StateLimit::All}, {"best", StateLimit::Best}, {"window", StateLimit::Window}}};
constexpr NameTable<ScoreMode, 2> scoreModes{{{"dot", ScoreMode::Dot}, {"concat", ScoreMode::Concat}}};
constexpr NameTable<Task, 2> tasks{{{"translation", Task::Translation}, {"classification", Task::Classification}}};
constexpr NameTable<OptimizerKind, 3> optimizers{
    {{"adam", OptimizerKind::Adam}, {"adadelta", OptimizerKind::Adadelta}, {"sgd", OptimizerKind::Sgd}}};

template <class Fields, class Source>
void corpusFields(Fields& fields, Source& source)
{
    fields.text("builtin", source.builtin);
    fields.file("file", source.file);
    fields.file("target_file", source.targetFile);
    if (fields.has("class_files", !source.classFiles.empty()))
        fields.list("class_files", source.classFiles, [](auto& inner, auto& file) { inner.file("file", file); });
}

template <class Fields, class Limits>
void limitFields(Fields& fields, Limits& limits)
{
    fields.integer("text_bytes", limits.textBytes, std::int64_t{1}, maxLong);
    fields.integer("line_bytes", limits.lineBytes, std::size_t{1}, std::size_t{1} << 30);
    fields.integer("expansion", limits.expansion, 1, maxCount);
    fields.integer("depth", limits.depth, 1, 1000);
}

/// What came with the formats of translators and archives; a run from before has none of it.
template <class Fields, class Options>
void choiceFields(Fields& fields, Options& read)
{
    fields.text("source_field", read.sourceField);
    fields.text("target_field", read.targetField);
    fields.text("member", read.member);
    fields.text("target_member", read.targetMember);
    fields.text("encoding", read.encoding);
    fields.object("limits", [&](Fields& inner) { limitFields(inner, read.limits); });
}

template <class Fields, class Options>
void readFields(Fields& fields, Options& read)
{
    fields.choice("format", read.format, corpusFormats);
    fields.integer("source_column", read.sourceColumn, 0, maxSize);
    fields.integer("target_column", read.targetColumn, 0, maxSize);
    fields.flag("swap", read.swap);
    fields.integer("limit", read.limit, std::int64_t{0}, maxLong);
    if (fields.has("choice", true))
        fields.object("choice", [&](Fields& inner) { choiceFields(inner, read); });
}

template <class Fields, class Options>
void subwordFields(Fields& fields, Options& subwords)
{
    fields.choice("method", subwords.method, subwordMethods);
    fields.integer("pieces", subwords.pieces, 1, maxSize);
    fields.flag("joint", subwords.joint);
    fields.file("source_file", subwords.sourceFile);
    fields.file("target_file", subwords.targetFile);
}

template <class Fields, class Options>
void datasetFields(Fields& fields, Options& dataset)
{
    fields.choice("source_tokenizer", dataset.text.sourceTokenizer, tokenizers);
    fields.choice("target_tokenizer", dataset.text.targetTokenizer, tokenizers);
    fields.flag("lowercase", dataset.text.lowercase);
    if (fields.has("subwords", true)) { // a run from before has neither
        fields.choice("normalization", dataset.text.normalization, normalizations);
        fields.object("subwords", [&](Fields& inner) { subwordFields(inner, dataset.text.subwords); });
    }
    fields.integer("max_length", dataset.maxLength, 0, maxCount);
    fields.integer("min_count", dataset.minCount, 0, maxCount);
    fields.integer("vocabulary_limit", dataset.vocabularyLimit, 0, maxCount);
    fields.number("validation_split", dataset.validationSplit, 0.0, 1.0);
    fields.integer("seed", dataset.seed, std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max());
}

template <class Fields, class Options>
void attentionFields(Fields& fields, Options& attention)
{
    fields.text("kind", attention.kind);
    fields.integer("window", attention.window, 0, maxSize);
    fields.flag("coverage", attention.coverage);
    fields.number("coverage_loss", attention.coverageLoss, 0.0, maxReal);
    fields.flag("scale", attention.scale);
    fields.choice("score_mode", attention.scoreMode, scoreModes);
    fields.flag("causal", attention.causal);
    fields.number("dropout", attention.dropout, 0.0, 1.0);
    fields.choice("limit", attention.limit.limit, stateLimits);
    fields.integer("states", attention.limit.states, 1, maxSize);
}

template <class Fields, class Options>
void classifierFields(Fields& fields, Options& classifier)
{
    fields.integer("embedding", classifier.embedding, 1, maxSize);
    fields.file("vectors", classifier.vectors);
    fields.flag("frozen", classifier.frozen);
    fields.number("spatial_dropout", classifier.spatialDropout, 0.0, 1.0);
    fields.integer("units", classifier.units, 1, maxSize);
    fields.integer("filters", classifier.filters, 1, maxSize);
    fields.integer("kernel", classifier.kernel, 1, maxSize);
    fields.integer("dense", classifier.dense, 1, maxSize);
    fields.integer("positions", classifier.positions, 1, maxSize);
    fields.flag("mask_padding", classifier.maskPadding);
}

/// What came with the whole recurrent family; a run from before has none of it and is RNNsearch.
template <class Fields, class Options>
void familyFields(Fields& fields, Options& model)
{
    fields.choice("task", model.task, tasks);
    fields.choice("encoder_cell", model.encoderCell, cells);
    fields.choice("decoder_cell", model.decoderCell, cells);
    fields.integer("layers", model.layers, 1, maxSize);
    fields.flag("bidirectional", model.bidirectional);
    fields.choice("decoder", model.decoder, decoders);
    fields.flag("input_feeding", model.inputFeeding);
    fields.flag("tie_embeddings", model.tieEmbeddings);
    fields.object("attention", [&](Fields& inner) { attentionFields(inner, model.attention); });
    if (fields.has("classifier", true)) // a file of another program need not say what does not matter
        fields.object("classifier", [&](Fields& inner) { classifierFields(inner, model.classifier); });
}

template <class Fields, class Options>
void modelFields(Fields& fields, Options& model)
{
    fields.integer("embedding", model.embedding, 1, maxSize);
    fields.integer("hidden", model.hidden, 1, maxSize);
    fields.integer("alignment", model.alignment, 0, maxSize);
    fields.integer("maxout", model.maxout, 0, maxSize);
    fields.choice("initialization", model.initialization, initializations);
    if (fields.has("attention", true))
        familyFields(fields, model);
}

template <class Fields, class Options>
void trainingFields(Fields& fields, Options& training)
{
    fields.choice("optimizer", training.optimizer, optimizers);
    fields.number("learning_rate", training.learningRate, 0.0, maxReal);
    fields.number("clip", training.clip, 0.0, maxReal);
    fields.number("dropout", training.dropout, 0.0, 1.0);
    fields.number("label_smoothing", training.labelSmoothing, 0.0, 1.0);
    fields.number("annealing", training.annealing, 0.0, 1.0);
    fields.integer("batch", training.batch, 1, maxSize);
    fields.integer("epochs", training.epochs, 0, maxCount);
    fields.integer("steps", training.steps, std::int64_t{0}, maxLong);
    fields.number("minutes", training.minutes, 0.0, maxReal);
    fields.integer("patience", training.patience, 0, maxCount);
    fields.integer("seed", training.seed, std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max());
    fields.integer("threads", training.threads, 0, maxSize);
    fields.integer("snapshot_every", training.snapshotEvery, 0, maxCount);
    fields.integer("validate_every", training.validateEvery, 0, maxCount);
}

template <class Fields, class Source>
void goldFields(Fields& fields, Source& gold)
{
    fields.file("file", gold.file);
    fields.integer("base", gold.base, -1, 1);
    fields.flag("reversed", gold.reversed);
}

template <class Fields, class Whole>
void experimentFields(Fields& fields, Whole& experiment)
{
    fields.object("corpus", [&](Fields& inner) { corpusFields(inner, experiment.corpus); });
    fields.object("read", [&](Fields& inner) { readFields(inner, experiment.read); });
    fields.object("validation_corpus", [&](Fields& inner) { corpusFields(inner, experiment.validationCorpus); });
    fields.object("dataset", [&](Fields& inner) { datasetFields(inner, experiment.dataset); });
    fields.object("model", [&](Fields& inner) { modelFields(inner, experiment.model); });
    fields.object("training", [&](Fields& inner) { trainingFields(inner, experiment.training); });
    fields.texts("watch", experiment.watch);
    if (fields.has("gold", !experiment.gold.file.empty()))
        fields.object("gold", [&](Fields& inner) { goldFields(inner, experiment.gold); });
    fields.text("preset", experiment.preset);
}

bool saysFormat(const json& value)
{
    return value.is_object() && value.contains("format") && value["format"] == configFormat;
}

void checkFormat(const json& value, const std::filesystem::path& where)
{
    if (!saysFormat(value))
        throw storageError(where, "this is not the configuration of an Alignoscope run",
                           "a field \"format\" that says " + std::string(configFormat), {}, "Choose another folder.");
    const json made = value.value("version", json());
    if (made == configVersion)
        return;
    const json program = value.value("program", json());
    const auto maker = program.is_string() ? program.get<std::string>().substr(0, 40) : "an unknown version";
    throw storageError(where, "the run was made by Alignoscope " + maker + " in a format this one does not know",
                       "format version " + std::to_string(configVersion), dumpJson(made).substr(0, 40),
                       "Open it with the Alignoscope that made it, or a newer one.");
}

template <class Options>
std::string partText(const Options& options, void (*fields)(FieldWriter&, const Options&))
{
    json value;
    FieldWriter writer(value);
    fields(writer, options);
    return dumpJson(value);
}

template <class Options>
Options parsePart(std::string_view text, const std::string& where, void (*fields)(FieldReader&, Options&))
{
    const json value = parseJson(text, where, configDepth);
    FieldReader reader(value, where);
    Options options;
    fields(reader, options);
    return options;
}

} // namespace

std::string configText(const Experiment& experiment)
{
    json value;
    FieldWriter writer(value);
    experimentFields(writer, experiment);
    value["format"] = configFormat;
    value["version"] = configVersion;
    value["program"] = ALIGNOSCOPE_VERSION;
    return dumpJson(value, 2) + '\n';
}

Experiment parseConfig(std::string_view text, const std::filesystem::path& where)
{
    const json value = parseJson(text, where, configDepth);
    checkFormat(value, where);
    FieldReader reader(value, where.string());
    Experiment experiment;
    experimentFields(reader, experiment);
    return experiment;
}

std::string modelText(const ModelOptions& model)
{
    return partText<ModelOptions>(model, modelFields);
}

ModelOptions parseModel(std::string_view text, const std::string& where)
{
    return parsePart<ModelOptions>(text, where, modelFields);
}

std::string datasetText(const DatasetOptions& dataset)
{
    return partText<DatasetOptions>(dataset, datasetFields);
}

DatasetOptions parseDataset(std::string_view text, const std::string& where)
{
    return parsePart<DatasetOptions>(text, where, datasetFields);
}

void writeConfig(const std::filesystem::path& path, const Experiment& experiment)
{
    writeFileAtomically(path, configText(experiment));
}

Experiment readConfig(const std::filesystem::path& path)
{
    return parseConfig(readFile(path, configBytes), path);
}

bool isConfig(const std::filesystem::path& path)
{
    try {
        return saysFormat(parseJson(readFile(path, configBytes), path, configDepth));
    } catch (...) {
        return false;
    }
}

} // namespace alignoscope::storage
