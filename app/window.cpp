// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "alignoscope/error.h"
#include "ui/application.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QStringList>

#include <cstdlib>

namespace alignoscope {
namespace {

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value != '\0';
}

void requireDisplay()
{
    // Qt would end the process with a message of its own.
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        throw Error(ErrorKind::Input,
                    {"window", "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)", "", "",
                     "Use a command instead; alignoscope --help lists them."});
}

} // namespace

int openWindow(char* programName, const std::vector<std::string>& files)
{
    requireDisplay();
    int count = 1;
    char* arguments[] = {programName, nullptr};
    QApplication application(count, arguments);
    QApplication::setApplicationVersion(ALIGNOSCOPE_VERSION);
    ui::prepareApplication(application);
    QStringList paths;
    for (const auto& file : files)
        paths << QString::fromStdString(file);
    ui::MainWindow window;
    window.show();
    window.openPaths(paths);
    return QApplication::exec();
}

} // namespace alignoscope
