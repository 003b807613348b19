// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"
#include "alignoscope/attention_snapshot.h"
#include "alignoscope/corpus.h"
#include "alignoscope/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// How a toolkit writes what its attention or its aligner links.
enum class AttentionFormat {
    Automatic,    ///< recognised by its content
    Json,         ///< a list, or a line each, of {source, target, attention}
    MarianSoft,   ///< `target ||| a,b,c a,b,c …`, a group a target token; decoder, n-best list or scorer
    MarianHard,   ///< `target ||| 0-0 1-1 …`, source first; decoder, n-best list or scorer
    Nematus,      ///< header `id ||| target ||| score ||| source ||| S T`, then T rows of S numbers, then an empty line
    OpenNmtLua,   ///< the same header with `0 0`; no end of sentence
    AmuNmt,       ///< its hard links say the target first, `target ||| 0-0 1-0`; the rest is like Marian or Nematus
    NeuralMonkey, ///< NumPy array of sentence × source × target or sentence × target × source
    Pharaoh,      ///< `0-0 1-2` a line, also SimAlign's and awesome-align's
    Giza,         ///< GIZA++'s A3 files: three lines a sentence, `NULL ({ 3 }) word ({ 1 2 }) …`
};
/// "automatic", "json", "marian-soft", "marian-hard", "nematus", "opennmt-lua", "amunmt", "neural-monkey", "pharaoh",
/// "giza"
ALIGNOSCOPE_API std::string_view name(AttentionFormat format);
/// All of them that a file can have: without Automatic.
ALIGNOSCOPE_API const std::vector<AttentionFormat>& attentionFormats();

/// Which way a matrix lies in the file.
enum class MatrixRows { Automatic, Target, Source };

struct AttentionReadOptions {
    AttentionFormat format = AttentionFormat::Automatic;
    MatrixRows rows = MatrixRows::Automatic;
    std::filesystem::path sourceText{}, targetText{}; ///< a sentence a line, tokens between spaces, where the format
                                                      ///< has no words; plain or compressed; empty: not given
    bool reverse = false;                             ///< hard links of the file say the target token first
    int base = -1;                                    ///< number of the first token in hard links; -1: recognised
    std::int64_t limit = 0;                           ///< at most so many sentences; 0: all
    std::int64_t cells = std::int64_t{1} << 28;       ///< "cells": the most weights of a whole file; more is refused
    ReadLimits limits{};
    bool operator==(const AttentionReadOptions&) const = default;
};

/// Attention as it was read, brought into one form: T rows of S weights, target by source, without padding; the end of
/// the sentence is the last of each where the file has it. Sentence 0, 1, …, step 0; the loss is not a number, for a
/// file does not tell it.
struct ImportedAttention {
    AttentionFormat format = AttentionFormat::Automatic;
    std::vector<AttentionSnapshotPtr> sentences;
    bool hard = false;         ///< links instead of weights: a row's links share 1 among them
    bool wordsMissing = false; ///< a side has no words, but numbers in their place: give the text
    /// What was recognised, taken for granted or put right, for people: whole sentences, each said once.
    std::vector<std::string> assumptions;
    std::vector<SkippedLine> skipped; ///< sentences that could not be read and why; the first 10,000
    std::int64_t skippedTotal = 0;
};

/// Reads a file of attention, plain or compressed. Throws Error(Input): nothing to read, damaged, not such a file.
/// Blocks. Thread-safe.
ALIGNOSCOPE_API ImportedAttention readAttention(const std::filesystem::path& file,
                                                const AttentionReadOptions& options = {}, const Progress& = {});

/// Whether the first bytes of a file look like attention rather than a corpus, and of which kind; Automatic: not at
/// all. Throws Error(Input) where the file cannot be read. Blocks briefly.
ALIGNOSCOPE_API AttentionFormat recognizeAttention(const std::filesystem::path& file);

/// Hard links of every sentence, the ends of sentences left out: all where the file has links, else likeliestLinks.
ALIGNOSCOPE_API std::vector<std::vector<Link>> linksOf(const ImportedAttention& attention);

} // namespace alignoscope
