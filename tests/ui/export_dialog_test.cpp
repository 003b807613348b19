// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"
#include "tests/ui/sample_snapshot.h"
#include "ui/dialogs/export_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace alignoscope;
using namespace alignoscope::ui;

class ExportDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<testing::TemporaryFolder> m_folder;
    std::unique_ptr<ExportDialog> m_dialog;

    QString path(const char* name) const { return QString::fromStdString((m_folder->path() / name).string()); }
    void answer(const QString& file) const
    {
        m_dialog->setAskForFile([file](QWidget*, const QString&, const QString&) { return file; });
    }
    void pressSave() const { QTest::mouseClick(m_dialog->findChild<QPushButton*>("exportSave"), Qt::LeftButton); }
    QLabel* message() const { return m_dialog->findChild<QLabel*>("exportMessage"); }
    static QByteArray read(const QString& file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<testing::TemporaryFolder>();
        m_dialog = std::make_unique<ExportDialog>(exportOf(testing::square(6)), ColourMap::Cividis);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_folder.reset();
    }

    void savesEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("pdf") << QString("pdf") << "a.pdf" << QByteArray("%PDF");
        QTest::newRow("svg") << QString("svg") << "a.svg" << QByteArray("<?xml");
        QTest::newRow("png") << QString("png") << "a.png" << QByteArray("\x89PNG");
        QTest::newRow("csv") << QString("csv") << "a.csv" << QByteArray(",word0");
        QTest::newRow("json") << QString("json") << "a.json" << QByteArray("[");
        QTest::newRow("npy") << QString("npy") << "a.npy" << QByteArray("\x93NUMPY");
        QTest::newRow("marian soft") << QString("soft") << "a.soft" << QByteArray("word0 ");
        QTest::newRow("marian hard") << QString("hard") << "a.hard" << QByteArray("word0 ");
        QTest::newRow("nematus") << QString("nematus") << "a.nematus" << QByteArray("0 ||| word0 ");
        QTest::newRow("pharaoh") << QString("txt") << "a.txt" << QByteArray("0-0 1-1");
    }
    void savesEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        m_dialog->setFormat(format);
        answer(path("a")); // the ending is added
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        pressSave();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.at(0).at(0).toString(), path(qPrintable(name)));
        QVERIFY(read(path(qPrintable(name))).startsWith(start));
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void theTypedEndingDecides()
    {
        answer(path("b.svg"));
        pressSave();
        QVERIFY(read(path("b.svg")).contains("<svg"));
    }

    void theChoicesReachTheFigure()
    {
        m_dialog->setFormat("png");
        m_dialog->findChild<QDoubleSpinBox*>("exportWidth")->setValue(50.8);
        m_dialog->findChild<QDoubleSpinBox*>("exportHeight")->setValue(25.4);
        m_dialog->findChild<QSpinBox*>("exportDpi")->setValue(100);
        m_dialog->findChild<QCheckBox*>("exportColourBar")->setChecked(false);
        m_dialog->findChild<QLineEdit*>("exportTitle")->setText("A title");
        QCOMPARE(m_dialog->options().title, QString("A title"));
        QVERIFY(m_dialog->options().colourMap == ColourMap::Cividis);
        QVERIFY(!m_dialog->options().colourBar);
        answer(path("c.png"));
        pressSave();
        QCOMPARE(QImage(path("c.png")).size(), QSize(200, 100));
    }

    void thePreviewIsTheFigure()
    {
        auto* preview = m_dialog->findChild<QWidget*>("exportPreview");
        const QImage before = preview->grab().toImage();
        m_dialog->findChild<QCheckBox*>("exportValues")->setChecked(true);
        QVERIFY(preview->grab().toImage() != before);
        m_dialog->setFormat("txt");
        QVERIFY(m_dialog->findChild<QPlainTextEdit*>("exportTextPreview")->toPlainText().startsWith("0-0 1-1"));
        QVERIFY(!m_dialog->findChild<QDoubleSpinBox*>("exportWidth")->isEnabled());
    }

    void linksCanBeChosenByTheirWeight()
    {
        auto* least = m_dialog->findChild<QDoubleSpinBox*>("exportLeast");
        auto* preview = m_dialog->findChild<QPlainTextEdit*>("exportTextPreview");
        QVERIFY(!least->isEnabled()); // a figure has no links
        m_dialog->setFormat("txt");
        QVERIFY(least->isEnabled());
        QCOMPARE(preview->toPlainText().trimmed().split(' ').size(), 5);
        least->setValue(0.04); // every weight of the matrix is at least 0.05
        QCOMPARE(preview->toPlainText().trimmed().split(' ').size(), 25);
        least->setValue(0.8);
        QCOMPARE(preview->toPlainText().trimmed(), QString());
        m_dialog->setFormat("nematus");
        QVERIFY(!least->isEnabled());
        m_dialog->setFormat("npy");
        QVERIFY(preview->toPlainText().contains("6 × 6"));
    }

    void aFailedWriteIsToldAndNothingIsLost()
    {
        answer(path("missing/a.pdf"));
        m_dialog->findChild<QLineEdit*>("exportTitle")->setText("Kept");
        pressSave();
        QVERIFY(message()->isVisible());
        QVERIFY(message()->text().contains("missing"));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->options().title, QString("Kept"));
        answer({}); // the question is refused
        pressSave();
        QVERIFY(m_dialog->isVisible());
        answer(path("a.pdf"));
        pressSave();
        QVERIFY(QFile::exists(path("a.pdf")));
    }

    void copiesAnImage()
    {
        QTest::mouseClick(m_dialog->findChild<QPushButton*>("exportCopy"), Qt::LeftButton);
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        QVERIFY(message()->isVisible());
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
