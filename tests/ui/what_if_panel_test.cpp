// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/figure/attention_figure.h"
#include "ui/panels/view_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/word_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace alignoscope::testing {

using ui::HeatmapView;
using ui::WordLine;

/// The What-if tab of the real window, over a model that has learnt to say letters backwards.
class WhatIfPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { undoAll(); }
    void cleanupTestCase() { m_fixture.reset(); }

    void showsTheModelsOwnTranslationFirst();
    void aWordOfTheListIsForced();
    void aWordOfOnesOwnIsForced();
    void theBeginningIsEditedAndTheModelGoesOn();
    void theWordsBeforeAreKept();
    void draggingACellMovesItsWeight();
    void keysChangeTheRowOfTheCursor();
    void theMenuChangesAWholeRow();
    void aSourceWordIsHiddenAndBroughtBack();
    void changesAreTakenBackOneByOneAndAllAtOnce();
    void theDifferenceMarksWhatIsNewAndGone();
    void editsInOtherViewsReachTheChangedTranslation();
    void changesEndWithTheSentenceTheViewStays();
    void lightsWhatOtherViewsSpeakOf();
    void exportsWhatIsShownAndAllNumbers();
    void forgetsWithTheRun();

private:
    template <class Widget>
    Widget* find(const char* name)
    {
        return m_fixture->find<Widget>(name);
    }
    WordLine* source() { return find<WordLine>("whatIfSource"); }
    WordLine* now() { return find<WordLine>("whatIfNow"); }
    WordLine* before() { return find<WordLine>("whatIfBefore"); }
    WordLine* changes() { return find<WordLine>("whatIfChanges"); }
    HeatmapView* heatmap() { return find<HeatmapView>("whatIfHeatmap"); }
    QWidget* panel() { return find<QWidget>("whatIfPanel"); }
    void view(const char* name) { find<QToolButton>(name)->click(); }
    static QString text(const WordLine* line)
    {
        QStringList words;
        for (const WordLine::Word& word : line->words())
            words << word.text;
        return words.join(' ');
    }
    static void press(WordLine* line, int word)
    {
        QTest::mouseClick(line, Qt::LeftButton, {}, line->wordRect(word).center());
    }
    void ask(const QString& sentence);
    void undoAll();
    int strongest(int row);
    void drag(int row, int from, int to);

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_own; ///< what the model says of the sentence by itself
};

void WhatIfPanelTest::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window->resize(1200, 900);
    m_fixture->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    m_fixture->loadCorpus();
    ModelOptions model;
    model.embedding = model.hidden = 32;
    model.initialization = Initialization::Glorot;
    TrainingOptions training;
    training.batch = 16;
    training.learningRate = 0.01;
    training.dropout = 0.2;
    training.epochs = 0;
    training.steps = 600;
    training.threads = 1;
    m_fixture->bench().setOptions(model, training, {});
    m_fixture->bench().start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->session().active() && m_fixture->bench().whyNotTranslate().isEmpty(), 120000);
    auto* tabs = find<QTabWidget>("tabs");
    tabs->setCurrentWidget(panel());
    QCOMPARE(tabs->currentWidget(), panel());
}

void WhatIfPanelTest::init()
{
    ask("a b c d");
    m_own = text(now());
    heatmap()->setCursorCell(std::nullopt);
}

void WhatIfPanelTest::ask(const QString& sentence)
{
    auto* line = panel()->findChild<QLineEdit*>("questionSource");
    line->setText(sentence);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(text(source()), sentence);
    QTRY_VERIFY(panel()->findChild<QLabel*>("questionMessage")->text().contains("Answered"));
}

void WhatIfPanelTest::undoAll()
{
    if (m_fixture && find<QToolButton>("whatIfUndoAll")->isVisible()) {
        find<QToolButton>("whatIfUndoAll")->click();
        QTRY_VERIFY(!find<QToolButton>("whatIfUndoAll")->isVisible());
    }
    if (m_fixture)
        view("whatIfViewChanged");
}

