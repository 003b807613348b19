// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/bridge/run_reader.h"
#include "ui/figure/drawing.h"
#include "ui/figure/figure_file.h"
#include "ui/panels/view_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/histogram_view.h"
#include "ui/views/scatter_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

namespace alignoscope::testing {

class ExplanationPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void saysWhyThereIsNothing();
    void threeMatricesOfOneSentence();
    void cursorsAreLinked();
    void wordsAndPointsLightUpTogether();
    void keepsItsPlaceWhenTheSentenceChanges();
    void stacksWhenItIsNarrow();
    void asksTheValidationSet();
    void cancelsAndForgets();
    void exportsWhatIsChosen();
    void answersForASavedRun();
    void speaksWhileAModelTrains();

private:
    void train(std::int64_t steps = 5);
    void bringToFront();
    void ask(const QString& source, const QString& target);
    ui::HeatmapView* map(const char* name) { return m_fixture->find<ui::HeatmapView>(name); }
    QString text(const char* name) { return m_fixture->find<QLabel>(name)->text(); }
    QWidget* panel() { return m_tabs->currentWidget(); }
    template <class Widget>
    Widget* within(const char* name)
    {
        return panel()->findChild<Widget*>(name);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QTabWidget* m_tabs = nullptr;
};

void ExplanationPanelTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_tabs = m_fixture->find<QTabWidget>("tabs");
}

void ExplanationPanelTest::train(std::int64_t steps)
{
    m_fixture->loadCorpus();
    m_fixture->useTinyModel(steps);
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
}

void ExplanationPanelTest::bringToFront()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->findChild<QWidget*>("explanationPage"))
            m_tabs->setCurrentIndex(tab);
    QVERIFY(within<QWidget>("explanationPage"));
}

void ExplanationPanelTest::ask(const QString& source, const QString& target)
{
    within<QLineEdit>("questionSource")->setText(source);
    auto* line = within<QLineEdit>("questionTarget");
    line->setText(target);
    QTest::keyClick(line, Qt::Key_Return);
    const auto answered = [&] {
        const auto& snapshot = map("explanationAttention")->snapshot();
        if (!snapshot)
            return false;
        QStringList tokens;
        for (std::size_t i = 0; i + 1 < snapshot->sourceTokens.size(); ++i)
            tokens << QString::fromStdString(snapshot->sourceTokens[i]);
        return tokens.join(' ') == source && snapshot->forced == !target.isEmpty();
    };
    QTRY_VERIFY(answered());
}

void ExplanationPanelTest::saysWhyThereIsNothing()
{
    bringToFront();
    QVERIFY(within<QLabel>("explanationHint")->isVisible());
    QVERIFY(!text("explanationHint").isEmpty());
    QVERIFY(!within<QPushButton>("explanationCorpusAsk")->isEnabled());
    QVERIFY(!within<QPushButton>("explanationCorpusAsk")->toolTip().isEmpty());
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
}

void ExplanationPanelTest::threeMatricesOfOneSentence()
{
    train();
    bringToFront();
    ask("a b c", "c b a");
    const auto attention = map("explanationAttention")->snapshot(), gradient = map("explanationGradient")->snapshot(),
               leaveOneOut = map("explanationLeaveOneOut")->snapshot();
    QVERIFY(attention && gradient && leaveOneOut);
    QCOMPARE(attention->sources(), 4);
    QCOMPARE(attention->targets(), 4);
    QCOMPARE(gradient->sourceTokens, attention->sourceTokens);
    QCOMPARE(leaveOneOut->targetTokens, attention->targetTokens);
    for (int t = 0; t < 4; ++t) {
        double attentionSum = 0, gradientSum = 0;
        for (int s = 0; s < 4; ++s) {
            attentionSum += static_cast<double>(attention->weight(t, s));
            gradientSum += static_cast<double>(gradient->weight(t, s));
        }
        QVERIFY(std::abs(attentionSum - 1) < 1e-4);
        QVERIFY(std::abs(gradientSum - 1) < 1e-4);
        QVERIFY(std::isnan(leaveOneOut->weight(t, 3))); // the end is never left out
    }
    QVERIFY(!within<QLabel>("explanationHint")->isVisible());
    QVERIFY(text("explanationFindings").contains("Attention and leaving out"));
    QVERIFY(text("explanationVerdict").contains("Limits"));
    QVERIFY(within<QLabel>("questionMessage")->text().contains("5 steps"));
    QCOMPARE(within<ui::ScatterView>("explanationPlot")->plot().points.size(), std::size_t(3)); // without EOS
    QCOMPARE(within<QTableView>("explanationWords")->model()->rowCount(), 4);

    ask("a b", ""); // the model's own words
    QVERIFY(!map("explanationAttention")->snapshot()->forced);
}

