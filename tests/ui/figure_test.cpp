// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "tests/support/shared_data.h"
#include "tests/ui/sample_snapshot.h"
#include "ui/figure/attention_figure.h"
#include "ui/figure/axis_labels.h"
#include "ui/figure/figure_font.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace alignoscope;
using namespace alignoscope::ui;
using alignoscope::testing::diagonal;
using alignoscope::testing::square;

class FigureTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<AttentionSnapshot> manyScripts()
    {
        return diagonal({"我", "القاهرة", "שלום", "Привет", "नमस्ते", "</s>"}, {"zone", "économique", "ß", "</s>"});
    }

    static QSizeF sizeMm(const AttentionSnapshot& snapshot)
    {
        return attentionDrawing(snapshot, {}).size / Drawing::unitsPerMm;
    }

private slots:
    void mapsRunFromTheirFirstColourToTheirLast()
    {
        QCOMPARE(colourOf(ColourMap::Viridis, 0), qRgb(0x44, 0x01, 0x54));
        QCOMPARE(colourOf(ColourMap::Viridis, 1), qRgb(0xfd, 0xe7, 0x25));
        QCOMPARE(colourOf(ColourMap::Cividis, 1), qRgb(0xfe, 0xe8, 0x38));
        QCOMPARE(colourOf(ColourMap::Greys, 0), qRgb(255, 255, 255));
        QCOMPARE(colourOf(ColourMap::Greys, 1), qRgb(0, 0, 0));
        QCOMPARE(colourOf(ColourMap::Viridis, -3), colourOf(ColourMap::Viridis, 0));
        QCOMPARE(colourOf(ColourMap::Viridis, 7), colourOf(ColourMap::Viridis, 1));
        QCOMPARE(colourOf(ColourMap::Viridis, std::nan("")), colourOf(ColourMap::Viridis, 0));
        for (const ColourMap map : allColourMaps)
            QCOMPARE(colourMapNamed(displayName(map)), std::optional(map));
        QVERIFY(!colourMapNamed(u"jet"));
    }

    void pdfHoldsNoPictureAndEmbedsItsFonts()
    {
        const QByteArray pdf = figureBytes(FigureFormat::Pdf, *manyScripts(), {});
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(!pdf.contains("/Subtype /Image") && !pdf.contains("/Subtype/Image"));
        const auto fonts = pdf.count("/Type /FontDescriptor");
        QVERIFY(fonts > 0);
        QCOMPARE(pdf.count("/FontFile"), fonts);
        QVERIFY(pdf.size() < 400000);
    }

    void pdffontsAgrees()
    {
        const QString program = QStandardPaths::findExecutable("pdffonts");
        if (program.isEmpty())
            QSKIP("pdffonts is not installed");
        const testing::TemporaryFolder folder;
        const QString path = QString::fromStdString((folder.path() / "figure.pdf").string());
        writeFigure(path, *manyScripts(), {});
        QProcess process;
        process.start(program, {path});
        QVERIFY(process.waitForFinished());
        const QStringList lines =
            QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines)
            QVERIFY2(line.contains(QRegularExpression("Identity-H\\s+yes")), qPrintable(line));
    }

    void svgHasARectangleForEveryCellAndNoPicture()
    {
        const auto snapshot = manyScripts();
        const QByteArray svg = figureBytes(FigureFormat::Svg, *snapshot, {});
        QXmlStreamReader reader(svg);
        int rectangles = 0, pictures = 0, texts = 0;
        QStringList names;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            rectangles += reader.name() == u"rect";
            pictures += reader.name() == u"image";
            texts += reader.name() == u"text";
            names << reader.attributes().value("aria-label").toString();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(rectangles, snapshot->sources() * snapshot->targets());
        QCOMPARE(pictures, 0);
        QCOMPARE(texts, 0); // outlines: legible without the fonts
        QVERIFY(names.contains("القاهرة") && names.contains("我") && names.contains("économique"));
    }

    void svgLooksLikePng()
    {
        FigureOptions options;
        options.dpi = 100;
        const QImage png = figureImage(*square(8), options);
        QSvgRenderer renderer(figureBytes(FigureFormat::Svg, *square(8), options));
        QVERIFY(renderer.isValid());
        QImage svg(png.size(), QImage::Format_RGB32);
        svg.fill(Qt::white);
        QPainter painter(&svg);
        renderer.render(&painter);
        painter.end();
        int different = 0;
        for (int y = 0; y < png.height(); ++y)
            for (int x = 0; x < png.width(); ++x)
                different += std::abs(qGreen(png.pixel(x, y)) - qGreen(svg.pixel(x, y))) > 60;
        QVERIFY2(different < png.width() * png.height() / 50, qPrintable(QString::number(different)));
    }

    void hostileTokensStayInsideXml()
    {
        const auto snapshot = diagonal({"<b>&\"'", std::string("\x01\x1b", 2), "</s>"}, {"]]>", "</s>"});
        QXmlStreamReader reader(figureBytes(FigureFormat::Svg, *snapshot, {}));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void pngHasTheSizeAsked()
    {
        FigureOptions options;
        options.widthMm = 80;
        options.heightMm = 60;
        options.dpi = 254;
        const QImage image = QImage::fromData(figureBytes(FigureFormat::Png, *square(5), options), "PNG");
        QCOMPARE(image.size(), QSize(800, 600));
        QCOMPARE(image.dotsPerMeterX(), 10000);
        QCOMPARE(image.pixel(0, 0), qRgb(255, 255, 255));
    }

    void noSeamsShowBetweenCells_data()
    {
        QTest::addColumn<int>("dpi");
        for (const int dpi : {37, 72, 96, 131, 300})
            QTest::addRow("%d", dpi) << dpi;
    }
    void noSeamsShowBetweenCells()
    {
        QFETCH(int, dpi);
        auto snapshot = square(13);
        std::fill(snapshot->weights.begin(), snapshot->weights.end(), 0.0F);
        FigureOptions options;
        options.dpi = dpi;
        options.colourBar = false;
        const QImage image = figureImage(*snapshot, options);
        const QRgb dark = colourOf(ColourMap::Viridis, 0);
        const int row = image.height() * 3 / 4;
        int first = 0, last = image.width() - 1;
        while (first < image.width() && image.pixel(first, row) != dark)
            ++first;
        while (last > first && image.pixel(last, row) != dark)
            --last;
        QVERIFY(last - first > image.width() / 2);
        for (int x = first; x <= last; ++x)
            QCOMPARE(image.pixel(x, row), dark);
    }

    void takesTheHeightFromTheCells()
    {
        const double wide = sizeMm(*diagonal({"a", "b", "c", "d", "</s>"}, {"x", "</s>"})).height();
        const double tall = sizeMm(*square(20)).height();
        QVERIFY(wide > 10 && wide < tall);
        QCOMPARE(sizeMm(*square(20)).width(), 120.0);
    }

    void labelsTurnShrinkAndThinOut()
    {
        const LabelMetrics metrics(figureFont({}, *square(3)));
        const std::vector<TokenLabel> tokens(30, {"agreement", TokenKind::Word});
        const LabelLimits limits{100, 60, 1000, 20};
        const ReadingOrder order(tokens);
        QCOMPARE(layOutAcross(tokens, order, metrics, 900, limits).turn, LabelTurn::Level);
        QCOMPARE(layOutAcross(tokens, order, metrics, 250, limits).turn, LabelTurn::Slanted);
        QCOMPARE(layOutAcross(tokens, order, metrics, 130, limits).turn, LabelTurn::Upright);
        const AxisLabels smaller = layOutAcross(tokens, order, metrics, 100, limits);
        QVERIFY(smaller.size < 100 && smaller.stride == 1);
        const AxisLabels thinner = layOutAcross(tokens, order, metrics, 30, limits);
        QCOMPARE(thinner.size, 60.0);
        QVERIFY(thinner.stride > 1);
        QVERIFY(thinner.isShown(29) && !thinner.isShown(28)); // the end of the sentence is always labelled
        QVERIFY(layOutDown(tokens, metrics, 200, {100, 60, 250, 20}).labels.front().text.endsWith(u'…'));
    }

    void namesTheEndOfASentence()
    {
        const auto labels = sourceLabels(*diagonal({"</s>", "a", "</s>"}, {"x", "</s>"}));
        QVERIFY(labels[0].kind == TokenKind::Word); // only the last token is one
        QVERIFY(labels[2].kind == TokenKind::End);
        QVERIFY(labels[2].text != "</s>");
    }

    void refusesWhatCannotBe()
    {
        const testing::TemporaryFolder folder;
        const auto path = [&](const char* name) { return QString::fromStdString((folder.path() / name).string()); };
        FigureOptions options;
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("a.bmp"), *square(3), options), Error);
        options.widthMm = 0;
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("a.pdf"), *square(3), options), Error);
        options.widthMm = 2000;
        options.heightMm = 2000;
        options.dpi = 2400;
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("a.png"), *square(3), options), Error);
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("a.pdf"), AttentionSnapshot{}, {}), Error);
        QVERIFY_EXCEPTION_THROWN(writeFigure(path("none/a.pdf"), *square(3), {}), Error);
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }
};

QTEST_MAIN(FigureTest)
#include "figure_test.moc"