int WhatIfPanelTest::strongest(int row)
{
    const auto weights = heatmap()->snapshot()->row(row);
    return static_cast<int>(std::ranges::max_element(weights) - weights.begin());
}

void WhatIfPanelTest::drag(int row, int from, int to)
{
    const QPoint start = heatmap()->cellRect({row, from}).center(), end = heatmap()->cellRect({row, to}).center();
    QTest::mousePress(heatmap(), Qt::LeftButton, {}, start);
    QTest::mouseMove(heatmap(), (start + end) / 2);
    QTest::mouseMove(heatmap(), end + QPoint(0, 40)); // the row is held, whatever the hand does
    QTest::mouseRelease(heatmap(), Qt::LeftButton, {}, end + QPoint(0, 40));
}

void WhatIfPanelTest::showsTheModelsOwnTranslationFirst()
{
    QCOMPARE(m_own, QString("d c b a end"));
    QVERIFY(!before()->isVisible());
    QVERIFY(!changes()->isVisible());
    QVERIFY(heatmap()->snapshot());
    QCOMPARE(heatmap()->snapshot()->targetTokens.size(), 5U);
    view("whatIfViewDifference"); // of nothing
    for (const float change : heatmap()->snapshot()->weights)
        QCOMPARE(change, 0.0F);
}

void WhatIfPanelTest::aWordOfTheListIsForced()
{
    press(now(), 1);
    auto* list = find<QListWidget>("nextWordList");
    QVERIFY(list->isVisible());
    QVERIFY(list->count() >= 5);
    QCOMPARE(list->currentItem()->text(), QString("c")); // what is there
    const QString other = list->item(1)->text();
    QVERIFY(other != "c");
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!list->isVisible());
    QTRY_COMPARE(now()->words()[1].text, other);
    QVERIFY(now()->words()[1].given);
    QVERIFY(!now()->words()[0].given);
    QCOMPARE(text(before()), m_own);
    QVERIFY(before()->isVisible());
    QCOMPARE(changes()->words().size(), 1U);
    press(now(), 1); // and the model may choose again
    QTest::mouseClick(find<QPushButton>("nextWordBack"), Qt::LeftButton);
    QTRY_COMPARE(text(now()), m_own);
    QVERIFY(!changes()->isVisible());
}

void WhatIfPanelTest::aWordOfOnesOwnIsForced()
{
    now()->setFocus();
    QTest::keyClick(now(), Qt::Key_Home);
    QTest::keyClick(now(), Qt::Key_Right);
    QTest::keyClick(now(), Qt::Key_Return); // by keyboard alone
    auto* other = find<QLineEdit>("nextWordOther");
    QVERIFY(other->isVisible());
    other->setText("  ");
    QTest::keyClick(other, Qt::Key_Return); // nothing is no word
    QVERIFY(other->isVisible());
    other->setText("h zebra");
    QTest::keyClick(other, Qt::Key_Return);
    QTRY_VERIFY(text(now()).startsWith("d h zebra"));
    QVERIFY(now()->words()[1].given && now()->words()[2].given);
    QVERIFY(!now()->words()[1].unknown);
    QVERIFY(now()->words()[2].unknown);
    QVERIFY(now()->words()[2].tip.contains("vocabulary"));
}

void WhatIfPanelTest::theBeginningIsEditedAndTheModelGoesOn()
{
    auto* button = find<QToolButton>("whatIfEditBeginning");
    auto* line = find<QLineEdit>("whatIfBeginning");
    QVERIFY(!line->isVisible());
    button->click();
    QVERIFY(line->isVisible());
    line->setText("h g");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(text(now()).startsWith("h g "));
    QVERIFY(now()->words()[0].given && now()->words()[1].given);
    QVERIFY(!now()->words()[2].given); // the model goes on
    QCOMPARE(heatmap()->snapshot()->targetTokens[0], std::string("h"));
    button->click();
    QTRY_COMPARE(text(now()), m_own);
    QVERIFY(!line->isVisible());
}

