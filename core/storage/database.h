// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace alignoscope::storage {

class Database;

/// A prepared statement; parameters and columns are counted from 0. Must not outlive its database.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value); ///< NaN becomes NULL
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::byte> blob); ///< must live until the statement ran
    Statement& bindNull(int parameter);

    /// True: there is a row to read. Throws Error(Storage).
    bool step();
    /// Runs a statement without rows and makes it ready for the next values.
    void run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const; ///< NULL is NaN
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const; ///< valid until the next step

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to an SQLite file that nobody vouches for. Waits a few seconds where another program holds it.
/// Every call throws Error(Storage) that names the file.
class Database {
public:
    enum class Access {
        Read,  ///< works beside a writer, on a read-only disk too
        Write, ///< makes the file where it is missing; write-ahead log
    };
    Database(std::filesystem::path path, Access access);

    void execute(const char* sql);
    [[nodiscard]] std::int64_t integer(std::string_view sql); ///< first column of the first row, 0 without a row
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }
    /// What the last call that failed with `code` means for people.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    void open(const std::string& name, int flags);
    void openForReading();
    void distrust();

    std::filesystem::path m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// Everything between construction and `commit` happens together or not at all; for reading: one moment of the file.
class Transaction {
public:
    enum class Kind { Read, Write };
    Transaction(Database& database, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace alignoscope::storage
