// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "alignoscope/api.h"
#include "alignoscope/classification.h"
#include "alignoscope/progress.h"
#include "alignoscope/scratch_array.h"
#include "alignoscope/text.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

enum class CorpusFormat {
    Automatic,      ///< recognise it from the first lines
    Builtin,        ///< made by the program
    TabSeparated,   ///< TSV with 2 or more columns, as Tatoeba writes them
    CommaSeparated, ///< CSV (RFC 4180): quoted fields, line breaks inside them; commas or semicolons
    TripleBar,      ///< `source ||| target`
    LineAligned,    ///< two files, line n of one is the translation of line n of the other
    JsonLines,      ///< an object a line, or a list of objects; the sides are fields of it
    Tmx,            ///< TMX 1.4, translation memories
    Xliff,          ///< XLIFF 1.2 or 2, SDLXLIFF
    Po,             ///< gettext's PO: msgid and msgstr
    Labelled,       ///< TSV of texts and their labels (classes), in either order
    ClassFiles,     ///< a file a class, a text a line
};
/// "tsv", "csv", "triple-bar", "line-aligned", "jsonl", "tmx", "xliff", "po", "labelled", "class-files", "builtin",
/// "automatic"
ALIGNOSCOPE_API std::string_view name(CorpusFormat format);

/// Where sentence pairs come from: a built-in corpus, one file, two line-aligned files, or a file a class.
struct ALIGNOSCOPE_API CorpusSource {
    std::string builtin;                             ///< name without "builtin:", or empty
    std::filesystem::path file;                      ///< the only file, or the source side
    std::filesystem::path targetFile;                ///< the target side of two line-aligned files, or empty
    std::vector<std::filesystem::path> classFiles{}; ///< two or more, each the texts of one class; then `file` is empty

    /// One or two words of a command line: "builtin:NAME", "FILE" or "FILE", "FILE". Throws Error(Usage).
    static CorpusSource parse(const std::vector<std::string>& words);
    [[nodiscard]] std::string
    label() const; ///< short, for titles: "phrases-en-fr", "eng-fra.tsv", "train.de + train.en"
    bool operator==(const CorpusSource&) const = default;
};

/// What reading may cost; larger input ends in a message that names the limit, or in a skipped line, not in a machine
/// without memory.
struct ReadLimits {
    std::int64_t textBytes = std::int64_t{64} << 30; ///< "text": of one file, decompressed
    std::size_t lineBytes = std::size_t{1} << 20;    ///< "line": of one line, record or unit; longer ones are skipped
    int expansion = 2000; ///< "expansion": bytes of text for a byte of the compressed file, after the first 64 MiB
    int depth = 64;       ///< "depth": of nested elements and objects
    bool operator==(const ReadLimits&) const = default;
};

struct ReadOptions {
    CorpusFormat format = CorpusFormat::Automatic;
    int sourceColumn = 0;   ///< counted from 0; TabSeparated, and the text of a Labelled table of more than two columns
    int targetColumn = 1;   ///< the same; the label
    bool swap = false;      ///< after reading, source becomes target and the other way round; of a Labelled file: the
                            ///< column taken for the label is the text
    std::int64_t limit = 0; ///< read at most so many pairs (0: all), for previews
    /// What the sides are called: fields of JsonLines ("translation.en"), languages of Tmx and Xliff ("en", "de-DE"),
    /// headings of a table. Empty: recognised, and then told in RawCorpus.
    std::string sourceField{}, targetField{};
    /// Which file of a zip or tar archive; a second one makes the two line-aligned. Empty: recognised.
    std::string member{}, targetMember{};
    std::string encoding{}; ///< as ICU calls it ("windows-1252"); empty: recognised
    ReadLimits limits{};
    bool operator==(const ReadOptions&) const = default;
};

struct SkippedLine {
    std::int64_t line = 0; ///< counted from 1
    std::string reason;
};