void ExplanationPanelTest::cursorsAreLinked()
{
    train();
    bringToFront();
    ask("a b c", "c b a");
    map("explanationAttention")->setCursorCell(ui::HeatmapView::Cell{1, 2});
    const QImage lit = map("explanationLeaveOneOut")->grab().toImage();
    map("explanationAttention")->setCursorCell(std::nullopt);
    QVERIFY(lit != map("explanationLeaveOneOut")->grab().toImage());
}

void ExplanationPanelTest::wordsAndPointsLightUpTogether()
{
    train();
    bringToFront();
    ask("a b c", "c b a");
    auto* plot = within<ui::ScatterView>("explanationPlot");
    map("explanationGradient")->setCursorCell(ui::HeatmapView::Cell{2, 0});
    QCOMPARE(plot->lit(), 2);
    within<QTableView>("explanationWords")->selectRow(1);
    QCOMPARE(plot->lit(), 1);
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(plot->lit(), 0);
    const QImage lit = map("explanationAttention")->grab().toImage();
    QTest::keyClick(plot, Qt::Key_Escape);
    QCOMPARE(plot->lit(), -1);
    QVERIFY(lit != map("explanationAttention")->grab().toImage());
    QCOMPARE(plot->pointAt(plot->positionOf(1)) >= 0, true);
    QCOMPARE(plot->pointAt(QPointF(-50, -50)), -1);
}

void ExplanationPanelTest::keepsItsPlaceWhenTheSentenceChanges()
{
    train();
    bringToFront();
    m_fixture->window->resize(1024, 680);
    ask("a b c", "c b a");
    map("explanationAttention")->setCursorCell(ui::HeatmapView::Cell{1, 2});
    within<QTableView>("explanationWords")->selectRow(2);
    auto* bar = within<QScrollArea>("explanationPage")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 100);
    bar->setValue(100);
    ask("b c d e", "e d c b");
    QCOMPARE(map("explanationAttention")->cursorCell(), (ui::HeatmapView::Cell{1, 2}));
    QCOMPARE(within<QTableView>("explanationWords")->currentIndex().row(), 2);
    QCOMPARE(bar->value(), 100);
}

void ExplanationPanelTest::stacksWhenItIsNarrow()
{
    train();
    bringToFront();
    ask("a b c", "c b a");
    const auto beside = [&] {
        const auto top = [&](const char* name) { return map(name)->mapTo(panel(), QPoint()).y(); };
        return top("explanationAttention") == top("explanationLeaveOneOut");
    };
    m_fixture->window->resize(1900, 1000);
    QTRY_VERIFY(beside());
    m_fixture->window->resize(1024, 680);
    QTRY_VERIFY(!beside());
    QVERIFY(!within<QScrollArea>("explanationPage")->horizontalScrollBar()->isVisible());
}

void ExplanationPanelTest::asksTheValidationSet()
{
    train();
    bringToFront();
    auto* button = within<QPushButton>("explanationCorpusAsk");
    QVERIFY(button->isEnabled());
    within<QSpinBox>("explanationCorpusLimit")->setValue(7);
    button->click();
    QVERIFY(!button->isEnabled());
    QVERIFY(within<QPushButton>("explanationCorpusCancel")->isVisible());
    QTRY_VERIFY(text("explanationCorpusMessage").contains("7 of 15 validation sentences"));
    QVERIFY(button->isEnabled());
    QVERIFY(!within<QPushButton>("explanationCorpusCancel")->isVisible());
    QVERIFY(text("explanationCorpusFindings").contains("beyond chance"));
    QVERIFY(text("explanationCorpusVerdict").contains("%"));
    const auto& plot = within<ui::ScatterView>("explanationCorpusPlot")->plot();
    QVERIFY(plot.points.size() > 7);
    double sum = 0;
    for (const double share : within<ui::HistogramView>("explanationCorpusRanks")->plot().second)
        sum += share;
    QVERIFY(std::abs(sum - 1) < 1e-9);
}

