// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive_choice.h"

#include "core/corpus/corpus_test_support.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::pairsOf;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Files = std::vector<std::pair<std::string, std::string>>;

enum class Kind { Zip, Tar, TarGz };

class ReadArchive : public ::testing::Test {
protected:
    CorpusSource pack(const Files& files, Kind kind = Kind::Zip, const std::string& name = "packed.bin")
    {
        const auto path = folder.path() / name; // an archive is known by content, not by name
        archive* handle = archive_write_new();
        if (kind == Kind::Zip)
            archive_write_set_format_zip(handle);
        else
            archive_write_set_format_pax_restricted(handle);
        if (kind == Kind::TarGz)
            archive_write_add_filter_gzip(handle);
        archive_write_open_filename(handle, path.c_str());
        for (const auto& [inside, bytes] : files) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname(entry, inside.c_str());
            archive_entry_set_filetype(entry, inside.ends_with('/') ? AE_IFDIR : AE_IFREG);
            archive_entry_set_perm(entry, 0644);
            archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
            archive_write_header(handle, entry);
            archive_write_data(handle, bytes.data(), bytes.size());
            archive_entry_free(entry);
        }
        archive_write_close(handle);
        archive_write_free(handle);
        return CorpusSource::parse({path.string()});
    }
    TemporaryFolder folder;
};

TEST_F(ReadArchive, TheOnlyReadableFileIsTaken)
{
    const std::vector<std::pair<Kind, std::string>> kinds{
        {Kind::Zip, "zip"}, {Kind::Tar, "tar"}, {Kind::TarGz, "tar, gzip"}};
    for (const auto& [kind, name] : kinds) {
        const RawCorpus corpus = readCorpus(pack({{"data/", ""},
                                                  {"__MACOSX/data/._fra.tsv", "junk"},
                                                  {"data/.DS_Store", "junk"},
                                                  {"_about.txt", "About this file"},
                                                  {"data/fra.tsv", "Go.\tVa !\nHi.\tSalut.\n"}},
                                                 kind));
        EXPECT_EQ(corpus.compression, name);
        EXPECT_EQ(corpus.format, CorpusFormat::TabSeparated);
        EXPECT_EQ(corpus.member, "data/fra.tsv");
        EXPECT_THAT(corpus.members, ElementsAre("data/fra.tsv"));
        EXPECT_THAT(corpus.notes, IsEmpty());
        EXPECT_THAT(pairsOf(corpus), ElementsAre("Go.|Va !", "Hi.|Salut."));
    }
}

TEST_F(ReadArchive, TwoFilesThatBelongTogetherAreReadLineByLine)
{
    const CorpusSource source =
        pack({{"README", "text"}, {"train.de", "eins\nzwei\n"}, {"train.en", "one\ntwo\n"}, {"val.de", "x\n"}});
    const RawCorpus corpus = readCorpus(source);
    EXPECT_EQ(corpus.format, CorpusFormat::LineAligned);
    EXPECT_THAT(corpus.members, ElementsAre("train.de", "train.en", "val.de"));
    EXPECT_EQ(corpus.member, "train.de");
    EXPECT_EQ(corpus.targetMember, "train.en");
    EXPECT_THAT(pairsOf(corpus), ElementsAre("eins|one", "zwei|two"));
    EXPECT_THAT(corpus.notes, ElementsAre(HasSubstr("3 files; read are train.de and train.en")));

    EXPECT_THAT(pairsOf(readCorpus(source, {.member = "train.en", .targetMember = "train.de"})),
                ElementsAre("one|eins", "two|zwei"));
    EXPECT_EQ(readCorpus(source, {.swap = true}).member, "train.en");
    EXPECT_THAT(
        messageOf([&] { readCorpus(source, {.member = "train.en", .targetMember = "val.de"}); }),
        AllOf(HasSubstr("same number of lines"), HasSubstr("2 lines in train.en"), HasSubstr("1 line in val.de")));
}

