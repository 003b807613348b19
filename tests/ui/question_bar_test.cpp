// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "alignoscope/error.h"

#include "ui/bridge/model_job.h"
#include "ui/bridge/playback.h"
#include "ui/panels/question_bar.h"
#include "ui/panels/sentences_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

#include <atomic>
#include <latch>

namespace alignoscope::testing {

/// Asking a model, and the bar above every view that does.
class QuestionBarTest : public QObject {
    Q_OBJECT

private slots:
    void newestQuestionWins();
    void aFailureIsTold();
    void progressIsTold();
    void barSaysWhyItCannotAsk();
    void barAsksForTheChosenSentence();

private:
    static ui::TranslatorSource noModel()
    {
        return [] { return std::shared_ptr<const Translator>(); };
    }
    /// Trains a tiny model to its end and gives it away.
    static ui::TranslatorSource trained(WindowFixture& f)
    {
        f.loadCorpus();
        f.useTinyModel(10);
        f.bench().start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!f.session().active(), 60000); }();
        return f.bench().translatorSource();
    }
};

void QuestionBarTest::newestQuestionWins()
{
    WindowFixture f;
    const ui::TranslatorSource model = trained(f);
    ui::ModelJob job;
    QSignalSpy busy(&job, &ui::ModelJob::busyChanged);
    std::latch held(1);
    QStringList answers;
    job.ask(model, [&](const Translator&, const Progress&) {
        held.wait();
        return [&answers] { answers << "first"; };
    });
    QVERIFY(job.busy());
    job.ask(model, [&](const Translator& translator, const Progress&) {
        return [&answers, step = translator.step()] { answers << QString::number(step); };
    });
    held.count_down();
    QTRY_COMPARE(answers, QStringList{"10"});
    QTRY_VERIFY(!job.busy());
    QCOMPARE(busy.count(), 2); // once busy, once done
}

void QuestionBarTest::aFailureIsTold()
{
    WindowFixture f;
    ui::ModelJob job;
    QSignalSpy failed(&job, &ui::ModelJob::failed);
    job.ask(noModel(), [](const Translator&, const Progress&) { return [] { QFAIL("there was no model"); }; });
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.at(0).at(0).toString().contains("no model"));
    job.ask(trained(f), [](const Translator&, const Progress&) -> ui::Worker::Done {
        throw Error(ErrorKind::Input, {"here", "it went wrong", {}, {}, {}});
    });
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(failed.at(1).at(0).toString().contains("it went wrong"));
}

void QuestionBarTest::progressIsTold()
{
    WindowFixture f;
    ui::ModelJob job;
    QSignalSpy progressed(&job, &ui::ModelJob::progressed);
    std::atomic<bool> stopped = false;
    job.ask(trained(f), [&](const Translator&, const Progress& progress) {
        progress(0.5);
        while (!progress.stop.stop_requested())
            std::this_thread::yield();
        stopped = true;
        return [] {};
    });
    QTRY_VERIFY(!progressed.isEmpty() && progressed.last().at(0).toDouble() == 0.5);
    job.cancel();
    QTRY_VERIFY(stopped);
    QVERIFY(!job.busy());
}

void QuestionBarTest::barSaysWhyItCannotAsk()
{
    WindowFixture f;
    ui::Playback playback(f.bench());
    QSettings settings(ui::toQString(f.folder.path() / "other.ini"), QSettings::IniFormat);
    ui::SentencesPanel sentences(f.bench(), playback, settings);
    ui::ModelJob job;
    ui::QuestionBar bar(f.bench(), playback, sentences, job, ui::QuestionBar::Target::None, "Ask");
    bar.show();
    QVERIFY(!bar.findChild<QPushButton*>("questionAsk")->isEnabled());
    QVERIFY(bar.findChild<QLabel*>("questionMessage")->text().contains("no model yet"));
}

void QuestionBarTest::barAsksForTheChosenSentence()
{
    WindowFixture f;
    ui::Playback playback(f.bench());
    QSettings settings(ui::toQString(f.folder.path() / "other.ini"), QSettings::IniFormat);
    ui::SentencesPanel sentences(f.bench(), playback, settings);
    ui::ModelJob job;
    ui::QuestionBar bar(f.bench(), playback, sentences, job, ui::QuestionBar::Target::Optional, "Ask");
    QSignalSpy asked(&bar, &ui::QuestionBar::asked);
    QSignalSpy forgotten(&bar, &ui::QuestionBar::forgotten);
    trained(f);
    QVERIFY(playback.chosen() != SentenceId{-1});
    QCOMPARE(asked.count(), 0); // nobody sees it
    bar.show();
    QTRY_COMPARE(asked.count(), 1); // as soon as somebody does
    const WatchedSentence* first = sentences.model().sentence(playback.chosen());
    QCOMPARE(bar.source(), QString::fromStdString(first->source));
    QCOMPARE(bar.target(), QString::fromStdString(first->target));

    playback.choose(SentenceId{1});
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().at(0).toString(), QString::fromStdString(sentences.model().sentence(SentenceId{1})->source));

    auto* line = bar.findChild<QLineEdit*>("questionSource");
    line->setText("c b  a ");
    QCOMPARE(asked.count(), 2); // not while it is typed
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(asked.count(), 3);
    QCOMPARE(asked.last().at(0).toString(), QString("c b a"));
    f.bench().newRun();
    QVERIFY(!forgotten.isEmpty());
    QVERIFY(!bar.findChild<QPushButton*>("questionAsk")->isEnabled());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::QuestionBarTest)
#include "question_bar_test.moc"
