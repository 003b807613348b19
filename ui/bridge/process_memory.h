// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace alignoscope::ui {

/// Bytes of memory this program holds now; 0 where the system does not say. Any thread; does not block.
quint64 residentBytes();

} // namespace alignoscope::ui