/// Many sentence pairs in one block of memory, or of a scratch file. Views stay valid as long as the object is neither
/// changed nor moved from. Copies of many share what they hold.
class ALIGNOSCOPE_API TextPairs {
public:
    void add(std::string_view source, std::string_view target, std::int64_t line);
    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    [[nodiscard]] std::string_view source(std::size_t i) const;
    [[nodiscard]] std::string_view target(std::size_t i) const;
    [[nodiscard]] std::int64_t line(std::size_t i) const { return m_pairs[i].line; } ///< counted from 1
    /// Lets go of memory for a while, where there are many: what is looked at comes again. Thread-safe beside readers.
    void release() const
    {
        m_text.release();
        m_pairs.release();
    }

private:
    struct Span {
        std::size_t offset;
        std::uint32_t sourceBytes, targetBytes;
        std::int64_t line;
    };
    ScratchArray<char> m_text;
    ScratchArray<Span> m_pairs;
};

/// A corpus as it was read: text, not yet tokens.
struct RawCorpus {
    CorpusSource source;
    CorpusFormat format = CorpusFormat::Automatic;
    std::string encoding;          ///< "UTF-8", "UTF-16LE", …
    bool encodingGuessed = false;  ///< by ICU from the letters; neither declared nor certain
    std::string compression;       ///< "gzip", "bzip2", "xz", "zstd", "zip", "tar" or empty
    int columns = 0;               ///< TabSeparated and Labelled: how many columns most lines have
    int labelColumn = -1;          ///< Labelled: which of them is the label, counted from 0
    Task task = Task::Translation; ///< Classification: the target of a pair is the label of its source
    TextPairs pairs;
    std::vector<SkippedLine> skipped; ///< the first 10,000
    std::int64_t skippedTotal = 0;
    std::vector<GoldAlignment> gold; ///< one a pair, or empty; in tokens as `suggested` makes them
    TextOptions suggested;           ///< how this corpus wants to be tokenised
    /// What can be the sides: JSON fields, languages, headings; in the order they were met.
    std::vector<std::string> fields{};
    std::string sourceField{}, targetField{}; ///< which of `fields` the sides are, after `swap`
    std::vector<std::string> members{};       ///< files inside the archive that can be read, in its order
    std::string member{}, targetMember{};     ///< which of them were
    std::vector<std::string> notes{};         ///< what was assumed, for people: whole sentences
};

/// Reads a corpus, whatever its compression. The encoding is what `options` say, else a byte-order mark's, what the
/// file declares, UTF-8 where it is valid, else guessed by ICU; LF, CRLF or CR. `progress.counted` hears of pairs while
/// they are read. Lines that cannot be pairs (wrong number of columns, an empty side, invalid UTF-8, NUL bytes, longer
/// than 1 MiB) are skipped and told. Throws Error(Input) where there is nothing to read: missing, not text, no pair at
/// all, unequal line counts. Blocks; call it off the GUI thread. Thread-safe.
ALIGNOSCOPE_API RawCorpus readCorpus(const CorpusSource& source, const ReadOptions& options = {}, const Progress& = {});

/// The label each class file stands for: its name up to the first full stop, without what all names begin with
/// ("reviews.pos", "reviews.neg": pos, neg); its folder's name where the files' names are the same. Throws Error(Usage)
/// where two would have the same label.
ALIGNOSCOPE_API std::vector<std::string> classLabels(const std::vector<std::filesystem::path>& files);

struct LabelCount {
    std::string label;
    std::int64_t texts = 0;
};
/// The labels of a corpus of Task::Classification, most frequent first. Thread-safe.
ALIGNOSCOPE_API std::vector<LabelCount> countLabels(const RawCorpus& corpus);

struct BuiltinCorpus {
    std::string name; ///< "phrases-en-fr"
    std::string task; ///< one line for people
    std::size_t pairs = 0;
    TextOptions text; ///< tokenisers it wants
    Task kind = Task::Translation;
};
/// The built-in corpora, the default first. Made from grammars with a fixed seed; every pair has its gold alignment (of
/// a text and its label: the words that decide).
ALIGNOSCOPE_API const std::vector<BuiltinCorpus>& builtinCorpora();

} // namespace alignoscope
