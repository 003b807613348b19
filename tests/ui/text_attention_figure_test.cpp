// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_text.h"
#include "ui/application.h"
#include "ui/bridge/classification_job.h"
#include "ui/figure/figure_file.h"
#include "ui/figure/text_attention_figure.h"

#include "alignoscope/error.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace alignoscope::testing {

using namespace ui;

class TextAttentionFigureTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWordsAndDecision();
    void numbersStandBelowTheWords();
    void paddingIsDrawnWhereItTookSomething();
    void aWishedHeightIsKept();
    void filesOfEveryKind();
    void csvHasALineAWord();
    void jsonHasTheProbabilities();
    void nothingIsNoFigure();
    void ranksAndShares();
    void answersBecomePictures();

private:
    static TextPicture picture()
    {
        TextPicture made;
        auto attention = textPicture({"a", "great", "film", "\"x,\""}, {0.1F, 0.5F, 0.2F, 0}, "positive", 0.9);
        attention->sourceUnknown[2] = true;
        made.attention = attention;
        made.trueLabel = "negative";
        made.confidence = 0.9;
        made.labels = {{"positive", 0.9}, {"negative", 0.1}};
        made.paddingShown = true;
        return made;
    }
    static QStringList texts(const Drawing& drawing)
    {
        QStringList all;
        for (const Drawing::Text& text : drawing.texts)
            all << text.text;
        return all;
    }
    static bool inside(const Drawing& drawing)
    {
        const QRectF page(QPointF(0, 0), drawing.size);
        return std::ranges::all_of(drawing.paths,
                                   [&](const Drawing::Path& path) { return page.contains(path.path.boundingRect()); });
    }
};

void TextAttentionFigureTest::tellsWordsAndDecision()
{
    const Drawing drawing = textAttentionDrawing(picture(), {});
    const QStringList all = texts(drawing);
    for (const char* word : {"a", "great", "film"})
        QVERIFY(all.contains(word));
    QVERIFY(QString(all.join(u'|'))
                .remove(QChar(0x2068))
                .remove(QChar(0x2069))
                .contains("model: positive 0.90 · label: negative"));
    QVERIFY(all.contains("0.50")); // the bar's upper end: the heaviest word's weight
    QVERIFY(std::ranges::any_of(drawing.paths, [](const Drawing::Path& path) { return path.name == "great 0.50"; }));
    QVERIFY(drawing.description.contains("A text of 4 words"));
    QVERIFY(inside(drawing));
    // the heaviest word has the strongest colour
    const auto great = std::ranges::find(drawing.paths, QString("great 0.50"), &Drawing::Path::name);
    QCOMPARE(*great->fill, colourOf(ColourMap::Viridis, 1));
}

void TextAttentionFigureTest::numbersStandBelowTheWords()
{
    FigureOptions options;
    options.colourBar = false;
    QVERIFY(!texts(textAttentionDrawing(picture(), options)).contains("0.20"));
    const double without = textAttentionDrawing(picture(), options).size.height();
    options.values = true;
    const Drawing drawing = textAttentionDrawing(picture(), options);
    QVERIFY(texts(drawing).contains("0.20"));
    QVERIFY(drawing.size.height() > without);
    QVERIFY(inside(drawing));
}

void TextAttentionFigureTest::paddingIsDrawnWhereItTookSomething()
{
    TextPicture shown = picture(); // the words have 0.8
    QVERIFY(texts(textAttentionDrawing(shown, {})).contains("padding 0.20"));
    shown.paddingShown = false;
    QVERIFY(!texts(textAttentionDrawing(shown, {})).contains("padding 0.20"));
}

void TextAttentionFigureTest::aWishedHeightIsKept()
{
    TextPicture shown = picture();
    shown.attention = textOfWords(200);
    FigureOptions options;
    const double free = textAttentionDrawing(shown, options).size.height() / Drawing::unitsPerMm;
    options.heightMm = free * 0.6;
    const Drawing small = textAttentionDrawing(shown, options);
    QVERIFY(std::abs(small.size.height() / Drawing::unitsPerMm - options.heightMm) < 0.01);
    QVERIFY(inside(small)); // in smaller type
}