TEST_F(ReadArchive, EachSideMayHaveItsOwn)
{
    CorpusSource source = pack({{"__MACOSX/x", "junk"}, {"a.de", "eins\nzwei\n"}}, Kind::Zip, "de.zip");
    source.targetFile = pack({{"a.en", "one\ntwo\n"}, {"README", "x"}}, Kind::TarGz, "en.tgz").file;
    const RawCorpus corpus = readCorpus(source);
    EXPECT_THAT(pairsOf(corpus), ElementsAre("eins|one", "zwei|two"));
    EXPECT_EQ(corpus.compression, "zip + tar, gzip");
}

TEST_F(ReadArchive, OfSeveralFilesOneIsChosen)
{
    const CorpusSource source = pack({{"a.tsv", "a\tb\n"},
                                      {"long prose.txt", "only one side here, and more of it than elsewhere\n"},
                                      {"c.csv", "\"c\",\"d\"\n"}},
                                     Kind::TarGz);
    const RawCorpus corpus = readCorpus(source);
    EXPECT_EQ(corpus.member, "c.csv") << "the largest that holds pairs";
    EXPECT_THAT(corpus.notes, ElementsAre(HasSubstr("The archive holds 3 files; read is c.csv")));
    EXPECT_THAT(pairsOf(readCorpus(source, {.member = "a.tsv"})), ElementsAre("a|b"));
    EXPECT_THAT(messageOf([&] { readCorpus(source, {.member = "none"}); }), HasSubstr("no file 'none' in it"));
    EXPECT_THAT(messageOf([&] {
                    readCorpus(pack({{"a.txt", "one side\n"}, {"b.txt", "other\n"}}));
                }),
                AllOf(HasSubstr("no file of the archive holds sentence pairs"), HasSubstr("a.txt, b.txt"),
                      HasSubstr("--member")));
}

TEST_F(ReadArchive, WhatCannotBeReadIsSaid)
{
    EXPECT_THAT(messageOf([&] { readCorpus(pack({{".hidden", "a\tb\n"}})); }), HasSubstr("no file in the archive"));
    EXPECT_THAT(messageOf([&] {
                    readCorpus(pack({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}));
                }),
                HasSubstr("an office document"));
    const CorpusSource source = pack({{"a.tsv", std::string(1 << 20, 'a') + "\tb\n"}}, Kind::TarGz);
    EXPECT_THAT(messageOf([&] { readCorpus(source, {.limits = {.textBytes = 1 << 16}}); }), HasSubstr("--limit-text"));
}

TEST_F(ReadArchive, ExpansionIsBounded)
{
    std::string text;
    while (text.size() < std::size_t{80} << 20)
        text += "the same sentence\tla même phrase\n";
    const CorpusSource source = pack({{"a.tsv", text}}, Kind::TarGz);
    EXPECT_THAT(messageOf([&] { readCorpus(source, {.limits = {.expansion = 20}}); }),
                AllOf(HasSubstr("grows without measure"), HasSubstr("--limit-expansion")));
    EXPECT_EQ(readCorpus(source, {.limit = 1}).pairs.size(), 1U);
}

TEST(ArchiveSides, AreKnownByTheirNames)
{
    const auto order = [](const std::string& one, const std::string& other) {
        bool swapped = false;
        return !corpus::areSides(one, other, swapped) ? "no" : swapped ? "swapped" : "yes";
    };
    EXPECT_STREQ(order("train.en", "train.de"), "yes");
    EXPECT_STREQ(order("x/tgt-train.txt", "x/src-train.txt"), "swapped");
    EXPECT_STREQ(order("en/train.txt", "fr/train.txt"), "yes");
    EXPECT_STREQ(order("train.en", "val.en"), "no");
    EXPECT_STREQ(order("train.en", "val.de"), "no");
    EXPECT_STREQ(order("a.txt", "a.tsv"), "no");
    EXPECT_STREQ(order("a.en", "a.en"), "no");
}

} // namespace
