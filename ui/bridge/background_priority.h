// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace alignoscope::ui {

/// Lets the window's thread go first wherever it and the calling thread want the same core. Counts for the calling
/// thread and for those it starts from now on. Any thread; does not block; where it is refused nothing changes.
void workInBackground();

} // namespace alignoscope::ui
