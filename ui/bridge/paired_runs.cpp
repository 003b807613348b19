// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/paired_runs.h"

#include <algorithm>

namespace alignoscope::ui {

void PairedRuns::set(const std::array<Member, 2>& members)
{
    m_members = members;
    emit changed();
}

void PairedRuns::clear()
{
    if (exists())
        set({});
}

void PairedRuns::keepOnlyWith(const std::filesystem::path& folder)
{
    if (std::ranges::none_of(m_members, [&](const Member& member) { return member.folder == folder; }))
        clear();
}

} // namespace alignoscope::ui
