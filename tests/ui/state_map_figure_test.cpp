// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/state_map_figure.h"

#include "alignoscope/error.h"

#include <QGuiApplication>
#include <QtTest>

#include <cmath>

namespace alignoscope::testing {

using namespace ui;

/// Maps whose points are known.
class StateMapFigureTest : public QObject {
    Q_OBJECT

private slots:
    void bothDirectionsHaveOneScale();
    void axesSayWhatTheyHold();
    void wordsDoNotOverlapAndAClusterIsNamedOnce();
    void theSentenceIsJoinedInReadingOrder();
    void aFigureShowsThePartThatIsSeen();
    void impossibleSizesAreRefused();

private:
    /// A sentence for each word, at that place.
    static StateMapScene sceneOf(const std::vector<std::pair<std::string, StateMap::Point>>& words)
    {
        auto map = std::make_shared<StateMap>();
        map->variance = {0.392, 0.0713};
        for (const auto& [word, point] : words) {
            map->tokens.push_back({static_cast<std::int32_t>(map->sentences.size()), 0});
            map->sentences.push_back({{word}, {false}});
            map->points.push_back(point);
        }
        return StateMapScene(map);
    }
    static QRectF outline(const Drawing::Text& text)
    {
        const LabelMetrics metrics(text.font);
        const double size = text.font.pixelSize();
        return {text.origin.x(), text.origin.y() - metrics.capHeight(size), metrics.width(text.text, size),
                metrics.capHeight(size)};
    }
};

void StateMapFigureTest::bothDirectionsHaveOneScale()
{
    const StateMapScene scene = sceneOf({{"a", {-4, 1}}, {"b", {4, 1}}, {"c", {0, -3}}});
    const StateMapFrame frame = StateMapFrame::around(scene, {100, 50, 400, 300});
    // 8 wide and 4 high in 400 × 300: the width decides, nine tenths of it are used
    QCOMPARE(frame.scale, 0.9 * 400 / 8);
    QCOMPARE(frame.at({0, -1}), QPointF(300, 200));           // the middle of what is there
    QCOMPARE(frame.at({4, 1}), QPointF(300 + 180, 200 - 90)); // upwards is up
    const StateMapFrame half = frame.in({0, 0, 200, 150});
    QCOMPARE(half.at({4, 1}), QPointF(100 + 90, 75 - 45));
    QCOMPARE(frame.zoomed(2, {300, 200}).at({4, 1}), QPointF(300 + 360, 200 - 180));
}

void StateMapFigureTest::axesSayWhatTheyHold()
{
    const StateMapScene scene = sceneOf({{"a", {0, 0}}});
    QCOMPARE(axisCaption(*scene.map, 0), "first direction: 39 % of the variance →");
    QCOMPARE(shortAxisCaption(*scene.map, 1), "7.1 % of the variance →");
}

void StateMapFigureTest::wordsDoNotOverlapAndAClusterIsNamedOnce()
{
    std::vector<std::pair<std::string, StateMap::Point>> words;
    for (int i = 0; i < 400; ++i) // a cluster of one word, and others all over the place
        words.push_back({i % 2 ? "cluster" : "word" + std::to_string(i),
                         {i % 2 ? 5 + 0.01 * std::cos(i) : 6 * std::sin(i),
                          i % 2 ? 5 + 0.01 * std::sin(i) : 6 * std::cos(1.7 * i)}});
    const Drawing drawing =
        stateMapDrawing(sceneOf(words), StateMapFrame::around(sceneOf(words), {0, 0, 400, 300}), {});
    std::vector<QRectF> outlines;
    int clusters = 0, named = 0;
    for (const Drawing::Text& text : drawing.texts) {
        if (text.text.contains("variance"))
            continue;
        clusters += text.text == "cluster" ? 1 : 0;
        ++named;
        for (const QRectF& other : outlines)
            QVERIFY2(!other.intersects(outline(text)), qPrintable(text.text));
        outlines.push_back(outline(text));
    }
    QCOMPARE(clusters, 1);
    QVERIFY2(named > 20 && named < 201, qPrintable(QString::number(named)));
}

void StateMapFigureTest::theSentenceIsJoinedInReadingOrder()
{
    StateMapScene scene = sceneOf({{"far", {-9, -9}}, {"away", {9, 9}}});
    auto states = std::make_shared<SentenceStates>();
    states->source = {"one", "two", "</s>"};
    scene.setSentence(states, {{{3, 0}, {}}, {{-3, 2}, {}}, {{0, -4}, {}}});
    const StateMapFrame frame = StateMapFrame::around(scene, {0, 0, 1000, 1000});
    Drawing drawing;
    addSentence(drawing, scene, frame, {}, LabelMetrics(scene.font({})), 20);
    const QPainterPath& way = drawing.paths.front().path;
    QCOMPARE(way.elementCount(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(QPointF(way.elementAt(i)), frame.at(scene.placed[static_cast<std::size_t>(i)].point));
    QStringList words;
    for (const Drawing::Text& text : drawing.texts)
        words << text.text;
    QCOMPARE(words, QStringList({"one", "two", "‹end›"}));
}

void StateMapFigureTest::aFigureShowsThePartThatIsSeen()
{
    const StateMapScene scene = sceneOf({{"left", {-5, 0}}, {"right", {5, 0}}, {"up", {0, 1}}});
    const StateMapFrame whole = StateMapFrame::around(scene, {0, 0, 400, 300});
    const auto words = [](const Drawing& drawing) {
        QSet<QString> found;
        for (const Drawing::Text& text : drawing.texts)
            found << text.text;
        return found;
    };
    QVERIFY(words(stateMapDrawing(scene, whole, {})).contains("left"));
    const Drawing part = stateMapDrawing(scene, whole.zoomed(3, whole.at({5, 0})), {});
    QVERIFY(words(part).contains("right") && !words(part).contains("left"));
    const Drawing two = sideBySide(part, part);
    QCOMPARE(two.size.width(), 2 * part.size.width());
    QCOMPARE(two.paths.size(), 2 * part.paths.size());
    QCOMPARE(two.texts.back().origin.x(), part.texts.back().origin.x() + part.size.width());
}

void StateMapFigureTest::impossibleSizesAreRefused()
{
    const StateMapScene scene = sceneOf({{"a", {0, 0}}});
    FigureOptions options;
    options.widthMm = 1;
    QVERIFY_EXCEPTION_THROWN(stateMapDrawing(scene, StateMapFrame::around(scene, {0, 0, 9, 9}), options), Error);
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    alignoscope::testing::StateMapFigureTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "state_map_figure_test.moc"
