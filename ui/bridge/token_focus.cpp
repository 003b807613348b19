// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/token_focus.h"

#include <functional>

namespace alignoscope::ui {

std::size_t sentenceKey(const std::vector<std::string>& tokens)
{
    std::size_t key = tokens.size();
    for (const std::string& token : tokens)
        key = key * 1099511628211U + std::hash<std::string>()(token);
    return key;
}

void TokenFocus::set(const Place& place, const QObject* by)
{
    if (place == Place{} && by != m_by)
        return;
    m_by = by;
    if (place == m_place)
        return;
    m_place = place;
    emit changed(m_place);
}

} // namespace alignoscope::ui
