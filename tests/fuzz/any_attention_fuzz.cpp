// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    alignoscope::fuzz::readAsAttention(data, size, alignoscope::AttentionFormat::Automatic);
    return 0;
}
