// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/subwords_file.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "storage/file_handle.h"
#include "storage/file_problem.h"
#include "storage/run_folder.h"

#include <system_error>

namespace alignoscope::storage {

namespace {

constexpr std::uint64_t modelBytes = 64U << 20;
constexpr auto subwordsAdvice = "Restore the file from a copy: it belongs to the run as its vocabularies do.";

void write(const std::filesystem::path& path, TokenizerKind kind, const std::optional<SubwordModel>& model)
{
    if (kind != TokenizerKind::Subwords)
        return;
    if (!model)
        throw Error(ErrorKind::Usage, {path.string(), "there is no subword model to store", "", "", ""});
    writeFileAtomically(path, model->bytes());
}

void read(const std::filesystem::path& path, TokenizerKind kind, std::optional<SubwordModel>& model)
{
    if (kind != TokenizerKind::Subwords)
        return;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        throw storageError(path, "the run's subword model is missing", {}, {}, subwordsAdvice);
    try {
        model = SubwordModel::parse(readFile(path, modelBytes), path.string());
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Storage)
            throw;
        throw storageError(path, error.problem().what, error.problem().expected, error.problem().got, subwordsAdvice);
    }
}

} // namespace

void writeSubwords(const std::filesystem::path& folder, const TextOptions& text)
{
    write(sourceSubwordsFile(folder), text.sourceTokenizer, text.sourceModel);
    write(targetSubwordsFile(folder), text.targetTokenizer, text.targetModel);
}

void readSubwords(const std::filesystem::path& folder, TextOptions& text)
{
    read(sourceSubwordsFile(folder), text.sourceTokenizer, text.sourceModel);
    read(targetSubwordsFile(folder), text.targetTokenizer, text.targetModel);
}

} // namespace alignoscope::storage
