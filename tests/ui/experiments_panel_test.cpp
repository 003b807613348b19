// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/figure/figure_file.h"
#include "ui/panels/experiment_runs_box.h"
#include "ui/panels/experiments_panel.h"
#include "ui/panels/test_choice.h"
#include "ui/views/line_chart_view.h"

#include "alignoscope/run.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace alignoscope::testing {

class ExperimentsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void explainsItselfWhenEmpty();
    void evaluatesARunOnItsValidationSentences();
    void forgetsWhatWasMeasuredOnOtherSentences();
    void drawsReports();
    void saysWhatIsWrongWithAFile();
    void measuresStates();
    void trainsTheModels();
    void canBeCancelled();

private:
    void trainARun();
    void addTheRun();
    void chooseCorpus(const QString& name);
    QString writeReport(const char* name, double bleu);
    template <class Widget>
    Widget* find(const char* name)
    {
        return m_fixture->find<Widget>(name);
    }
    ui::ExperimentsPanel* panel() { return m_fixture->window->findChild<ui::ExperimentsPanel*>(); }
    ui::LineChartView* chart() { return find<ui::LineChartView>("experimentChart"); }
    QAbstractItemModel* runs() { return find<QListView>("experimentRuns")->model(); }
    QString run(int row) { return runs()->index(row, 0).data().toString(); }
    std::size_t lines() { return chart()->chart().plots.empty() ? 0 : chart()->chart().plots[0].lines.size(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void ExperimentsPanelTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->showTab("Experiments");
    QVERIFY(panel() && panel()->isVisible());
}

void ExperimentsPanelTest::trainARun()
{
    m_fixture->loadCorpus();
    m_fixture->useTinyModel(5);
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
}

/// The open run stands first in the menu.
void ExperimentsPanelTest::addTheRun()
{
    auto* menu = find<QMenu>("experimentAddMenu");
    emit menu->aboutToShow();
    menu->actions().front()->trigger();
    QCOMPARE(runs()->rowCount(), 1);
}

void ExperimentsPanelTest::chooseCorpus(const QString& name)
{
    auto* box = find<QComboBox>("experimentCorpus");
    const int item = box->findText(name);
    QVERIFY(item >= 0);
    box->setCurrentIndex(item);
    emit box->activated(item);
}

QString ExperimentsPanelTest::writeReport(const char* name, double bleu)
{
    const std::string number = std::to_string(bleu);
    return ui::toQString(m_fixture->folder.write(name,
                                                 "{\"sentences\": 9, \"bleu\": " + number
                                                     + ", \"bleu_by_length\": [{\"min\": 1, \"max\": 10, "
                                                     + "\"sentences\": 9, \"bleu\": " + number + "}]}"));
}

void ExperimentsPanelTest::explainsItselfWhenEmpty()
{
    QVERIFY(find<QLabel>("experimentHint")->isVisible());
    QVERIFY(find<QLabel>("experimentHint")->text().contains("long sentences"));
    QVERIFY(!chart()->isVisible());
    QVERIFY(!find<QPushButton>("experimentAsk")->isEnabled());
    QVERIFY(!find<QPushButton>("experimentCancel")->isVisible());
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
    find<QToolButton>("experimentStates")->click();
    QVERIFY(find<QLabel>("experimentHint")->text().contains("look at"));
    QVERIFY(!find<QPushButton>("experimentTrain")->isVisible());
}

void ExperimentsPanelTest::evaluatesARunOnItsValidationSentences()
{
    trainARun();
    addTheRun();
    QVERIFY(run(0).contains("not evaluated"));
    chooseCorpus("each run's validation sentences");
    find<QPushButton>("experimentAsk")->click();
    QVERIFY(find<QPushButton>("experimentCancel")->isVisible());
    QTRY_VERIFY(run(0).contains("15 sentences")); // of 300 pairs, a twentieth
    QVERIFY(chart()->isVisible());
    QCOMPARE(lines(), std::size_t(1));
    QVERIFY(!find<QPushButton>("experimentCancel")->isVisible());
    QVERIFY(!find<QPushButton>("experimentAsk")->isEnabled()); // nothing is left to evaluate
    QVERIFY(chart()->inWords(0).contains("1 to 10 words, 15 sentences"));

    const auto content = panel()->exportContent();
    QVERIFY(content && !content->cells);
    QVERIFY(m_fixture->action("actionExport")->isEnabled());
    QVERIFY(QString::fromStdString(content->texts.front().write()).contains(",additive,50,1,10,15,"));
    QVERIFY(ui::drawingBytes(ui::FigureFormat::Pdf, content->compose({}), 300).startsWith("%PDF"));

    runs()->setData(runs()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
    QVERIFY(!chart()->isVisible());
    QVERIFY(!panel()->exportContent());
}

void ExperimentsPanelTest::forgetsWhatWasMeasuredOnOtherSentences()
{
    trainARun();
    addTheRun();
    chooseCorpus("each run's validation sentences");
    find<QPushButton>("experimentAsk")->click();
    QTRY_VERIFY(run(0).contains("BLEU"));
    find<QSpinBox>("experimentPerTen")->setValue(7);
    QVERIFY(run(0).contains("not evaluated"));
    QVERIFY(!chart()->isVisible());
    find<QPushButton>("experimentAsk")->click();
    QTRY_VERIFY(run(0).contains(" 7 sentences"));
    panel()->test().setAskForFile([this](QWidget*, const QString&) {
        return ui::toQString(m_fixture->folder.write("own.tsv", "a b\tb a\na b c\tc b a\n"));
    });
    chooseCorpus("a file…");
    QCOMPARE(panel()->test().label(), QString("own.tsv"));
    find<QPushButton>("experimentAsk")->click();
    QTRY_VERIFY(run(0).contains(" 2 sentences"));
    find<QToolButton>("experimentRemove")->click();
    QCOMPARE(runs()->rowCount(), 0);
    QVERIFY(!find<QToolButton>("experimentRemove")->isEnabled());
}

void ExperimentsPanelTest::drawsReports()
{
    panel()->runsBox().setAskForFiles([this](QWidget*, const QString&) {
        return QStringList{writeReport("with.json", 60), writeReport("without.json", 20)};
    });
    find<QToolButton>("experimentReports")->click();
    QCOMPARE(runs()->rowCount(), 2);
    QCOMPARE(lines(), std::size_t(2));
    QCOMPARE(chart()->chart().plots[0].lines[1].name, QString("without"));
    find<QSpinBox>("experimentPerTen")->setValue(3); // a report stays what it is
    QCOMPARE(lines(), std::size_t(2));
    QVERIFY(!find<QPushButton>("experimentAsk")->isEnabled());
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_Right);
    QVERIFY(chart()->lit() >= 0);
}

void ExperimentsPanelTest::saysWhatIsWrongWithAFile()
{
    panel()->runsBox().setAskForFiles([this](QWidget*, const QString&) {
        return QStringList{ui::toQString(m_fixture->folder.write("bad.json", "{\"bleu\": 3}")),
                           writeReport("good.json", 60)};
    });
    find<QToolButton>("experimentReports")->click();
    QVERIFY(find<QLabel>("experimentMessage")->isVisible());
    QVERIFY(find<QLabel>("experimentMessage")->text().contains("bleu_by_length"));
    QCOMPARE(runs()->rowCount(), 1); // the other one is there
    panel()->runsBox().addRun(ui::toQString(m_fixture->folder.path()));
    QVERIFY(find<QLabel>("experimentMessage")->text().contains("no run folder"));
    QCOMPARE(runs()->rowCount(), 1);
}

void ExperimentsPanelTest::measuresStates()
{
    trainARun();
    addTheRun();
    find<QToolButton>("experimentStates")->click();
    chooseCorpus("each run's validation sentences");
    find<QPushButton>("experimentAsk")->click();
    QTRY_VERIFY(chart()->isVisible());
    QCOMPARE(lines(), std::size_t(2));
    QCOMPARE(chart()->chart().ticks.size(), std::size_t(7)); // 1, 2, 3, 4, 6, 8, all
    const auto content = panel()->exportContent();
    QVERIFY(QString::fromStdString(content->texts.front().write()).contains("window:8"));
    find<QToolButton>("experimentLengths")->click();
    QVERIFY(!chart()->isVisible()); // that was not measured
}

void ExperimentsPanelTest::trainsTheModels()
{
    std::string text;
    for (int i = 0; i < 200; ++i) {
        std::string line;
        for (int j = 0; j <= i % 25; ++j)
            line += std::string(j > 0 ? " " : "") + static_cast<char>('a' + (i * 7 + j * j) % 9);
        text += line + " " + std::to_string(i) + "\t" + line + "\n";
    }
    LengthPlan plan;
    plan.base.corpus.file = m_fixture->folder.write("pairs.tsv", text);
    plan.base.model.embedding = plan.base.model.hidden = 8;
    plan.base.training.epochs = 0;
    plan.base.training.steps = 3;
    plan.base.training.threads = 1;
    plan.trainedTo = {10, 20};
    panel()->setPlan(plan);
    const QString folder = ui::toQString(m_fixture->folder.path() / "four");
    panel()->setAskForFolder([&](QWidget*, const QString&, const QString&) { return folder; });
    find<QPushButton>("experimentTrain")->click();
    QVERIFY(find<QProgressBar>("experimentProgress")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(runs()->rowCount(), 4, 60000);
    QTRY_VERIFY(!find<QProgressBar>("experimentProgress")->isVisible());
    QVERIFY(run(0).startsWith("RNNsearch-20 – BLEU"));
    QVERIFY(run(3).startsWith("RNNencdec-10 – BLEU"));
    QCOMPARE(lines(), std::size_t(4));
    QVERIFY(chart()->chart().plots[0].lines[2].dashed);
    QVERIFY(Run::isRun(ui::toPath(folder) / "RNNencdec-10"));
}

void ExperimentsPanelTest::canBeCancelled()
{
    LengthPlan plan = usualLengthPlan();
    plan.base.training.threads = 1;
    panel()->setPlan(plan);
    panel()->setAskForFolder(
        [this](QWidget*, const QString&, const QString&) { return ui::toQString(m_fixture->folder.path() / "four"); });
    find<QPushButton>("experimentTrain")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("experimentMessage")->text().contains("step"), 60000);
    find<QPushButton>("experimentCancel")->click();
    QVERIFY(!find<QProgressBar>("experimentProgress")->isVisible());
    QVERIFY(find<QLabel>("experimentMessage")->text().contains("Cancelled"));
    QVERIFY(find<QPushButton>("experimentTrain")->isEnabled());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ExperimentsPanelTest)

#include "experiments_panel_test.moc"