void ExplanationPanelTest::cancelsAndForgets()
{
    train();
    bringToFront();
    auto* button = within<QPushButton>("explanationCorpusAsk");
    button->click();
    within<QPushButton>("explanationCorpusCancel")->click();
    QVERIFY(button->isEnabled());
    QVERIFY(text("explanationCorpusMessage").contains("Cancelled"));
    QVERIFY(!within<QLabel>("explanationCorpusFindings")->isVisible());
    ask("a b c", "c b a");
    button->click();
    QTRY_VERIFY(within<QLabel>("explanationCorpusFindings")->isVisible());
    m_fixture->action("actionNewRun")->trigger();
    QVERIFY(!within<QLabel>("explanationCorpusFindings")->isVisible());
    QVERIFY(within<QLabel>("explanationHint")->isVisible());
    QVERIFY(!map("explanationAttention")->isVisible());
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
}

void ExplanationPanelTest::exportsWhatIsChosen()
{
    train();
    bringToFront();
    ask("a b c", "c b a");
    auto* view = static_cast<ui::ViewPanel*>(panel());
    auto* figure = within<QComboBox>("explanationFigure");
    const auto csv = [&] { return QString::fromStdString(view->exportContent()->texts.front().write()); };

    const ui::Drawing matrices = view->exportContent()->compose({});
    QCOMPARE(matrices.boxes.size(), std::size_t(3 * 16));
    QVERIFY(std::abs(matrices.size.width() - 120 * ui::Drawing::unitsPerMm) < 1);
    QVERIFY(csv().contains("gradient_times_input"));
    QVERIFY(view->exportContent()->cells);

    figure->setCurrentIndex(1);
    QStringList words;
    for (const auto& path : view->exportContent()->compose({}).paths)
        if (!path.name.isEmpty())
            words << path.name;
    QCOMPARE(words, QStringList({"c", "b", "a"})); // a point a word
    QVERIFY(csv().contains("permuted_change"));
    QVERIFY(!view->exportContent()->cells);

    figure->setCurrentIndex(2); // not asked yet
    QVERIFY(!view->exportContent());
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
    within<QPushButton>("explanationCorpusAsk")->click();
    QTRY_VERIFY(view->exportContent());
    QVERIFY(m_fixture->action("actionExport")->isEnabled());
    QVERIFY(csv().startsWith("sentence,"));
    figure->setCurrentIndex(3);
    QVERIFY(!ui::drawingBytes(ui::FigureFormat::Svg, view->exportContent()->compose({}), 300).isEmpty());
}

void ExplanationPanelTest::answersForASavedRun()
{
    train();
    const auto folder = m_fixture->bench().folder();
    m_fixture->reopen();
    m_tabs = m_fixture->find<QTabWidget>("tabs");
    m_fixture->bench().openRun(folder);
    QTRY_VERIFY(m_fixture->bench().whyNotTranslate().isEmpty());
    bringToFront();
    ask("a b c", "c b a");
    QVERIFY(within<QLabel>("questionMessage")->text().contains("5 steps"));
    QTRY_VERIFY(within<QPushButton>("explanationCorpusAsk")->isEnabled()); // its corpus is read again
    within<QPushButton>("explanationCorpusAsk")->click();
    QTRY_VERIFY(text("explanationCorpusMessage").contains("of 15 validation sentences"));
}

void ExplanationPanelTest::speaksWhileAModelTrains()
{
    m_fixture->loadCorpus();
    m_fixture->useTinyModel();
    m_fixture->bench().start();
    QTRY_VERIFY(m_fixture->lastStep > 2);
    bringToFront();
    QTRY_VERIFY(map("explanationAttention")->snapshot()); // asks by itself about the chosen sentence
    const qint64 first = map("explanationAttention")->snapshot()->step;
    QTRY_VERIFY(map("explanationAttention")->snapshot()->step > first); // and again after a validation
    m_fixture->bench().stop();
    QTRY_VERIFY(!m_fixture->session().active());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ExplanationPanelTest)

#include "explanation_panel_test.moc"
