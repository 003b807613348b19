// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/background_priority.h"

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#endif

namespace alignoscope::ui {

void workInBackground()
{
#ifdef __linux__
    // Here both are a thread's own, and inherited. A batch thread never interrupts another one when it wakes up, and
    // five steps of niceness are a third of the share: a frame is not cut into slices, yet idle cores are used in full.
    const sched_param parameters{};
    sched_setscheduler(0, SCHED_BATCH, &parameters);
    setpriority(PRIO_PROCESS, 0, 5);
#endif
}

} // namespace alignoscope::ui