void WhatIfPanelTest::theWordsBeforeAreKept()
{
    press(now(), 2);
    QTest::mouseClick(find<QPushButton>("nextWordKeep"), Qt::LeftButton);
    QTRY_VERIFY(now()->words()[1].given);
    QVERIFY(now()->words()[0].given);
    QVERIFY(!now()->words()[2].given);
    QCOMPARE(text(now()), m_own);
    press(source(), 3); // “d” is hidden, and said nevertheless
    QTRY_VERIFY(source()->words()[3].given);
    QVERIFY(text(now()).startsWith("d c"));
}

void WhatIfPanelTest::draggingACellMovesItsWeight()
{
    const int from = strongest(0);
    QCOMPARE(from, 3); // “d” looks at “d”
    const float weight = heatmap()->snapshot()->weight(0, from), there = heatmap()->snapshot()->weight(0, 1);
    drag(0, from, 1);
    QTRY_COMPARE(heatmap()->snapshot()->weight(0, from), 0.0F);
    QVERIFY(qAbs(heatmap()->snapshot()->weight(0, 1) - (weight + there)) < 1e-5F);
    QCOMPARE(now()->words()[0].text, QString("b")); // it says what it is made to look at
    QVERIFY(now()->words()[0].isNew);
    QVERIFY(text(now()) != m_own);
    QCOMPARE(text(before()), m_own);
    QCOMPARE(changes()->words().size(), 1U);
    QCOMPARE(*heatmap()->cursorCell(), (HeatmapView::Cell{0, 1}));
}

void WhatIfPanelTest::keysChangeTheRowOfTheCursor()
{
    heatmap()->setFocus();
    heatmap()->setCursorCell(HeatmapView::Cell{1, 0});
    QTest::keyClick(heatmap(), Qt::Key_Space);
    QTRY_COMPARE(heatmap()->snapshot()->weight(1, 0), 1.0F);
    QTest::keyClick(heatmap(), Qt::Key_Minus);
    QTest::keyClick(heatmap(), Qt::Key_Minus);
    QTRY_VERIFY(qAbs(heatmap()->snapshot()->weight(1, 0) - 0.8F) < 1e-5F);
    QVERIFY(qAbs(heatmap()->snapshot()->weight(1, 2) - 0.05F) < 1e-5F); // the rest, shared out
    QTest::keyClick(heatmap(), Qt::Key_Plus);
    QTRY_VERIFY(qAbs(heatmap()->snapshot()->weight(1, 0) - 0.9F) < 1e-5F);
    QCOMPARE(changes()->words().size(), 1U); // one change a row
    QTest::keyClick(heatmap(), Qt::Key_Delete);
    QTRY_VERIFY(!changes()->isVisible());
    QTRY_COMPARE(text(now()), m_own);
    QCOMPARE(*heatmap()->cursorCell(), (HeatmapView::Cell{1, 0}));
}

void WhatIfPanelTest::theMenuChangesAWholeRow()
{
    const auto choose = [this](int action) {
        const QPoint place = heatmap()->cellRect({2, 1}).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, heatmap()->mapToGlobal(place));
        QCoreApplication::sendEvent(heatmap(), &event);
        auto* menu = find<QMenu>("whatIfMenu");
        QVERIFY(menu && menu->isVisible());
        menu->actions()[action]->trigger();
        menu->close();
        QTRY_VERIFY(!find<QMenu>("whatIfMenu"));
    };
    choose(3); // at all words alike
    QTRY_COMPARE(heatmap()->snapshot()->weight(2, 0), 0.2F);
    QCOMPARE(heatmap()->snapshot()->weight(2, 4), 0.2F);
    choose(0); // only at “b”
    QTRY_COMPARE(heatmap()->snapshot()->weight(2, 1), 1.0F);
    choose(4); // back to the model
    QTRY_VERIFY(!changes()->isVisible());
}

