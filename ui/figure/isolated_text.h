// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace alignoscope::ui {

/// A word or sentence of any script to be put into a sentence of the program's: between isolates (U+2068, U+2069), so
/// that an Arabic word does not turn round what stands before and behind it. Nothing of them is seen.
inline QString isolated(const QString& text)
{
    return u'\u2068' + text + u'\u2069';
}

} // namespace alignoscope::ui
