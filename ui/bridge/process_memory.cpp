// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/process_memory.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <unistd.h>

namespace alignoscope::ui {

quint64 residentBytes()
{
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toULongLong() * static_cast<quint64>(sysconf(_SC_PAGESIZE)) : 0;
}

} // namespace alignoscope::ui
