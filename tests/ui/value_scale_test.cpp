// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_snapshot.h"

#include "ui/bridge/token_focus.h"
#include "ui/figure/attention_figure.h"
#include "ui/figure/diverging_colours.h"
#include "ui/views/heatmap_view.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace alignoscope;
using namespace alignoscope::ui;

/// Matrices of other numbers than weights, and views that light up the same tokens.
class ValueScaleTest : public QObject {
    Q_OBJECT

private slots:
    // Moreland 2009, section 5: the ends and the middle of the cool-warm map, as sRGB.
    void divergingColoursAreThePublishedOnes()
    {
        const auto near = [](QRgb colour, int red, int green, int blue) {
            return std::abs(qRed(colour) - red) <= 2 && std::abs(qGreen(colour) - green) <= 2
                && std::abs(qBlue(colour) - blue) <= 2;
        };
        QVERIFY(near(divergingColour(0), 59, 76, 192));
        QVERIFY(near(divergingColour(0.5), 221, 221, 221));
        QVERIFY(near(divergingColour(1), 180, 4, 38));
        // from the middle, both sides get ever darker, and blue is never red
        for (double away = 0.05; away < 0.5; away += 0.05) {
            QVERIFY(qBlue(divergingColour(0.5 - away)) > qRed(divergingColour(0.5 - away)));
            QVERIFY(qRed(divergingColour(0.5 + away)) > qBlue(divergingColour(0.5 + away)));
        }
    }

    void aScaleCutsOffAndSpells()
    {
        const ValueScale scale = ValueScale::around0(0.4);
        QCOMPARE(scale.share(-0.4), 0.0);
        QCOMPARE(scale.share(0), 0.5);
        QCOMPARE(scale.share(9), 1.0);
        QCOMPARE(scale.share(std::numeric_limits<double>::quiet_NaN()), 0.0);
        QCOMPARE(valueText(scale, 0.126), QString("+0.13"));
        QCOMPARE(valueText(scale, -0.4), QString("−0.40"));
        QCOMPARE(valueText(scale, -0.001), QString("0.00"));
        QCOMPARE(valueText(scale, std::nan("")), QString("–"));
        QCOMPARE(valueText({}, 0.126), QString("0.13"));
        QCOMPARE(barMarks(scale), QStringList({"−0.4", "0", "0.4"}));
        QCOMPARE(barMarks({}), QStringList({"0", "0.5", "1"}));
        QCOMPARE(ValueScale::around0(0).high, 0.01); // no difference is no division by nothing
    }

    void aDifferenceIsDrawnInItsOwnColours()
    {
        auto snapshot = std::make_shared<AttentionSnapshot>(*testing::square(3));
        snapshot->weights = {-0.4F, 0, 0.4F, 0, 0, 0, std::numeric_limits<float>::quiet_NaN(), 0, 0};
        HeatmapView view;
        view.resize(500, 400);
        view.setLook({ValueScale::around0(0.4), "before", "after ↓"});
        view.setSnapshot(snapshot);
        const QImage image = view.grab().toImage();
        const auto centre = [&](int target, int source) {
            return image.pixel(view.cellRect({target, source}).center() + QPoint(3, 3));
        };
        QCOMPARE(centre(0, 0), divergingColour(0));
        QCOMPARE(centre(0, 1), divergingColour(0.5));
        QCOMPARE(centre(0, 2), divergingColour(1));
        QVERIFY(centre(2, 0) != divergingColour(0) && centre(2, 0) != divergingColour(0.5));
        view.setCursorCell(HeatmapView::Cell{0, 0});
        QVERIFY(view.readout().contains("−0.40"));

        FigureOptions options;
        options.look = view.look();
        const QString svg = QString::fromUtf8(figureBytes(FigureFormat::Svg, *snapshot, options));
        QVERIFY(svg.contains(QColor(divergingColour(1)).name()));
        QVERIFY(svg.contains("before →"));
        QVERIFY(svg.contains("+0.40"));
    }

    void viewsOfOneSentenceLightUpTogether()
    {
        TokenFocus focus;
        HeatmapView one, other, stranger;
        const auto show = [&focus](HeatmapView& view, const AttentionSnapshotPtr& snapshot) {
            view.resize(500, 400);
            view.followFocus(&focus);
            view.setSnapshot(snapshot);
        };
        show(one, testing::square(4));
        show(other, testing::square(4));
        show(stranger, testing::square(5));
        const QImage before = other.grab().toImage(), untouched = stranger.grab().toImage();
        one.setCursorCell(HeatmapView::Cell{2, 1});
        QCOMPARE(focus.place().target, 2);
        QCOMPARE(focus.place().source, 1);
        QVERIFY(other.grab().toImage() != before);
        QVERIFY(stranger.grab().toImage() == untouched); // other tokens: its numbers mean nothing there
        QVERIFY(!other.cursorCell());                    // lit, not moved

        one.setCursorCell(std::nullopt);
        QCOMPARE(focus.place().source, -1);
        QVERIFY(other.grab().toImage() == before);
    }

    void onlyTheLastSpeakerCanTakeItsWordBack()
    {
        TokenFocus focus;
        QObject first, second;
        QSignalSpy changed(&focus, &TokenFocus::changed);
        focus.set({1, 2, 7, 8}, &first);
        focus.set({3, -1, 7, 8}, &second);
        focus.clear(&first); // its pointer left late
        QCOMPARE(focus.place().source, 3);
        QCOMPARE(focus.place().sourceIn(7), 3);
        QCOMPARE(focus.place().sourceIn(9), -1);
        QCOMPARE(changed.size(), 2);
        QVERIFY(sentenceKey({"a", "b"}) != sentenceKey({"b", "a"}));
        QVERIFY(sentenceKey({"ab", "c"}) != sentenceKey({"a", "bc"}));
    }
};

QTEST_MAIN(ValueScaleTest)
#include "value_scale_test.moc"
