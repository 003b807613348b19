// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pipe_file.h"
#include "support/shared_data.h"
#include "ui/bridge/corpus_job.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

namespace alignoscope::testing {

using namespace ui;

/// Loading a corpus on a thread of its own, without a window.
class CorpusJobTest : public QObject {
    Q_OBJECT

private slots:
    void loadsABuiltinCorpus();
    void takesTheSuggestedTokenisers();
    void countsAgainWithoutReading();
    void previewsLargeFilesAndCounts();
    void smallFilesNeedNoPreview();
    void cancelDoesNotWaitForAReader();
    void tellsWhatIsWrong();
    void newerTaskSilencesTheOlder();
    void cancelSaysSoAtOnceAndNothingFollows();
    void canBeDestroyedWhileItWorks();
};

namespace {

constexpr int patience = 60'000; // a busy machine; nothing waits for it when all is well

CorpusSource builtin(const char* name)
{
    CorpusSource source;
    source.builtin = name;
    return source;
}

CorpusSource file(const std::filesystem::path& path)
{
    CorpusSource source;
    source.file = path;
    return source;
}

ChosenDataset result(const QSignalSpy& finished)
{
    return finished.at(0).at(0).value<ChosenDataset>();
}

} // namespace

void CorpusJobTest::loadsABuiltinCorpus()
{
    CorpusJob job;
    QSignalSpy finished(&job, &CorpusJob::finished);
    QSignalSpy progressed(&job, &CorpusJob::progressed);
    job.start(builtin("reverse"), {}, {});
    QVERIFY(job.isRunning());
    QVERIFY(finished.wait(patience));
    QVERIFY(!job.isRunning());
    const ChosenDataset chosen = result(finished);
    QVERIFY(chosen.dataset);
    QVERIFY(chosen.dataset->training.size() > chosen.dataset->validation.size());
    QCOMPARE(chosen.source.builtin, std::string("reverse"));
    QVERIFY(progressed.count() > 0);
}

void CorpusJobTest::takesTheSuggestedTokenisers()
{
    CorpusJob job;
    QSignalSpy finished(&job, &CorpusJob::finished);
    CorpusTask task;
    task.source = builtin("dates");
    task.suggestedText = true;
    job.start(task);
    QVERIFY(finished.wait(patience));
    QCOMPARE(result(finished).options.text.sourceTokenizer, TokenizerKind::Characters);
    QCOMPARE(result(finished).dataset->options, result(finished).options);
}

void CorpusJobTest::countsAgainWithoutReading()
{
    CorpusJob job;
    QSignalSpy read(&job, &CorpusJob::corpusRead);
    QSignalSpy summarised(&job, &CorpusJob::summarised);
    QSignalSpy finished(&job, &CorpusJob::finished);
    CorpusTask task;
    task.source = builtin("reverse");
    task.summary = true;
    job.start(task);
    QVERIFY(finished.wait(patience));
    QCOMPARE(read.count(), 1);
    QCOMPARE(summarised.count(), 1);

    task.corpus = read.at(0).at(0).value<RawCorpusPtr>();
    task.options.validationSplit = 0.0;
    job.start(task);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, patience);
    QCOMPARE(read.count(), 1);
    const auto again = finished.at(1).at(0).value<ChosenDataset>();
    QCOMPARE(again.dataset->corpus, task.corpus);
    QCOMPARE(again.dataset->validation.size(), std::size_t{0});
}

