// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace alignoscope::storage {

/// Makes the tables in an empty database, or checks those that are there. Throws Error(Storage) on another version, on
/// a database of another program, and on tables that are not exactly as this program makes them (a view in a table's
/// place could make reading endless).
void prepareSchema(Database& database);
void checkSchema(Database& database);
/// Whether it tells where local attention looked: a history from before there was such a kind has no table for it.
bool hasWindows(Database& database);

} // namespace alignoscope::storage
