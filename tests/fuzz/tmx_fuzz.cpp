// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/corpus_bytes.h"

/// A translation memory of any making: an Error, or pairs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return alignoscope::fuzzing::readAs(alignoscope::CorpusFormat::Tmx, data, size);
}
