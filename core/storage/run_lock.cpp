// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_lock.h"

#include "storage/file_problem.h"
#include "storage/run_folder.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace alignoscope::storage {

RunLock::RunLock(const std::filesystem::path& folder)
{
    const auto path = lockFile(folder);
    m_handle = FileHandle(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!m_handle.isOpen())
        throw writeError(folder, errno);
    // Some network disks know no locks (ENOLCK, ENOTSUP); there a run is better left unguarded than refused.
    if (::flock(m_handle.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw storageError(folder, "the run is being trained by another Alignoscope right now", {}, {},
                           "Stop it there first, or train a run in another folder.");
}

} // namespace alignoscope::storage
