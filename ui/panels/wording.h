// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace alignoscope::ui {

// Numbers as a person reads them, in the user's language.
QString countText(qint64 count);         ///< "12,400"
QString roughCountText(double count);    ///< "12.4k"
QString durationText(double seconds);    ///< "0:42", "1:03:20"
QString bytesText(quint64 bytes);        ///< "1.2 GB"
QString lossText(double loss);           ///< "2.31"

} // namespace alignoscope::ui
