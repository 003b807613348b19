// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/timeline_stops.h"

#include <QTest>

#include <algorithm>

using namespace alignoscope::ui;

class TimelineStopsTest : public QObject {
    Q_OBJECT

    static qint64 widestGap(const std::vector<qint64>& steps)
    {
        qint64 widest = 0;
        for (std::size_t i = 1; i < steps.size(); ++i)
            widest = std::max(widest, steps[i] - steps[i - 1]);
        return widest;
    }

private slots:
    void keepsAllThatThereIsRoomFor()
    {
        TimelineStops stops(5);
        for (const qint64 step : {1, 2, 50, 3, 2})
            stops.add(step);
        QCOMPARE(stops.steps(), (std::vector<qint64>{1, 2, 3, 50}));
        QVERIFY(!stops.hasGaps());
    }

    void aLongRunIsThinnedOutEvenly()
    {
        TimelineStops stops(100);
        for (qint64 step = 1; step <= 100'000; ++step) {
            stops.add(step);
            QVERIFY(stops.steps().size() <= 100);
        }
        const std::vector<qint64>& steps = stops.steps();
        QCOMPARE(steps.size(), std::size_t(100));
        QCOMPARE(steps.front(), 1);
        QCOMPARE(steps.back(), 100'000);
        QVERIFY(std::ranges::is_sorted(steps));
        QVERIFY(stops.hasGaps());
        QVERIFY2(widestGap(steps) <= 4000, "four times what an even spread has at most");
    }

    void whatWasReadAndWhatCameMeanwhileAreOne()
    {
        TimelineStops stops(10);
        stops.add(100);
        stops.merge({10, 20, 30}, true);
        QCOMPARE(stops.steps(), (std::vector<qint64>{10, 20, 30, 100}));
        QVERIFY(stops.hasGaps()); // the history has more
    }

    void anEvenChoiceHasBothEnds()
    {
        std::vector<qint64> all;
        for (qint64 i = 0; i < 1000; ++i)
            all.push_back(i * 2);
        const std::vector<qint64> chosen = evenChoice(all, 7);
        QCOMPARE(chosen.size(), std::size_t(7));
        QCOMPARE(chosen.front(), 0);
        QCOMPARE(chosen.back(), 1998);
        QVERIFY(widestGap(chosen) <= 334);
        QCOMPARE(evenChoice({1, 2, 3}, 3), (std::vector<qint64>{1, 2, 3}));
    }
};

QTEST_GUILESS_MAIN(TimelineStopsTest)
#include "timeline_stops_test.moc"
