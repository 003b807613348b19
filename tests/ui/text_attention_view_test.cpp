// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_text.h"
#include "ui/application.h"
#include "ui/bridge/token_focus.h"
#include "ui/figure/text_flow.h"
#include "ui/views/text_attention_view.h"
#include "ui/views/text_legend.h"

#include <QApplication>
#include <QScrollBar>
#include <QtTest>

namespace alignoscope::testing {

using namespace ui;

/// The view by mouse and keyboard, and the paragraph it lays out.
class TextAttentionViewTest : public QObject {
    Q_OBJECT

private slots:
    void wordsFlowIntoLines();
    void aLineHasAWordHoweverLong();
    void rightToLeftParagraphsBeginAtTheRight();
    void coloursFollowTheWeights();
    void stretchedColoursReachTheHeaviestWord();
    void hoveringTellsTheWord();
    void keysWalkAsSeen();
    void keysWalkOnInTheNextLine();
    void focusIsShared();
    void zoomMakesWordsLarger();
    void paddingStandsBehindTheText();
    void newWeightsKeepTheCursor();
    void longTextsScroll();
    void matricesAreNotTexts();
    void legendTellsTheEvenShare();
    void knownWordsHaveALineBelow();
};

namespace {

TextFlow flow(const std::vector<double>& widths, double lead)
{
    const std::vector<TokenLabel> words(widths.size(), TokenLabel{"word"});
    return flowText(widths, ReadingOrder(words), {100, 20, 5, lead});
}

std::unique_ptr<TextAttentionView> shown(const AttentionSnapshotPtr& picture, QSize size = {400, 200})
{
    auto view = std::make_unique<TextAttentionView>();
    view->resize(size);
    view->setSnapshot(picture);
    view->show();
    return view;
}

QColor colourIn(TextAttentionView& view, int word)
{
    const QRect box = view.wordRect(word);
    return view.viewport()->grab().toImage().pixelColor(box.center().x(), box.top() + 2); // above the letters
}

} // namespace

void TextAttentionViewTest::wordsFlowIntoLines()
{
    // 3 words of 30 and 2 gaps of 5 are 100: a fourth does not fit
    const TextFlow words = flow({30, 30, 30, 30, 30}, 10);
    QCOMPARE(words.lines, (std::vector<int>{0, 0, 0, 1, 1}));
    QCOMPARE(words.places[2], QRectF(70, 0, 30, 20));
    QCOMPARE(words.places[3], QRectF(0, 30, 30, 20));
    QCOMPARE(words.height, 50.0);
    QCOMPARE(flow({}, 10).height, 0.0);
}

void TextAttentionViewTest::aLineHasAWordHoweverLong()
{
    const TextFlow words = flow({30, 500, 30}, 0);
    QCOMPARE(words.lines, (std::vector<int>{0, 1, 2}));
    QCOMPARE(words.places[1].width(), 100.0);
}

void TextAttentionViewTest::rightToLeftParagraphsBeginAtTheRight()
{
    const auto view = shown(textPicture({"كان", "الفيلم", "رائعا", "جدا", "."}, {0.1F, 0.2F, 0.5F, 0.1F, 0.1F}));
    for (int word = 1; word < 5; ++word)
        QVERIFY(view->wordRect(word).right() <= view->wordRect(word - 1).left());
    QVERIFY(view->wordRect(0).right() > view->viewport()->width() - 40);
    const auto other = shown(textPicture({"the", "film", "!"}, {0.1F, 0.2F, 0.7F}));
    QVERIFY(other->wordRect(0).left() < 40);
    QVERIFY(other->wordRect(0).right() <= other->wordRect(1).left());
}

void TextAttentionViewTest::coloursFollowTheWeights()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.1F, 0.6F, 0.3F}));
    view->setStretched(false);
    for (const ColourMap map : allColourMaps) {
        view->setColourMap(map);
        QCOMPARE(colourIn(*view, 0), QColor(colourOf(map, 0.1F)));
        QCOMPARE(colourIn(*view, 1), QColor(colourOf(map, 0.6F)));
    }
}

