// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/saliency.h"

namespace alignoscope::probing {

template class Saliency<float>;

} // namespace alignoscope::probing
