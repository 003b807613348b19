// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/wording.h"

#include <QLocale>

#include <cmath>

namespace alignoscope::ui {

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString roughCountText(double count)
{
    if (count >= 1e6)
        return QLocale().toString(count / 1e6, 'f', 1) + 'M';
    if (count >= 1e3)
        return QLocale().toString(count / 1e3, 'f', 1) + 'k';
    return QLocale().toString(std::llround(count));
}

QString durationText(double seconds)
{
    const qint64 whole = std::llround(seconds);
    const QString tail = QString("%1:%2").arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QChar('0'))
                             .arg(whole % 60, 2, 10, QChar('0'));
    return whole >= 3600 ? QString("%1:%2").arg(whole / 3600).arg(tail) : tail;
}

QString bytesText(quint64 bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString lossText(double loss)
{
    return QLocale().toString(loss, 'f', loss < 0.1 ? 3 : 2);
}

} // namespace alignoscope::ui
