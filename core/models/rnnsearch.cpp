// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"

namespace alignoscope::models {

template class RnnSearch<float>;

} // namespace alignoscope::models
