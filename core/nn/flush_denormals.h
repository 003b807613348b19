// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SSE__
#include <xmmintrin.h>
#endif

namespace alignoscope::nn {

/// While it lives, numbers below 1e-38 are zero on this thread. Adam's mean of a word that is not met for 800 updates
/// gets there, and arithmetic on such numbers is a hundred times slower.
class FlushDenormals {
public:
#ifdef __SSE__
    FlushDenormals() : m_before(_mm_getcsr())
    {
        _mm_setcsr(m_before | 0x8040U);
    } // results and operands
    ~FlushDenormals()
    {
        _mm_setcsr(m_before);
    }
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
    unsigned m_before;
#endif
};

} // namespace alignoscope::nn
