// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_view.h"

#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using alignoscope::ui::TimelineView;

class TimelineViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TimelineView> m_view;

    QSlider* track() const { return m_view->findChild<QSlider*>("timelineTrack"); }
    QToolButton* button(const char* name) const { return m_view->findChild<QToolButton*>(name); }

private slots:
    void init()
    {
        m_view = std::make_unique<TimelineView>();
        m_view->resize(600, 48);
        m_view->setSteps({10, 20, 40, 80});
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void snapsToTheNearestSnapshot()
    {
        QSignalSpy chosen(m_view.get(), &TimelineView::stepChosen);
        m_view->setCurrentStep(27);
        QCOMPARE(*m_view->currentStep(), 20);
        m_view->setCurrentStep(1000);
        QCOMPARE(*m_view->currentStep(), 80);
        m_view->setCurrentStep(0);
        QCOMPARE(*m_view->currentStep(), 10);
        QCOMPARE(chosen.size(), 0); // only the user chooses
    }

    void draggingChoosesAndLeavesLive()
    {
        m_view->setLive(true);
        QCOMPARE(*m_view->currentStep(), 80);
        QSignalSpy chosen(m_view.get(), &TimelineView::stepChosen);
        const int middle = track()->height() / 2;
        QTest::mousePress(track(), Qt::LeftButton, {}, QPoint(track()->width() - 9, middle));
        QTest::mouseMove(track(), QPoint(9, middle));
        QTest::mouseRelease(track(), Qt::LeftButton, {}, QPoint(9, middle));
        QTRY_COMPARE(*m_view->currentStep(), 10);
        QVERIFY(!m_view->isLive());
        QCOMPARE(chosen.last().at(0).toLongLong(), 10);
    }

    void stepsWithButtonsAndKeys()
    {
        m_view->setCurrentStep(20);
        QSignalSpy chosen(m_view.get(), &TimelineView::stepChosen);
        QTest::mouseClick(button("timelineNext"), Qt::LeftButton);
        QCOMPARE(*m_view->currentStep(), 40);
        QTest::mouseClick(button("timelinePrevious"), Qt::LeftButton);
        QCOMPARE(*m_view->currentStep(), 20);
        QTest::keyClick(track(), Qt::Key_End);
        QCOMPARE(*m_view->currentStep(), 80);
        QVERIFY(!button("timelineNext")->isEnabled());
        QTest::keyClick(track(), Qt::Key_Home);
        QCOMPARE(*m_view->currentStep(), 10);
        QCOMPARE(chosen.size(), 4);
    }

    void liveFollowsNewSnapshots()
    {
        QSignalSpy live(m_view.get(), &TimelineView::liveRequested);
        m_view->setCurrentStep(10);
        m_view->setSteps({10, 20, 40, 80, 160});
        QCOMPARE(*m_view->currentStep(), 10);
        QTest::mouseClick(button("timelineLive"), Qt::LeftButton);
        QCOMPARE(live.size(), 1);
        QVERIFY(m_view->isLive());
        m_view->setSteps({10, 20, 40, 80, 160, 320});
        QCOMPARE(*m_view->currentStep(), 320);
        QVERIFY(m_view->findChild<QLabel*>("timelineLabel")->text().contains("320"));
    }

    void betweenStopsTheArrowsAskForTheNeighbour()
    {
        m_view->setSteps({10, 20, 40, 80}, true);
        m_view->setCurrentStep(27);
        QCOMPARE(*m_view->currentStep(), 27);
        QCOMPARE(track()->value(), 1);
        QVERIFY(m_view->findChild<QLabel*>("timelineLabel")->text().contains("27"));
        QSignalSpy chosen(m_view.get(), &TimelineView::stepChosen);
        QSignalSpy asked(m_view.get(), &TimelineView::neighbourRequested);
        button("timelinePrevious")->click();
        button("timelineNext")->click();
        QCOMPARE(asked, (QList<QVariantList>{{-1}, {1}}));
        QCOMPARE(chosen.size(), 0);
        track()->setValue(2); // a stop again
        QCOMPARE(*m_view->currentStep(), 40);
        m_view->setCurrentStep(10);
        QVERIFY(!button("timelinePrevious")->isEnabled());
    }

    void withoutSnapshotsThereIsNothingToChoose()
    {
        m_view->setSteps({});
        QVERIFY(!m_view->currentStep());
        QVERIFY(!track()->isEnabled());
        m_view->setCurrentStep(5);
        m_view->setValidationSteps({1, 2});
        m_view->grab();
        QVERIFY(!m_view->currentStep());
    }
};

QTEST_MAIN(TimelineViewTest)
#include "timeline_view_test.moc"