void TextAttentionViewTest::stretchedColoursReachTheHeaviestWord()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.15F, 0.3F, 0.15F}));
    QCOMPARE(view->scale().high, static_cast<double>(0.3F));
    QCOMPARE(colourIn(*view, 1), QColor(colourOf(view->colourMap(), 1)));
    QCOMPARE(colourIn(*view, 0), QColor(colourOf(view->colourMap(), 0.5)));
    QSignalSpy scales(view.get(), &TextAttentionView::scaleChanged);
    view->setStretched(false);
    QCOMPARE(scales.size(), 1);
    QCOMPARE(view->scale(), ValueScale());
}

void TextAttentionViewTest::hoveringTellsTheWord()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.1F, 0.6F, 0.3F}));
    QSignalSpy hovered(view.get(), &TextAttentionView::wordHovered);
    QTest::mouseMove(view->viewport(), view->wordRect(2).center());
    QTRY_COMPARE(view->activeWord(), 2);
    QCOMPARE(hovered.last().first().toInt(), 2);
    QVERIFY(view->readout().contains("film"));
    QVERIFY(view->readout().contains("0.30"));
    QVERIFY(view->readout().contains("rank 2 of 3"));
    QCOMPARE(view->accessibleDescription(), view->readout());
    QTest::mouseMove(view->viewport(), QPoint(view->viewport()->width() - 2, view->viewport()->height() - 2));
    QTRY_COMPARE(view->activeWord(), -1);
    QCOMPARE(hovered.last().first().toInt(), -1);
    QVERIFY(view->accessibleDescription().contains("a great film"));
}

void TextAttentionViewTest::keysWalkAsSeen()
{
    const auto view = shown(textPicture({"كان", "الفيلم", "رائعا"}, {0.2F, 0.2F, 0.6F}));
    view->setFocus();
    QTest::keyClick(view.get(), Qt::Key_Left);
    QCOMPARE(view->activeWord(), 0); // the first key shows where the cursor is
    QTest::keyClick(view.get(), Qt::Key_Left);
    QCOMPARE(view->activeWord(), 1);
    QTest::keyClick(view.get(), Qt::Key_Right);
    QCOMPARE(view->activeWord(), 0);
    QTest::keyClick(view.get(), Qt::Key_End);
    QCOMPARE(view->activeWord(), 2);
    QTest::keyClick(view.get(), Qt::Key_Home);
    QCOMPARE(view->activeWord(), 0);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    QCOMPARE(view->activeWord(), -1);
}

void TextAttentionViewTest::keysWalkOnInTheNextLine()
{
    const auto view = shown(textOfWords(40), {260, 300});
    const auto line = [&view](int word) { return view->wordRect(word).top(); };
    int lastOfFirst = 0;
    while (line(lastOfFirst + 1) == line(0))
        ++lastOfFirst;
    view->setCursorWord(lastOfFirst);
    QTest::keyClick(view.get(), Qt::Key_Right);
    QCOMPARE(view->activeWord(), lastOfFirst + 1);
    QTest::keyClick(view.get(), Qt::Key_Left);
    QCOMPARE(view->activeWord(), lastOfFirst);
    view->setCursorWord(0);
    QTest::keyClick(view.get(), Qt::Key_Down);
    QCOMPARE(view->activeWord(), lastOfFirst + 1);
    QTest::keyClick(view.get(), Qt::Key_Up);
    QCOMPARE(view->activeWord(), 0);
    QTest::keyClick(view.get(), Qt::Key_Up); // there is no line above
    QCOMPARE(view->activeWord(), 0);
}

void TextAttentionViewTest::focusIsShared()
{
    TokenFocus focus;
    const AttentionSnapshotPtr text = textPicture({"a", "great", "film"}, {0.1F, 0.6F, 0.3F});
    const auto first = shown(text), second = shown(text);
    const auto stranger = shown(textPicture({"another", "great", "film"}, {0.1F, 0.6F, 0.3F}));
    for (TextAttentionView* view : {first.get(), second.get(), stranger.get()})
        view->followFocus(&focus);
    const QImage before = second->viewport()->grab().toImage(), strange = stranger->viewport()->grab().toImage();
    first->setCursorWord(1);
    QCOMPARE(focus.place().source, 1);
    QVERIFY(second->viewport()->grab().toImage() != before); // lit up
    QCOMPARE(stranger->viewport()->grab().toImage(), strange);
    first->setCursorWord(-1);
    QCOMPARE(second->viewport()->grab().toImage(), before);
}