void TextAttentionFigureTest::filesOfEveryKind()
{
    const Drawing drawing = textAttentionDrawing(picture(), {});
    QVERIFY(drawingBytes(FigureFormat::Pdf, drawing, 300).startsWith("%PDF"));
    const QByteArray svg = drawingBytes(FigureFormat::Svg, drawing, 300);
    QVERIFY(svg.contains("<svg") && svg.contains("great 0.50"));
    QVERIFY(drawingBytes(FigureFormat::Png, drawing, 100).startsWith("\x89PNG"));
}

void TextAttentionFigureTest::csvHasALineAWord()
{
    QCOMPARE(QString::fromStdString(textAttentionToCsv(picture())),
             QString("position,word,unknown,weight\r\n1,a,0,0.1\r\n2,great,0,0.5\r\n3,film,1,0.2\r\n"
                     "4,\"\"\"x,\"\"\",0,0\r\n,,,0.2\r\n"));
}

void TextAttentionFigureTest::jsonHasTheProbabilities()
{
    const QJsonObject all = QJsonDocument::fromJson(QByteArray::fromStdString(textAttentionToJson(picture()))).object();
    QCOMPARE(all["predicted"].toString(), QString("positive"));
    QCOMPARE(all["label"].toString(), QString("negative"));
    QCOMPARE(all["confidence"].toDouble(), 0.9);
    QCOMPARE(all["words"].toArray()[1].toObject()["word"].toString(), QString("great"));
    QVERIFY(std::abs(all["padding"].toDouble() - 0.2) < 1e-6);
    QCOMPARE(all["probabilities"].toArray()[1].toObject()["probability"].toDouble(), 0.1);
    QCOMPARE(all["step"].toInt(), 1200);
}

void TextAttentionFigureTest::nothingIsNoFigure()
{
    QVERIFY_EXCEPTION_THROWN(textAttentionDrawing({}, {}), Error);
    FigureOptions options;
    options.widthMm = 1;
    QVERIFY_EXCEPTION_THROWN(textAttentionDrawing(picture(), options), Error);
}

void TextAttentionFigureTest::ranksAndShares()
{
    const auto even = textPicture({"a", "b"}, {0.5F, 0.5F});
    QCOMPARE(paddingShare(*even), 0.0);
    QCOMPARE(rankOf(*even, 1), 1); // shared
    const TextPicture shown = picture();
    QCOMPARE(rankOf(*shown.attention, 1), 1);
    QCOMPARE(rankOf(*shown.attention, 3), 4);
    QCOMPARE(weightText(0.031234), QString("0.031"));
    QCOMPARE(weightText(0.5), QString("0.50"));
    QCOMPARE(weightText(0.00123), QString("0.0012"));
    QCOMPARE(weightText(0), QString("0"));
    QCOMPARE(textScale(*textPicture({"a"}, {0}), true), ValueScale()); // nothing to stretch
}

void TextAttentionFigureTest::answersBecomePictures()
{
    TextAnswer answer;
    answer.labels = {"bad", "good"};
    answer.result.tokens = {"so", "dull"};
    answer.result.unknown = {false, true};
    answer.result.attention = {0.25F, 0.75F};
    answer.result.probabilities = {0.8, 0.2};
    answer.result.label = 0;
    answer.step = 7;
    const AttentionSnapshotPtr made = pictureOf(answer);
    QCOMPARE(made->targetTokens, std::vector<std::string>{"bad"});
    QVERIFY(std::abs(std::exp(-made->loss) - 0.8) < 1e-12);
    QCOMPARE(made->step, 7);
    QVERIFY(isTextPicture(*made));
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::TextAttentionFigureTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "text_attention_figure_test.moc"
