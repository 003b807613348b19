// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/attention_passes.h"

namespace alignoscope::nn {

template class Attention<float>;
template std::unique_ptr<Attention<float>> makeAttention<float>(const AttentionSizes&, const AttentionOptions&);

} // namespace alignoscope::nn
