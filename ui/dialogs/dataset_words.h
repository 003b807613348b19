// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <QString>
#include <QStringList>

namespace alignoscope::ui {

/// What was recognised, in words: "Tab-separated text with 2 columns, UTF-8, compressed with gzip".
QString describeFormat(const RawCorpus& corpus);

/// A format in a word or two, for lists: "TMX".
QString shortFormatName(CorpusFormat format);

/// What the source and the target side are called in this corpus: "Column 1", "left of |||", "train.de". Empty where
/// there is nothing to add to "Source" and "Target".
struct SideNames {
    QString source, target;
};
SideNames sideNames(const RawCorpus& corpus, const ReadOptions& read);

/// A field of a corpus as people know it: "French (fr)" for a language, else as it is called.
QString fieldName(const RawCorpus& corpus, const std::string& field);

/// 142787 as "142,787", in the digits and separators of the user's language.
QString grouped(qint64 number);

/// What files are said to hold.
enum class FilesHold {
    Anything,     ///< one is looked into; two are sides, unless their names say otherwise; more are a class each
    Translations, ///< one file with both sides, or two
    Texts,        ///< one file of texts with labels, or a file a class
};
/// One file, a file a class, or the two sides of a line-aligned corpus in the order their names suggest ("src" before
/// "tgt"; the order given where they suggest nothing). No source where so many files cannot be that.
CorpusSource sourceOfFiles(const QStringList& files, FilesHold hold = FilesHold::Anything);

} // namespace alignoscope::ui