void CorpusJobTest::previewsLargeFilesAndCounts()
{
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 60'000; ++i)
        lines += "the number " + std::to_string(i) + "\tle nombre " + std::to_string(i) + "\n";
    CorpusJob job;
    QStringList order;
    qint64 counted = 0;
    std::size_t first = 0;
    connect(&job, &CorpusJob::previewRead, this, [&](const RawCorpusPtr& preview) {
        order << "preview";
        first = preview->pairs.size();
    });
    connect(&job, &CorpusJob::counted, this, [&](qint64 pairs) {
        order << (pairs >= counted ? "counted" : "wrong");
        counted = pairs;
    });
    connect(&job, &CorpusJob::corpusRead, this, [&] { order << "read"; });
    connect(&job, &CorpusJob::summarised, this, [&] { order << "summarised"; });
    QSignalSpy finished(&job, &CorpusJob::finished);
    CorpusTask task;
    task.source = file(folder.write("large.tsv", lines));
    task.summary = task.preview = true;
    job.start(task);
    QVERIFY(finished.wait(patience));
    QCOMPARE(first, std::size_t{300});
    QCOMPARE(result(finished).dataset->corpus->pairs.size(), std::size_t{60'000});
    QVERIFY(counted > 2000 && counted <= 60'000);
    order.removeDuplicates();
    QCOMPARE(order, QStringList({"preview", "counted", "read", "summarised"}));
}

void CorpusJobTest::smallFilesNeedNoPreview()
{
    const TemporaryFolder folder;
    CorpusJob job;
    QSignalSpy previewed(&job, &CorpusJob::previewRead);
    QSignalSpy finished(&job, &CorpusJob::finished);
    CorpusTask task;
    task.source = file(folder.write("small.tsv", "a\tb\nc\td\n"));
    task.preview = true;
    job.start(task);
    QVERIFY(finished.wait(patience));
    QCOMPARE(previewed.count(), 0);
}

/// The reader hangs in a pipe without an end; whoever asked for it is free all the same.
void CorpusJobTest::cancelDoesNotWaitForAReader()
{
    const TemporaryFolder folder;
    PipeFile pipe(folder.path() / "endless.tsv", "a\tb\nc\td\n");
    CorpusJob job;
    QSignalSpy progressed(&job, &CorpusJob::progressed);
    QSignalSpy cancelled(&job, &CorpusJob::cancelled);
    QSignalSpy finished(&job, &CorpusJob::finished);
    CorpusTask task;
    task.source = file(pipe.path());
    task.preview = true;
    job.start(task);
    QVERIFY(progressed.wait(patience));
    job.cancel();
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!job.isRunning());
    job.start(builtin("reverse"), {}, {});
    pipe.end();
    QVERIFY(finished.wait(patience));
    QCOMPARE(result(finished).source.builtin, std::string("reverse"));
}

void CorpusJobTest::tellsWhatIsWrong()
{
    const TemporaryFolder folder;
    CorpusJob job;
    QSignalSpy failed(&job, &CorpusJob::failed);
    job.start(file(folder.path() / "not-there.tsv"), {}, {});
    QVERIFY(failed.wait(patience));
    QVERIFY(failed.at(0).at(0).toString().contains("not-there.tsv"));
    QVERIFY(!job.isRunning());
}

void CorpusJobTest::newerTaskSilencesTheOlder()
{
    const TemporaryFolder folder;
    CorpusJob job;
    QSignalSpy finished(&job, &CorpusJob::finished);
    QSignalSpy failed(&job, &CorpusJob::failed);
    QSignalSpy cancelled(&job, &CorpusJob::cancelled);
    job.start(builtin("phrases-en-fr"), {}, {});
    job.start(file(folder.path() / "not-there.tsv"), {}, {});
    job.start(builtin("numbers"), {}, {});
    QVERIFY(finished.wait(patience));
    QCOMPARE(result(finished).source.builtin, std::string("numbers"));
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(cancelled.count(), 0);
}

void CorpusJobTest::cancelSaysSoAtOnceAndNothingFollows()
{
    CorpusJob job;
    QSignalSpy finished(&job, &CorpusJob::finished);
    QSignalSpy cancelled(&job, &CorpusJob::cancelled);
    job.cancel();
    QCOMPARE(cancelled.count(), 0);
    job.start(builtin("phrases-en-fr"), {}, {});
    job.cancel();
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!job.isRunning());
    job.start(builtin("reverse"), {}, {}); // whatever came of the first would have to come before this
    QVERIFY(finished.wait(patience));
    QCOMPARE(result(finished).source.builtin, std::string("reverse"));
    QCOMPARE(cancelled.count(), 1);
}

void CorpusJobTest::canBeDestroyedWhileItWorks()
{
    auto job = std::make_unique<CorpusJob>();
    QSignalSpy progressed(job.get(), &CorpusJob::progressed);
    job->start(builtin("phrases-en-fr"), {}, {});
    QVERIFY(progressed.wait(patience));
    job.reset();
    QCoreApplication::processEvents();
}

} // namespace alignoscope::testing

QTEST_GUILESS_MAIN(alignoscope::testing::CorpusJobTest)
#include "corpus_job_test.moc"