void TextAttentionViewTest::zoomMakesWordsLarger()
{
    const auto view = shown(textOfWords(5));
    const int before = view->wordRect(0).height();
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QVERIFY(view->wordRect(0).height() > before);
    QTest::keyClick(view.get(), Qt::Key_0);
    QCOMPARE(view->wordRect(0).height(), before);
    QTest::keyClick(view.get(), Qt::Key_Minus);
    QVERIFY(view->wordRect(0).height() < before);
    view->setZoom(100);
    QCOMPARE(view->zoom(), 4.0);
}

void TextAttentionViewTest::paddingStandsBehindTheText()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.1F, 0.2F, 0.1F}));
    QCOMPARE(view->paddingText(), QString());
    const QImage without = view->viewport()->grab().toImage();
    view->setPaddingShown(true);
    QCOMPARE(view->paddingText(), QString("padding 0.60"));
    QVERIFY(view->viewport()->grab().toImage() != without);
    view->setSnapshot(textPicture({"a", "great", "film"}, {0.3F, 0.5F, 0.2F}));
    QCOMPARE(view->paddingText(), QString()); // it took nothing
}

void TextAttentionViewTest::newWeightsKeepTheCursor()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.1F, 0.6F, 0.3F}));
    view->setCursorWord(1);
    view->setSnapshot(textPicture({"a", "great", "film"}, {0.1F, 0.2F, 0.7F}, "negative"));
    QCOMPARE(view->activeWord(), 1);
    QVERIFY(view->readout().contains("0.20"));
    view->setSnapshot(textPicture({"another", "text"}, {0.5F, 0.5F}));
    QCOMPARE(view->activeWord(), -1);
}

void TextAttentionViewTest::longTextsScroll()
{
    const auto view = shown(textOfWords(400), {300, 150});
    QVERIFY(view->verticalScrollBar()->maximum() > 0);
    view->setCursorWord(399);
    QVERIFY(view->viewport()->rect().contains(view->wordRect(399).center()));
    QCOMPARE(view->wordAt(view->wordRect(399).center()), 399);
    view->setSnapshot(textOfWords(3)); // another text is read from its beginning
    QCOMPARE(view->verticalScrollBar()->value(), 0);
}

void TextAttentionViewTest::matricesAreNotTexts()
{
    auto matrix = textPicture({"a", "b"}, {0.5F, 0.5F});
    matrix->targetTokens = {"c", "d"};
    matrix->weights = {0.5F, 0.5F, 0.5F, 0.5F};
    const auto view = shown(matrix);
    QVERIFY(!view->snapshot());
    view->setEmptyText("nothing here");
    QCOMPARE(view->accessibleDescription(), QString("nothing here"));
    QTest::keyClick(view.get(), Qt::Key_Right); // nothing to walk in
    QCOMPARE(view->activeWord(), -1);
}

void TextAttentionViewTest::knownWordsHaveALineBelow()
{
    const auto view = shown(textPicture({"a", "great", "film"}, {0.1F, 0.6F, 0.3F}));
    const auto below = [&view](int word) {
        const QRect box = view->wordRect(word);
        return view->viewport()->grab().toImage().pixelColor(box.center().x(), box.bottom() + 3);
    };
    const QColor paper = below(1);
    view->setGold(GoldAlignment{{{1, 0}}, {}});
    QVERIFY(below(1) != paper);
    QCOMPARE(below(0), paper);
    view->setGold(GoldAlignment{{{77, 0}}, {}}); // of another text
    QCOMPARE(below(1), paper);
    view->setGold(std::nullopt);
    QCOMPARE(below(1), paper);
}

void TextAttentionViewTest::legendTellsTheEvenShare()
{
    TextLegend legend;
    legend.setScale({0, 0.31, false}, ColourMap::Viridis);
    legend.setWords(25);
    QCOMPARE(legend.words(), QString("Attention from 0 to 0.31; 0.040 for each word if all were alike"));
    QCOMPARE(legend.accessibleDescription(), legend.words());
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::TextAttentionViewTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "text_attention_view_test.moc"
