// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/attention_filter.h"

#include <QCoreApplication>

namespace alignoscope::ui {

QString attentionFilter()
{
    return QCoreApplication::translate(
        "Attention",
        "Attention and links (*.json *.jsonl *.npy *.txt *.out *.soft *.hard *.nematus *.talp *.align *.aln *.pharaoh "
        "*.final *.gz *.bz2 *.xz *.zst);;All files (*)");
}

} // namespace alignoscope::ui
