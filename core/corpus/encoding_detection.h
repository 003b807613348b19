// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/text_recognition.h"

#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// What an XML declaration or the header of a PO file says the encoding is; empty where `head` says nothing.
std::string declaredEncoding(std::string_view head);

/// Whether the bytes are UTF-8, apart from a few that went astray and a character cut in half at the end.
bool isMostlyUtf8(std::string_view head);

/// Which encoding the bytes at the beginning of a text are in: that of the byte-order mark, the declared one, UTF-8, or
/// what ICU guesses from the letters.
Encoding detectEncoding(std::string_view head);

} // namespace alignoscope::corpus
