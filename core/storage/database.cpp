// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/file_problem.h"

#include <sqlite3.h>

#include <cerrno>
#include <limits>
#include <utility>

namespace alignoscope::storage {

namespace {

constexpr int patience = 5000;     // milliseconds to wait for another program's transaction
constexpr int maxValue = 64 << 20; // bytes of one text or blob; a snapshot takes some kilobytes
constexpr auto damagedAdvice = "Move the file away to use the run without its history; the sqlite3 program's "
                               ".recover may save most of what is in it.";

/// SQLite opens names that begin with "file:" as addresses: what means something in them is written as %XX.
std::string address(const std::filesystem::path& path)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const std::string name = std::filesystem::absolute(path).native();
    std::string text = "file:";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#') {
            text += '%';
            text += digits[byte >> 4];
            text += digits[byte & 15];
        } else {
            text += c;
        }
    }
    return text;
}

} // namespace

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Database::Database(std::filesystem::path path, Access access) : m_path(std::move(path))
{
    if (access == Access::Read) {
        openForReading();
        return;
    }
    open(address(m_path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI);
    distrust();
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = NORMAL");
}

void Database::open(const std::string& name, int flags)
{
    sqlite3* handle = nullptr;
    errno = 0;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    m_handle.reset(handle); // also where opening failed: it then holds the reason
    if (code != SQLITE_OK)
        fail(code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, patience);
}

void Database::openForReading()
{
    try {
        open(address(m_path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        distrust();
        static_cast<void>(integer("SELECT count(*) FROM sqlite_schema"));
    } catch (const Error&) {
        // Where the folder is read-only, the shared memory a write-ahead log needs cannot be made; but then nobody
        // writes either, and the file can be read as it stands.
        const int code = m_handle ? sqlite3_errcode(m_handle.get()) & 0xff : SQLITE_OK;
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
        open(address(m_path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        distrust();
        static_cast<void>(integer("SELECT count(*) FROM sqlite_schema"));
    }
}

void Database::distrust()
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(m_handle.get(), SQLITE_LIMIT_LENGTH, maxValue);
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA cell_size_check = ON");
}

void Database::execute(const char* sql)
{
    errno = 0;
    if (const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code);
}

std::int64_t Database::integer(std::string_view sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

void Database::fail(int code) const
{
    // SQLite forgets the system's reason for a failed write in places; errno still has it
    const int late = errno;
    const int told = m_handle ? sqlite3_system_errno(m_handle.get()) : 0;
    const int system = told != 0 ? told : late;
    const std::string words = m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code);
    if (code == SQLITE_IOERR_SHORT_READ)
        throw storageError(m_path, "the history was cut short", {}, words, damagedAdvice);
    switch (code & 0xff) {
    case SQLITE_FULL:
        throw writeError(m_path, ENOSPC);
    case SQLITE_CANTOPEN:
        throw system != 0 ? readError(m_path, system) : storageError(m_path, "the file cannot be opened", {}, words);
    case SQLITE_PERM:
    case SQLITE_READONLY:
        throw writeError(m_path, EACCES);
    case SQLITE_IOERR:
        throw system != 0 ? writeError(m_path, system) : storageError(m_path, "the disk failed", {}, words);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw storageError(m_path, "another program holds the history", {}, {}, "Close it and try again.");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:
        throw storageError(m_path, "the history is damaged", {}, words, damagedAdvice);
    default:
        throw storageError(m_path, "the history cannot be used", {}, words, damagedAdvice);
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database& database, std::string_view sql) : m_database(&database)
{
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        database.fail(code);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement.get(), parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    const int code = sqlite3_bind_text64(m_statement.get(), parameter + 1, text.data() ? text.data() : "", text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_database->fail(code);
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::byte> blob)
{
    const void* data = blob.empty() ? static_cast<const void*>("") : blob.data(); // a null pointer would mean NULL
    const int code = sqlite3_bind_blob64(m_statement.get(), parameter + 1, data, blob.size(), SQLITE_STATIC);
    if (code != SQLITE_OK)
        m_database->fail(code);
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement.get(), parameter + 1);
    return *this;
}

bool Statement::step()
{
    errno = 0;
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_database->fail(code);
    return code == SQLITE_ROW;
}

void Statement::run()
{
    try {
        step();
    } catch (...) {
        reset();
        throw;
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
}

std::span<const std::byte> Statement::blob(int column) const
{
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes ? std::span(bytes, size) : std::span<const std::byte>();
}

Transaction::Transaction(Database& database, Kind kind) : m_database(database)
{
    database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (m_open) // fails where SQLite rolled back by itself, as on a full disk
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace alignoscope::storage
