// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive_choice.h"
#include "corpus/corpus_reader.h"

#include "alignoscope/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace alignoscope::corpus {
namespace {

using Names = std::vector<std::string>;

Names namesOf(const std::vector<ArchiveMember>& members)
{
    Names names;
    for (const ArchiveMember& one : members)
        names.push_back(one.name);
    return names;
}

std::string list(const Names& names)
{
    constexpr std::size_t shown = 10;
    const Names first(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(shown, names.size())));
    return fmt::format("{}{}", fmt::join(first, ", "), names.size() > shown ? ", …" : "");
}

/// Office documents are zip archives too.
void refuseDocument(const CorpusSource& source, const std::vector<ArchiveMember>& all)
{
    if (std::any_of(all.begin(), all.end(), [](const ArchiveMember& one) {
            return one.name == "[Content_Types].xml" || one.name == "mimetype";
        }))
        throw Error(ErrorKind::Input,
                    {source.file.string(), "this is not text", "sentence pairs as text, plain or compressed",
                     "an office document", "Save the table as CSV in the program that made it."});
}

RawCorpus readChosen(const CorpusSource& source, ReadOptions options, const MemberChoice& choice,
                     const Progress& progress)
{
    options.member = choice.source;
    options.targetMember = choice.target;
    return choice.target.empty() ? readPairs(source, options, progress) : readLineAligned(source, options, progress);
}

/// Tries what is likely, one after the other; a file that is no corpus is passed over.
RawCorpus readLikely(const CorpusSource& source, const ReadOptions& options, const Names& readable,
                     const std::vector<MemberChoice>& choices, const Progress& progress)
{
    constexpr std::size_t tried = 12;
    std::string reason;
    for (std::size_t i = 0; i < std::min(tried, choices.size()); ++i) {
        const bool isPair = !choices[i].target.empty();
        if (options.format != CorpusFormat::Automatic && isPair != (options.format == CorpusFormat::LineAligned))
            continue;
        try {
            return readChosen(source, options, choices[i], progress);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Input)
                throw;
            if (choices.size() == 1)
                throw;
            if (reason.empty())
                reason = error.problem().what;
        }
    }
    throw Error(ErrorKind::Input,
                {source.file.string(), "no file of the archive holds sentence pairs", "", list(readable),
                 (reason.empty() ? std::string() : "The likeliest one: " + reason + ". ")
                     + "Choose another one with --member, or two that belong together with --target-member too."});
}

} // namespace

std::string likelyMember(const std::filesystem::path& file, const ReadOptions& options, const Progress& progress)
{
    const auto all = CompressedFile::list(file, options.limits, progress.stop);
    const auto readable = readableMembers(all);
    const auto largest = std::max_element(readable.begin(), readable.end(),
                                          [](const auto& a, const auto& b) { return a.bytes < b.bytes; });
    return largest == readable.end() ? std::string() : largest->name;
}

RawCorpus readArchive(const CorpusSource& source, const ReadOptions& options, const std::vector<ArchiveMember>& all,
                      const Progress& progress)
{
    refuseDocument(source, all);
    const std::vector<ArchiveMember> readable = readableMembers(all);
    const Names names = namesOf(readable);
    if (readable.empty() && options.member.empty())
        throw Error(ErrorKind::Input,
                    {source.file.string(), "there is no file in the archive that could be read", "", "",
                     "Check that it is the right archive."});
    const bool isChosen = !options.member.empty();
    RawCorpus corpus = isChosen ? readChosen(source, options, {options.member, options.targetMember}, progress)
                                : readLikely(source, options, names, likelyChoices(readable), progress);
    corpus.members = names;
    if (!isChosen && readable.size() > (corpus.targetMember.empty() ? 1U : 2U))
        corpus.notes.push_back(fmt::format(
            "The archive holds {} files; read {} {}.", readable.size(), corpus.targetMember.empty() ? "is" : "are",
            corpus.targetMember.empty() ? corpus.member : corpus.member + " and " + corpus.targetMember));
    return corpus;
}

} // namespace alignoscope::corpus
