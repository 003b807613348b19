// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/appearance.h"

#include <QApplication>
#include <QIcon>
#include <QStyleFactory>

static void loadResources()
{
    Q_INIT_RESOURCE(resources); // a static library's resources are linked in only when asked for
    Q_INIT_RESOURCE(attention_pages);
}

namespace alignoscope::ui {

void prepareApplication(QApplication& application)
{
    loadResources();
    QApplication::setOrganizationName("Alignoscope");
    QApplication::setApplicationName("Alignoscope");
    QApplication::setApplicationDisplayName("Alignoscope");
    QApplication::setDesktopFileName("org.alignoscope.Alignoscope");
    application.setStyle(QStyleFactory::create("Fusion"));
    application.setWindowIcon(QIcon(":/icons/alignoscope.svg"));
    setAppearance(Appearance::System);
}

} // namespace alignoscope::ui
