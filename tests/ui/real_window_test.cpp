// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program in a real window: an X server of its own, the xcb platform, training, and the picture README shows.
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

class RealWindowTest : public QObject {
    Q_OBJECT
private slots:
    void takesReadmesPicture_data();
    void takesReadmesPicture();
};

static QSet<QRgb> coloursOf(const QImage& picture)
{
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2)
            colours.insert(picture.pixel(x, y));
    }
    return colours;
}

void RealWindowTest::takesReadmesPicture_data()
{
    QTest::addColumn<QString>("look");
    QTest::addColumn<bool>("bright");
    QTest::newRow("light") << "--light" << true;
    QTest::newRow("dark") << "--dark" << false;
}

void RealWindowTest::takesReadmesPicture()
{
    QFETCH(QString, look);
    QFETCH(bool, bright);
    if (QStandardPaths::findExecutable("xvfb-run").isEmpty())
        QSKIP("xvfb-run is not installed");
    const QTemporaryDir folder;
    const QString out = folder.filePath("window.png");
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.insert("XDG_RUNTIME_DIR", folder.path());
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start("xvfb-run",
                  {"-a", "-s", "-screen 0 1440x1000x24", ALIGNOSCOPE_README_PICTURE, out, look, "--corpus",
                   "builtin:reverse", "--steps", "40", "--size", "1200x760"});
    QVERIFY2(program.waitForFinished(240'000), qPrintable(program.readAll()));
    QVERIFY2(program.exitCode() == 0, qPrintable(program.readAll()));

    const QImage picture(out);
    QCOMPARE(picture.size(), QSize(1200, 760));
    const QSet<QRgb> colours = coloursOf(picture);
    QVERIFY2(colours.size() > 100, "a heatmap and its colour bar have many colours");
    QCOMPARE(qGray(picture.pixel(5, 400)) > 128, bright);
}

QTEST_GUILESS_MAIN(RealWindowTest)
#include "real_window_test.moc"
