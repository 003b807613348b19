// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_import.h"
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"
#include "app/commands/command.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <utility>

namespace alignoscope::commands {
namespace {

struct AlignScoreArguments {
    std::string alignment, gold;
    bool reverse = false;
    int base = -1, goldBase = -1;
};

/// The links of an aligner, all of them meant, whatever their certainty.
std::vector<std::vector<Link>> allLinks(std::vector<GoldAlignment> alignments)
{
    std::vector<std::vector<Link>> result;
    for (GoldAlignment& alignment : alignments) {
        std::vector<Link> links = std::move(alignment.sure);
        links.insert(links.end(), alignment.possible.begin(), alignment.possible.end());
        result.push_back(std::move(links));
    }
    return result;
}

/// Lines of a toolkit with more in them than links, or with weights, whose likeliest links count.
std::vector<std::vector<Link>> ofToolkit(const AlignScoreArguments& arguments)
{
    AttentionReadOptions options;
    options.base = arguments.base;
    const ImportedAttention read = readAttention(arguments.alignment, options);
    if (read.skippedTotal > 0)
        throw Error(ErrorKind::Input,
                    {arguments.alignment + ", line " + std::to_string(read.skipped.front().line),
                     "a sentence cannot be read, so the following ones would be compared with others", "",
                     read.skipped.front().reason, "Mend the line."});
    return linksOf(read);
}

/// For each of `pairs` sentence pairs; a file of a line a link may end before the last ones, which have none.
std::vector<std::vector<Link>> judgedLinks(const AlignScoreArguments& arguments, std::size_t pairs)
{
    const AttentionFormat format = recognizeAttention(arguments.alignment);
    std::vector<std::vector<Link>> links;
    if (format != AttentionFormat::Automatic && format != AttentionFormat::Pharaoh) {
        links = ofToolkit(arguments);
    } else {
        GoldFile file = readGoldFile(arguments.alignment, arguments.base);
        if (file.syntax == AlignmentSyntax::Naacl && file.pairs.size() < pairs)
            file.pairs.resize(pairs);
        links = allLinks(std::move(file.pairs));
    }
    if (arguments.reverse)
        for (auto& sentence : links)
            for (Link& link : sentence)
                std::swap(link.source, link.target);
    return links;
}

int scoreFiles(const AlignScoreArguments& arguments)
{
    GoldFile goldFile = readGoldFile(arguments.gold, arguments.goldBase);
    const auto alignments = judgedLinks(arguments, goldFile.pairs.size());
    if (goldFile.syntax == AlignmentSyntax::Naacl && goldFile.pairs.size() < alignments.size())
        goldFile.pairs.resize(alignments.size());
    const auto& gold = goldFile.pairs;
    if (alignments.size() != gold.size())
        throw Error(ErrorKind::Input,
                    {arguments.alignment, "it has another number of lines than the gold alignments",
                     std::to_string(gold.size()) + " lines, as in " + arguments.gold,
                     std::to_string(alignments.size()) + " lines", "Give one line a sentence pair in both files."});
    const AlignmentScore score = scoreAlignments(alignments, gold);
    const nlohmann::ordered_json json = {
        {"aer", score.aer},   {"precision", score.precision}, {"recall", score.recall},       {"links", score.links},
        {"sure", score.sure}, {"possible", score.possible},   {"sentences", score.sentences},
    };
    std::cout << json.dump() << '\n';
    return 0;
}

} // namespace

void addAlignScore(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<AlignScoreArguments>();
    CLI::App* command =
        program.add_subcommand("align-score", "Alignment error rate, precision and recall of word alignments");
    command
        ->add_option("alignment", arguments->alignment,
                     "The links to judge: a line a pair, \"0-0 1-2\", a line a link, GIZA++'s or a toolkit's file")
        ->required()
        ->type_name("ALIGNMENT");
    command
        ->add_option("gold", arguments->gold,
                     "The links made by hand: \"0-0\" or \"0-0S\" sure, \"1p2\", \"1?2\" or \"1-2P\" possible")
        ->required()
        ->type_name("GOLD");
    command->add_flag("--reverse", arguments->reverse, "ALIGNMENT is target-source: swap its indices");
    command->add_option("--base", arguments->base, "Number of ALIGNMENT's first tokens; else 1 if no index in it is 0")
        ->check(CLI::IsMember({0, 1}));
    command
        ->add_option("--gold-base", arguments->goldBase, "Number of GOLD's first tokens; else 1 if no index in it is 0")
        ->check(CLI::IsMember({0, 1}));
    command->callback([arguments, &chosen] { chosen = [arguments] { return scoreFiles(*arguments); }; });
}

} // namespace alignoscope::commands
