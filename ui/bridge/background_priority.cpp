// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/background_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace alignoscope::ui {

void workInBackground()
{
#ifdef __linux__
    // Here it is a thread's own, and inherited. Not SCHED_BATCH as well: a team of threads wakes one another at every
    // step of the work, and a batch thread would each time wait for whatever else the machine is doing.
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + 2);
#endif
}

} // namespace alignoscope::ui
