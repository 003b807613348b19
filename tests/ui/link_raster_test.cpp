// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/link_raster.h"

#include "ui/figure/link_style.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace alignoscope::ui;

/// The fast drawing of links against QPainter's curves, which figures are made of.
class LinkRasterTest : public QObject {
    Q_OBJECT

    static void draw(QImage& image, const LinkStroke& stroke)
    {
        LinkRaster raster(image);
        raster.add(stroke);
        raster.draw();
    }

    static QImage blank(QSize size = {400, 200})
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        return image;
    }

    struct Row {
        double ink = 0, centre = 0; ///< pixels' worth of black, and its middle
    };
    static Row row(const QImage& image, int y)
    {
        Row found;
        for (int x = 0; x < image.width(); ++x) {
            const double ink = (255 - qGray(image.pixel(x, y))) / 255.0;
            found.ink += ink;
            found.centre += ink * (x + 0.5);
        }
        found.centre /= std::max(found.ink, 1e-9);
        return found;
    }

private slots:
    void bendsAsTheCurveDoes()
    {
        QVERIFY(std::abs(linkBend(0.5) - 0.5) < 1e-9); // by symmetry
        QVERIFY(linkBend(0) < 1e-6);
        QVERIFY(linkBend(1) > 1 - 1e-6);
        const QPainterPath path = linkPath({10, 0}, {110, 100});
        for (const double share : {0.1, 0.3, 0.62, 0.9}) {
            const QPointF point = path.pointAtPercent(share);
            QVERIFY(std::abs(10 + 100 * linkBend(point.y() / 100) - point.x()) < 0.05);
        }
    }

    void drawsWhatThePainterDraws_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("width");
        QTest::newRow("upright and thin") << 100.3 << 100.3 << 1.0;
        QTest::newRow("upright and thick") << 100.0 << 100.0 << 9.0;
        QTest::newRow("to the right") << 40.0 << 180.0 << 4.0;
        QTest::newRow("to the left") << 300.0 << 120.0 << 2.0;
        QTest::newRow("all the way") << 20.0 << 380.0 << 6.0;
    }
    void drawsWhatThePainterDraws()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, width);
        QImage fast = blank(), slow = blank();
        draw(fast, {from, to, width, qRgb(0, 0, 0), 1, false});
        QPainter painter(&slow);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(linkPath({from, 0}, {to, 200}));
        painter.end();
        for (int y = 10; y < 190; y += 9) {
            const Row a = row(fast, y), b = row(slow, y);
            QVERIFY2(std::abs(a.centre - b.centre) < 0.6, qPrintable(QString("row %1").arg(y)));
            QVERIFY2(std::abs(a.ink - b.ink) < 0.08 * b.ink + 0.3,
                     qPrintable(QString("row %1: %2, %3").arg(y).arg(a.ink).arg(b.ink)));
        }
    }

    void isOpaqueAsFarAsAsked()
    {
        QImage image = blank();
        draw(image, {100, 100, 8, qRgb(0, 0, 0), 0.5, false});
        QVERIFY(std::abs(qGray(image.pixel(100, 100)) - 127) <= 2);
        QCOMPARE(image.pixel(110, 100), qRgb(255, 255, 255));
    }

    void dashesLeaveGaps()
    {
        QImage image = blank();
        draw(image, {100, 100, 4, qRgb(0, 0, 0), 1, true});
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            drawn += qGray(image.pixel(100, y)) < 128 ? 1 : 0;
        QVERIFY2(drawn > 90 && drawn < 130, qPrintable(QString::number(drawn))); // 5 of 9
    }

    void staysInsideTheImage()
    {
        QImage image = blank({30, 40});
        LinkRaster raster(image);
        raster.add({-500, 500, 12, qRgb(0, 0, 0), 1, false});
        raster.add({-900, -20, 12, qRgb(0, 0, 0), 1, false});
        raster.add({29.9, 29.9, 3, qRgb(0, 0, 0), 1, false});
        raster.draw();
        QVERIFY(qGray(image.pixel(29, 20)) < 128);
        QVERIFY(qGray(image.pixel(15, 20)) < 128); // the first one passes here
        QCOMPARE(image.pixel(15, 2), qRgb(255, 255, 255));
    }

    void followsTheScreensPixels()
    {
        QImage image = blank({200, 100});
        image.setDevicePixelRatio(2);
        draw(image, {50, 50, 2, qRgb(0, 0, 0), 1, false});
        QVERIFY(std::abs(row(image, 50).ink - 4) < 0.2);
        QVERIFY(std::abs(row(image, 50).centre - 100) < 0.1);
    }

    void aHazeOfLinksIsAsDarkAsItsLinks()
    {
        // 1,600 faint links on top of each other: drawn two rows at a time, like one that is hardly see-through
        QImage haze = blank(), few = blank();
        LinkRaster many(haze), one(few);
        for (int i = 0; i < 1600; ++i)
            many.add({100, 160, 6, qRgb(0, 0, 0), 0.05, false});
        many.draw();
        one.add({100, 160, 6, qRgb(0, 0, 0), 1, false});
        one.draw();
        for (int y = 10; y < 190; y += 9) {
            QVERIFY(row(haze, y).ink > row(few, y).ink - 1);
            QVERIFY(std::abs(row(haze, y).centre - row(few, y).centre) < 1);
        }
        // what is heavy stays sharp above it
        many.add({300, 100, 3, qRgb(0, 0, 0), 1, false});
        many.draw();
        one.add({300, 100, 3, qRgb(0, 0, 0), 1, false});
        one.draw();
        QVERIFY(haze.pixel(250, 60) == few.pixel(250, 60));
    }

    void drawsInSlicesWhatItDrawsAtOnce()
    {
        QImage whole = blank(), sliced = blank();
        LinkRaster atOnce(whole), bitByBit(sliced);
        for (int i = 0; i < 2000; ++i) {
            const LinkStroke stroke{i % 400 * 1.0, i * 7 % 400 * 1.0, 2, qRgb(0, 60, 0), i < 1900 ? 0.1 : 0.9, false};
            atOnce.add(stroke);
            bitByBit.add(stroke);
        }
        atOnce.draw();
        int slices = 1;
        while (!bitByBit.drawFor(std::chrono::milliseconds(0)))
            ++slices;
        QVERIFY(slices > 1);
        QCOMPARE(sliced, whole);
    }

    void tellsHowFarALinkIs()
    {
        const LinkProbe probe(110, 50, 100); // halfway down
        QVERIFY(std::abs(probe.distanceTo(100, 100) - 10) < 1e-6);
        // a link that crosses (110, 50) at a slope: nearer than it is across
        QVERIFY(probe.distanceTo(60, 160) < 1e-6);
        QVERIFY(probe.distanceTo(40, 160) < 10);
        QVERIFY(probe.distanceTo(40, 160) > 3);
    }
};

QTEST_MAIN(LinkRasterTest)
#include "link_raster_test.moc"
