// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_view.h"
#include "ui/views/decimated_series.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace alignoscope;
using namespace alignoscope::ui;

class CurvesViewTest : public QObject {
    Q_OBJECT

    static StepReport step(std::int64_t number, double loss)
    {
        StepReport report;
        report.step = number;
        report.loss = loss;
        return report;
    }
    static ValidationReport validation(std::int64_t number, double loss, double bleu)
    {
        ValidationReport report;
        report.step = number;
        report.loss = loss;
        report.bleu = bleu;
        return report;
    }

private slots:
    void aMillionStepsAreDrawnWithFewPoints()
    {
        CurvesView view;
        view.resize(600, 200);
        for (int i = 1; i <= 1000000; ++i)
            view.addStep(step(i, 1 + 5.0 / i));
        QTRY_VERIFY(view.drawnPoints() > 500);
        QVERIFY(view.drawnPoints() < 10000);
    }

    void exportsWhatIsSeen()
    {
        CurvesView view;
        view.resize(600, 200);
        auto* button = view.findChild<QToolButton*>("curvesExport");
        QVERIFY(!view.exportContent());
        QVERIFY(!button->isEnabled());
        for (int i = 1; i <= 100; ++i)
            view.addStep(step(i, 1 + 5.0 / i));
        ValidationReport report;
        report.step = 50;
        report.loss = 1.25;
        report.bleu = 17.5;
        view.addValidation(report);
        view.setMeasure(CurvesView::Measure::Bleu);
        QTRY_VERIFY(button->isEnabled());
        QSignalSpy wanted(&view, &CurvesView::exportRequested);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);

        const ExportContent content = *view.exportContent();
        const QString svg = QString::fromUtf8(drawingToSvg(content.compose({})));
        for (const char* text : {"training", "validation", "BLEU", "training steps", "100"})
            QVERIFY2(svg.contains(QString("aria-label=\"%1\"").arg(text)), text);
        FigureOptions titled;
        titled.title = "How it learnt";
        QVERIFY(drawingToSvg(content.compose(titled)).contains("aria-label=\"How it learnt\""));
        QVERIFY(!svg.contains("How it learnt"));
        const std::string csv = content.texts.front().write();
        QVERIFY(csv.starts_with("series,step,value\r\ntraining,1,6\r\n"));
        QVERIFY(csv.find("validation,50,1.25\r\n") != csv.npos);
        QVERIFY(csv.find("BLEU,50,17.5\r\n") != csv.npos);
    }

    void decimationKeepsRangeOrderAndCount()
    {
        DecimatedSeries series(64);
        for (int i = 1; i <= 10000; ++i)
            series.add(i, i == 5000 ? 100.0 : std::sin(i));
        QVERIFY(series.buckets().size() <= 64);
        std::size_t count = 0;
        double high = 0, last = 0;
        for (const auto& bucket : series.buckets()) {
            QVERIFY(bucket.first > last && bucket.last >= bucket.first && bucket.low <= bucket.high);
            last = bucket.last;
            high = std::max(high, bucket.high);
            count += bucket.count;
        }
        QCOMPARE(count, std::size_t(10000));
        QCOMPARE(high, 100.0);
        QCOMPARE(last, 10000.0);
    }

    void aRunContinuedFromACheckpointReplacesWhatFollowed()
    {
        DecimatedSeries series;
        for (int i = 1; i <= 100; ++i)
            series.add(i, 1.0);
        series.add(51, 9.0);
        QCOMPARE(series.buckets().size(), std::size_t(51));
        QCOMPARE(series.buckets().back().high, 9.0);
        series.add(52, std::nan(""));
        QCOMPARE(series.buckets().size(), std::size_t(51));
    }

    void validationsWithoutEndAreThinnedOut()
    {
        CurvesView view;
        for (int i = 1; i <= 50'000; ++i)
            view.addValidation(validation(i, 3.25, 21.5));
        QTRY_VERIFY(view.drawnPoints() > 1000);
        QVERIFY(view.drawnPoints() <= 4096);
    }

    void thePointerReadsEveryCurve()
    {
        CurvesView view;
        view.resize(600, 240);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int i = 1; i <= 100; ++i)
            view.addStep(step(i, 2.5));
        view.addValidation(validation(100, 3.25, 21.5));
        QTRY_VERIFY(view.drawnPoints() > 0);
        QVERIFY(view.readout().isEmpty());
        auto* plot = view.findChild<QWidget*>("curvesPlot");
        QTest::mouseMove(plot, plot->rect().center());
        QTRY_VERIFY(view.readout().contains("training 2.50"));
        QVERIFY(view.readout().contains("validation 3.25"));
        QVERIFY(view.readout().contains("BLEU 21.5"));
        QVERIFY(view.findChild<QLabel*>("curvesReadout")->text().contains("3.25"));
    }

    void theRightAxisCanBeChosen()
    {
        CurvesView view;
        auto* box = view.findChild<QComboBox*>("curvesMeasure");
        QCOMPARE(box->count(), 8);
        view.setMeasure(CurvesView::Measure::AlignmentErrorRate);
        QVERIFY(view.measure() == CurvesView::Measure::AlignmentErrorRate);
        box->setCurrentIndex(0);
        QVERIFY(view.measure() == CurvesView::Measure::Bleu);
    }

    void clearLeavesNothing()
    {
        CurvesView view;
        view.addStep(step(1, 1));
        view.addStep(step(2, 1));
        view.setTimelineStep(2);
        QTRY_VERIFY(view.drawnPoints() > 0);
        view.clear();
        QTRY_COMPARE(view.drawnPoints(), 0);
    }
};

QTEST_MAIN(CurvesViewTest)
#include "curves_view_test.moc"