void WhatIfPanelTest::aSourceWordIsHiddenAndBroughtBack()
{
    press(source(), 2);
    QTRY_VERIFY(source()->words()[2].gone);
    QTRY_COMPARE(text(now()), QString("d b a end")); // “c” was not read
    for (int row = 0; row < heatmap()->snapshot()->targets(); ++row)
        QCOMPARE(heatmap()->snapshot()->weight(row, 2), 0.0F);
    QVERIFY(before()->words()[1].gone);
    heatmap()->setCursorCell(HeatmapView::Cell{0, 2});
    QTest::keyClick(heatmap(), Qt::Key_Space); // nobody can look at what is hidden
    QVERIFY(panel()->findChild<QLabel*>("questionMessage")->text().contains("hidden"));
    QCOMPARE(changes()->words().size(), 1U);
    press(source(), 2);
    QTRY_COMPARE(text(now()), m_own);
    QVERIFY(!source()->words()[2].gone);
}

void WhatIfPanelTest::changesAreTakenBackOneByOneAndAllAtOnce()
{
    press(source(), 0);
    QTRY_VERIFY(changes()->isVisible());
    heatmap()->setCursorCell(HeatmapView::Cell{0, 1});
    QTest::keyClick(heatmap(), Qt::Key_Space);
    QTRY_COMPARE(changes()->words().size(), 2U);
    QTRY_COMPARE(heatmap()->snapshot()->weight(0, 1), 1.0F);
    press(changes(), 0); // “a” is read again
    QTRY_COMPARE(changes()->words().size(), 1U);
    QVERIFY(!source()->words()[0].gone);
    QCOMPARE(heatmap()->snapshot()->weight(0, 1), 1.0F);
    press(source(), 0);
    QTRY_COMPARE(changes()->words().size(), 2U);
    m_fixture->window->activateWindow(); // a popup's end leaves the offscreen platform without an active window
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    heatmap()->setFocus();
    QTest::keyClick(heatmap(), Qt::Key_Z, Qt::ControlModifier); // the last one
    QTRY_COMPARE(changes()->words().size(), 1U);
    QVERIFY(!source()->words()[0].gone);
    find<QToolButton>("whatIfUndoAll")->click();
    QTRY_COMPARE(text(now()), m_own);
    QVERIFY(!changes()->isVisible());
}

void WhatIfPanelTest::theDifferenceMarksWhatIsNewAndGone()
{
    drag(0, 3, 1); // d → b
    QTRY_VERIFY(now()->words()[0].isNew);
    heatmap()->setCursorCell(HeatmapView::Cell{0, 1});
    view("whatIfViewDifference");
    const AttentionSnapshotPtr shown = heatmap()->snapshot();
    const auto row = [&](const char* token) {
        return std::ranges::find(shown->targetTokens, token) - shown->targetTokens.begin();
    };
    const auto isNew = static_cast<std::int32_t>(row("+ b")), gone = static_cast<std::int32_t>(row("− d"));
    QVERIFY(isNew < shown->targets());
    QVERIFY(gone < shown->targets());
    QVERIFY(std::isnan(shown->weight(isNew, 0)));
    QVERIFY(std::isnan(shown->weight(gone, 0)));
    QVERIFY(heatmap()->look().scale.diverging);
    QCOMPARE(heatmap()->cursorCell()->target, isNew); // the cursor stays with its word
    view("whatIfViewOriginal");
    QCOMPARE(heatmap()->snapshot()->targetTokens[0], std::string("d"));
    QVERIFY(!heatmap()->look().scale.diverging);
}

void WhatIfPanelTest::editsInOtherViewsReachTheChangedTranslation()
{
    view("whatIfViewOriginal");
    drag(0, 3, 2);
    QTRY_COMPARE(now()->words()[0].text, QString("c"));
    QVERIFY(find<QToolButton>("whatIfViewChanged")->isChecked()); // where it is seen
    view("whatIfViewDifference");
    const auto& tokens = heatmap()->snapshot()->targetTokens;
    const auto gone = static_cast<int>(std::ranges::find(tokens, "− d") - tokens.begin());
    heatmap()->setCursorCell(HeatmapView::Cell{gone, 0});
    QTest::keyClick(heatmap(), Qt::Key_Space); // there is nothing to change in a word that is gone
    QCOMPARE(changes()->words().size(), 1U);
}

