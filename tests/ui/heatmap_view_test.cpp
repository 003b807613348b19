// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_view.h"

#include <QTest>

using namespace alignoscope::ui;

class HeatmapViewTest : public QObject {
    Q_OBJECT
private slots:
    void startsEmpty()
    {
        HeatmapView view;
        QVERIFY(!view.snapshot());
    }
};

QTEST_MAIN(HeatmapViewTest)
#include "heatmap_view_test.moc"
