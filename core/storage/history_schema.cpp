// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_schema.h"

#include "storage/file_problem.h"

#include <array>
#include <string>
#include <string_view>

namespace alignoscope::storage {

namespace {

constexpr std::int64_t historyVersion = 1;
constexpr std::int64_t applicationId = 0x414c474e; // "ALGN": tells the `file` program and us whose it is

struct Table {
    std::string_view name;
    const char* sql; ///< SQLite keeps it word for word, which is how it is known again
};
// `id` runs through `steps` and `events` together: it is the order in which things happened.
constexpr std::array<Table, 5> tables{{
    {"steps",
     "CREATE TABLE steps(id INTEGER PRIMARY KEY, time REAL, step INTEGER NOT NULL, "
     "epoch INTEGER NOT NULL, epoch_fraction REAL, progress REAL, loss REAL, gradient_norm REAL, "
     "learning_rate REAL, target_tokens_per_second REAL, seconds_left REAL)"},
    {"events",
     "CREATE TABLE events(id INTEGER PRIMARY KEY, time REAL, kind TEXT NOT NULL, step INTEGER, "
     "data TEXT NOT NULL)"},
    {"sentences",
     "CREATE TABLE sentences(id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, "
     "from_validation INTEGER NOT NULL, gold TEXT, watched INTEGER NOT NULL)"},
    {"tokens", "CREATE TABLE tokens(id INTEGER PRIMARY KEY, list TEXT NOT NULL UNIQUE)"},
    {"snapshots",
     "CREATE TABLE snapshots(sentence INTEGER NOT NULL, step INTEGER NOT NULL, "
     "forced INTEGER NOT NULL, loss REAL, source INTEGER NOT NULL, source_unknown TEXT NOT NULL, "
     "target INTEGER NOT NULL, weights BLOB NOT NULL, PRIMARY KEY(sentence, step))"},
}};
// Where local attention looked, of snapshots that have it. Histories from before do not have this table.
constexpr Table windows{"windows",
                        "CREATE TABLE windows(sentence INTEGER NOT NULL, step INTEGER NOT NULL, "
                        "size REAL NOT NULL, centres BLOB NOT NULL, PRIMARY KEY(sentence, step))"};

void makeTables(Database& database)
{
    Transaction transaction(database, Transaction::Kind::Write);
    for (const Table& table : tables)
        database.execute(table.sql);
    database.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(historyVersion)).c_str());
    transaction.commit();
}

[[noreturn]] void refuse(const Database& database, const Table& table)
{
    throw storageError(database.path(), "the table \"" + std::string(table.name) + "\" is not as it was made", {}, {},
                       "Move the file away to use the run without its history.");
}

/// False: nothing has that name. Throws Error(Storage) where it is not the table as it was made.
bool hasTable(Database& database, const Table& table)
{
    Statement statement(database, "SELECT sql FROM sqlite_schema WHERE name = ? AND type IN ('table', 'view')");
    statement.bind(0, table.name);
    if (!statement.step())
        return false;
    if (statement.text(0) != table.sql)
        refuse(database, table);
    return true;
}

} // namespace

void prepareSchema(Database& database)
{
    if (database.integer("SELECT count(*) FROM sqlite_schema") == 0 && database.integer("PRAGMA application_id") == 0)
        makeTables(database);
    checkSchema(database);
    if (!hasTable(database, windows))
        database.execute(windows.sql);
}

bool hasWindows(Database& database)
{
    return hasTable(database, windows);
}

void checkSchema(Database& database)
{
    if (database.integer("PRAGMA application_id") != applicationId)
        throw storageError(database.path(), "this is not the history of an Alignoscope run, or it was cut short", {},
                           {}, "Move the file away to use the run without its history.");
    if (const auto found = database.integer("PRAGMA user_version"); found != historyVersion)
        throw storageError(database.path(), "the history has a format this Alignoscope does not know",
                           "version " + std::to_string(historyVersion), "version " + std::to_string(found),
                           "Open it with the Alignoscope that made it, or a newer one.");
    for (const Table& table : tables)
        if (!hasTable(database, table))
            refuse(database, table);
    static_cast<void>(hasTable(database, windows));
}

} // namespace alignoscope::storage