void WhatIfPanelTest::changesEndWithTheSentenceTheViewStays()
{
    drag(0, 3, 1);
    QTRY_VERIFY(text(now()) != m_own);
    view("whatIfViewDifference");
    ask("a b c d"); // the same again
    QVERIFY(changes()->isVisible());
    QVERIFY(text(now()) != m_own);
    ask("e f g");
    QTRY_COMPARE(text(now()), QString("g f e end"));
    QVERIFY(!changes()->isVisible());
    QVERIFY(find<QToolButton>("whatIfViewDifference")->isChecked());
}

void WhatIfPanelTest::lightsWhatOtherViewsSpeakOf()
{
    QTest::mouseMove(source(), source()->wordRect(1).center());
    QImage lit = heatmap()->grab().toImage();
    QTest::mouseMove(source(), source()->wordRect(3).center());
    QVERIFY(heatmap()->grab().toImage() != lit);
    QTest::mouseMove(heatmap(), heatmap()->cellRect({0, 2}).center());
    const QImage words = source()->grab().toImage();
    QTest::mouseMove(heatmap(), heatmap()->cellRect({0, 0}).center());
    QVERIFY(source()->grab().toImage() != words);
}

void WhatIfPanelTest::exportsWhatIsShownAndAllNumbers()
{
    drag(0, 3, 1);
    QTRY_VERIFY(now()->words()[0].isNew);
    press(source(), 0);
    QTRY_VERIFY(source()->words()[0].gone);
    view("whatIfViewChanged");
    const auto changed = static_cast<ui::ViewPanel*>(panel())->exportContent();
    QVERIFY(changed && QString::fromStdString(changed->texts[0].write()).contains("\r\nb,0"));
    view("whatIfViewDifference");
    QVERIFY(m_fixture->action("actionExport")->isEnabled());
    const auto content = static_cast<ui::ViewPanel*>(panel())->exportContent();
    QVERIFY(content);
    QVERIFY(content->name.startsWith("what-if-difference"));
    QStringList drawn;
    for (const auto& label : content->compose({}).texts)
        drawn << label.text;
    QVERIFY(drawn.contains("− d"));
    QVERIFY(!drawn.filter("+ ").isEmpty());
    QVERIFY(drawn.contains("(a)")); // not read
    QCOMPARE(content->texts.size(), 2U);
    QVERIFY(QString::fromStdString(content->texts[0].write()).contains("\r\n− d,,,,,\r\n")); // no numbers
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(content->texts[1].write())).object();
    QCOMPARE(json["source"].toArray().size(), 5);
    QVERIFY(json["dropped"].toArray()[0].toBool());
    QCOMPARE(json["changes"].toArray().size(), 2);
    QCOMPARE(json["original"].toObject()["text"].toString(), QString("d c b a"));
    QCOMPARE(json["changed"].toObject()["tokens"].toArray()[0].toString(), QString("b"));
    QVERIFY(json["changed"].toObject()["overridden"].toArray()[0].toBool());
    QCOMPARE(json["changed"].toObject()["attention"].toArray()[0].toArray()[0].toDouble(), 0.0);
    QVERIFY(json["difference"].toObject()["weights"].toArray()[0].toArray()[0].isNull());
}

void WhatIfPanelTest::forgetsWithTheRun()
{
    m_fixture->action("actionNewRun")->trigger();
    QVERIFY(!heatmap()->snapshot());
    QVERIFY(!source()->isVisible());
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
    m_fixture.reset(); // the last test
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::WhatIfPanelTest)

#include "what_if_panel_test.moc"
