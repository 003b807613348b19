// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/bridge/film.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/timeline_view.h"

#include "alignoscope/run.h"

#include <QDoubleSpinBox>
#include <QSlider>
#include <QToolButton>

namespace alignoscope::testing {

/// The film of a finished run, by a clock of the test's own.
class FilmTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_window.action("actionLive")->trigger(); }
    void cleanup() { m_film->pause(); }
    void playsEveryPictureFromTheFirst();
    void keepsItsSpeedByPassingPicturesOver();
    void loopsWhereItIsTold();
    void goesOnFromThePictureShown();
    void aHandOnTheTimelineStopsIt();
    void runsByItsOwnClockInTheWindow();
    void validationsAreOneKeyApart();

private:
    [[nodiscard]] qint64 shown() { return m_heatmap->snapshot()->step; }
    [[nodiscard]] qint64 step(std::size_t stop) const { return m_steps.at(stop); }
    void play()
    {
        m_film->play();
        m_film->findChild<QTimer*>("filmClock")->stop(); // time passes where the test says so
    }

    WindowFixture m_window;
    ui::Film* m_film = nullptr;
    ui::HeatmapView* m_heatmap = nullptr;
    std::vector<std::int64_t> m_steps;
};

void FilmTest::initTestCase()
{
    m_window.loadCorpus();
    m_window.useTinyModel(60); // recorded at every second update, validated at every twentieth
    QVERIFY(!m_window.action("actionFilm")->isEnabled());
    m_window.bench().start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window.session().active(), 60000);
    m_heatmap = m_window.find<ui::HeatmapView>("attentionHeatmap");
    m_film = m_window.window->findChild<ui::Film*>("film");
    QVERIFY(m_film);
    const SentenceId sentence = m_heatmap->snapshot()->sentence;
    m_steps = Run::open(m_window.bench().folder()).snapshotSteps(sentence);
    QVERIFY(m_steps.size() > 20);
    QTRY_COMPARE(m_window.find<QSlider>("timelineTrack")->maximum(), static_cast<int>(m_steps.size()) - 1);
}

void FilmTest::playsEveryPictureFromTheFirst()
{
    m_film->setSpeed(10);
    play(); // the live picture is shown, so it begins at the beginning
    QTRY_COMPARE(shown(), step(0));
    m_film->advance(0.04); // not yet
    m_film->advance(0.07);
    QTRY_COMPARE(shown(), step(1));
    for (std::size_t stop = 2; stop < m_steps.size(); ++stop) {
        m_film->advance(0.1);
        QTRY_COMPARE(shown(), step(stop));
    }
    QVERIFY(m_film->playing());
    m_film->advance(0.1);
    QVERIFY(!m_film->playing());
    QCOMPARE(shown(), m_steps.back());
}

void FilmTest::keepsItsSpeedByPassingPicturesOver()
{
    m_film->setSpeed(10);
    play();
    QTRY_COMPARE(shown(), step(0));
    m_film->advance(0.5); // the disk was slow
    QTRY_COMPARE(shown(), step(5));
    m_film->setSpeed(120);
    m_film->advance(0.05);
    QTRY_COMPARE(shown(), step(11));
}

void FilmTest::loopsWhereItIsTold()
{
    m_window.find<QToolButton>("timelineLoop")->click();
    play();
    m_film->setSpeed(10);
    QTRY_COMPARE(shown(), step(0));
    m_film->advance(1000);
    QTRY_COMPARE(shown(), m_steps.back());
    m_film->advance(0.1);
    QTRY_COMPARE(shown(), step(0));
    QVERIFY(m_film->playing());
    m_window.find<QToolButton>("timelineLoop")->click();
}

void FilmTest::goesOnFromThePictureShown()
{
    emit m_window.find<ui::TimelineView>("timeline")->stepChosen(step(7));
    QTRY_COMPARE(shown(), step(7));
    m_film->setSpeed(10);
    play();
    m_film->advance(0.1);
    QTRY_COMPARE((m_film->advance(0), shown()), step(8)); // as soon as the seventh has come
}

void FilmTest::aHandOnTheTimelineStopsIt()
{
    play();
    auto* button = m_window.find<QToolButton>("timelinePlay");
    QVERIFY(button->isChecked());
    QVERIFY(m_window.action("actionFilm")->isChecked());
    QTRY_COMPARE(shown(), step(0));
    QTest::keyClick(m_window.find<QSlider>("timelineTrack"), Qt::Key_Right);
    QVERIFY(!m_film->playing());
    QVERIFY(!button->isChecked());
    QTest::keyClick(m_window.find<QSlider>("timelineTrack"), Qt::Key_Space);
    QVERIFY(m_film->playing());
    m_window.action("actionLive")->trigger();
    QVERIFY(!m_film->playing());
    QTRY_COMPARE(shown(), m_steps.back());
}

void FilmTest::runsByItsOwnClockInTheWindow()
{
    m_window.find<QDoubleSpinBox>("timelineSpeed")->setValue(ui::Film::fastest);
    QCOMPARE(m_film->speed(), ui::Film::fastest);
    m_window.action("actionFilm")->trigger();
    QVERIFY(m_film->playing());
    QTRY_VERIFY(!m_film->playing());
    QTRY_COMPARE(shown(), m_steps.back());
}

void FilmTest::validationsAreOneKeyApart()
{
    auto* track = m_window.find<QSlider>("timelineTrack");
    emit m_window.find<ui::TimelineView>("timeline")->stepChosen(step(0));
    QTRY_COMPARE(shown(), step(0));
    QTest::keyClick(track, Qt::Key_Right, Qt::ShiftModifier);
    QTRY_COMPARE(shown(), 20);
    QTest::keyClick(track, Qt::Key_Right, Qt::ShiftModifier);
    QTRY_COMPARE(shown(), 40);
    QTest::keyClick(track, Qt::Key_Left, Qt::ShiftModifier);
    QTRY_COMPARE(shown(), 20);
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::FilmTest)
#include "film_test.moc"
