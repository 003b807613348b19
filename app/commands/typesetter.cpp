// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/typesetter.h"

#include <QGuiApplication>
#include <QLoggingCategory>

namespace alignoscope::commands {

Typesetter::Typesetter()
{
    if (QCoreApplication::instance())
        return;
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false\n*.warning=false"));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(m_count, m_words);
}

Typesetter::~Typesetter() = default;

} // namespace alignoscope::commands
