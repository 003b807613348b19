// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "samples.h"
#include "support/shared_data.h"

#include <cmath>
#include <limits>

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::storageFailure;

std::span<const std::byte> bytes(const std::string& text)
{
    return std::as_bytes(std::span(text));
}

TEST(Database, ValuesReturn)
{
    const TemporaryFolder folder;
    Database database(folder.path() / "a.sqlite", Database::Access::Write);
    database.execute("CREATE TABLE t(i INTEGER, r REAL, t TEXT, b BLOB, n)");
    const std::string text("nul\0inside", 10), blob("\0\xff", 2);
    Statement insert(database, "INSERT INTO t VALUES(?, ?, ?, ?, ?)");
    insert.bind(0, std::numeric_limits<std::int64_t>::min()).bind(1, 0.1).bind(2, text).bind(3, bytes(blob));
    insert.bindNull(4).run();
    insert.bind(0, std::int64_t{5}).bind(1, std::nan("")).bind(2, std::string_view()).bind(3, bytes({})).run();
    Statement row(database, "SELECT i, r, t, b, n FROM t ORDER BY rowid");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(row.real(1), 0.1);
    EXPECT_EQ(row.text(2), text);
    EXPECT_EQ(row.blob(3).size(), 2U);
    EXPECT_EQ(row.blob(3)[1], std::byte{0xff});
    EXPECT_TRUE(row.isNull(4));
    ASSERT_TRUE(row.step());
    EXPECT_TRUE(std::isnan(row.real(1)));
    EXPECT_FALSE(row.isNull(2));
    EXPECT_EQ(row.text(2), "");
    EXPECT_FALSE(row.isNull(3));
    EXPECT_TRUE(row.blob(3).empty());
    EXPECT_FALSE(row.step());
}

TEST(Database, NamesMayHoldWhatMeansSomethingInAddresses)
{
    const TemporaryFolder folder;
    for (const auto* name : {"a?mode=memory", "b#c", "100%", "%41", "file:x", "日本 \"q\"'s", "latin\xe9"}) {
        const auto path = folder.path() / name;
        Database(path, Database::Access::Write).execute("CREATE TABLE t(i)");
        EXPECT_TRUE(std::filesystem::exists(path)) << name;
        EXPECT_EQ(Database(path, Database::Access::Read).integer("SELECT count(*) FROM sqlite_schema"), 1) << name;
    }
}

TEST(Database, ATransactionHappensOrNot)
{
    const TemporaryFolder folder;
    Database database(folder.path() / "a.sqlite", Database::Access::Write);
    database.execute("CREATE TABLE t(i)");
    {
        const Transaction lost(database, Transaction::Kind::Write);
        database.execute("INSERT INTO t VALUES(1)");
    }
    EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 0);
    {
        Transaction kept(database, Transaction::Kind::Write);
        database.execute("INSERT INTO t VALUES(1)");
        kept.commit();
    }
    EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 1);
}

TEST(Database, AReadingTransactionSeesOneMoment)
{
    const TemporaryFolder folder;
    Database writer(folder.path() / "a.sqlite", Database::Access::Write);
    writer.execute("CREATE TABLE t(i)");
    Database reader(folder.path() / "a.sqlite", Database::Access::Read);
    {
        const Transaction moment(reader, Transaction::Kind::Read);
        EXPECT_EQ(reader.integer("SELECT count(*) FROM t"), 0);
        writer.execute("INSERT INTO t VALUES(1)");
        EXPECT_EQ(reader.integer("SELECT count(*) FROM t"), 0);
    }
    EXPECT_EQ(reader.integer("SELECT count(*) FROM t"), 1);
}

TEST(Database, AReaderCannotWrite)
{
    const TemporaryFolder folder;
    Database(folder.path() / "a.sqlite", Database::Access::Write).execute("CREATE TABLE t(i)");
    Database reader(folder.path() / "a.sqlite", Database::Access::Read);
    EXPECT_NE(storageFailure([&] { reader.execute("INSERT INTO t VALUES(1)"); }), "");
}

TEST(Database, SaysWhatIsWrong)
{
    const TemporaryFolder folder;
    const auto opening = [&](const std::filesystem::path& path, Database::Access access) {
        return storageFailure([&] {
            Database database(path, access);
            static_cast<void>(database.integer("SELECT count(*) FROM sqlite_schema"));
        });
    };
    EXPECT_THAT(opening(folder.path() / "none", Database::Access::Read), HasSubstr("there is no such file"));
    EXPECT_THAT(opening(folder.path() / "no" / "a", Database::Access::Write), HasSubstr("no such file"));
    const auto text = folder.write("text", std::string(5000, 'x'));
    EXPECT_THAT(opening(text, Database::Access::Read),
                AllOf(HasSubstr("text: the history is damaged"), HasSubstr("Move the file away")));
    EXPECT_THAT(opening(text, Database::Access::Write), HasSubstr("the history is damaged"));
    Database good(folder.path() / "good", Database::Access::Write);
    EXPECT_THAT(storageFailure([&] { good.execute("nonsense"); }), HasSubstr("syntax error"));
    EXPECT_THAT(storageFailure([&] { Statement statement(good, "SELECT * FROM none"); }), HasSubstr("no such table"));
}

TEST(Database, AFailedStatementCanRunAgain)
{
    const TemporaryFolder folder;
    Database database(folder.path() / "a.sqlite", Database::Access::Write);
    database.execute("CREATE TABLE t(i INTEGER PRIMARY KEY)");
    Statement insert(database, "INSERT INTO t VALUES(?)");
    insert.bind(0, std::int64_t{1}).run();
    EXPECT_NE(storageFailure([&] { insert.run(); }), "");
    insert.bind(0, std::int64_t{2}).run();
    EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 2);
}

TEST(Database, ValuesLargerThanAnythingOfOursAreRefused)
{
    const TemporaryFolder folder;
    Database database(folder.path() / "a.sqlite", Database::Access::Write);
    EXPECT_THAT(storageFailure([&] { static_cast<void>(database.integer("SELECT zeroblob(100000000)")); }),
                HasSubstr("too big"));
}

} // namespace
} // namespace alignoscope::storage
