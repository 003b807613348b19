// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/background_priority.h"

#include <QTest>

#ifdef __linux__
#include <sys/resource.h>
#endif

#include <thread>

class BackgroundPriorityTest : public QObject {
    Q_OBJECT

private slots:
    void countsForTheThreadAndThoseItStarts()
    {
#ifdef __linux__
        const int before = getpriority(PRIO_PROCESS, 0);
        if (before >= 19)
            QSKIP("this test runs with the lowest priority there is");
        int own = 0, child = 0;
        std::thread([&] {
            alignoscope::ui::workInBackground();
            own = getpriority(PRIO_PROCESS, 0);
            std::thread([&] { child = getpriority(PRIO_PROCESS, 0); }).join();
        }).join();
        QVERIFY(own > before);
        QCOMPARE(child, own);
        QCOMPARE(getpriority(PRIO_PROCESS, 0), before); // the window keeps its own
#endif
    }
};

QTEST_GUILESS_MAIN(BackgroundPriorityTest)
#include "background_priority_test.moc"
