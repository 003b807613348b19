// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manual_dialog.h"

#include "alignoscope/attention_kinds.h"

#include <QDir>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace alignoscope;

class ManualDialogTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Q_INIT_RESOURCE(resources);
        Q_INIT_RESOURCE(attention_pages);
    }
    void everyPageHasText_data();
    void everyPageHasText();
    void everyKindOfAttentionHasItsPage_data();
    void everyKindOfAttentionHasItsPage();
    void linksLeadSomewhere();
    void picturesAreThereLightAndDark();
    void picturesFillTheWidth();
    void goesBack();
};

void ManualDialogTest::everyPageHasText_data()
{
    QTest::addColumn<QString>("page");
    const QStringList pages = QDir(":/manual").entryList({"*.md"});
    QVERIFY2(pages.contains("index.md"), "the manual is not among the resources");
    for (const QString& page : pages)
        QTest::newRow(qPrintable(page)) << page.chopped(3);
}

void ManualDialogTest::everyPageHasText()
{
    QFETCH(QString, page);
    ui::ManualDialog dialog(page);
    auto* browser = dialog.findChild<QTextBrowser*>("manualPage");
    QVERIFY(browser->toPlainText().size() > 300);
    QVERIFY2(!browser->toPlainText().startsWith('#'), "the page is shown as Markdown, not as its source");
}

void ManualDialogTest::everyKindOfAttentionHasItsPage_data()
{
    QTest::addColumn<QString>("kind");
    for (const AttentionKind& kind : attentionKinds())
        QTest::newRow(kind.name.c_str()) << QString::fromStdString(kind.name);
}

void ManualDialogTest::everyKindOfAttentionHasItsPage()
{
    QFETCH(QString, kind);
    ui::ManualDialog dialog("attention/" + kind);
    auto* browser = dialog.findChild<QTextBrowser*>("manualPage");
    QVERIFY2(browser->toPlainText().size() > 500, "the page is missing, or says nothing");
    browser->setSource(QUrl("qrc:/manual/attention-kinds.md"));
    QVERIFY2(browser->toHtml().contains("attention/" + kind + ".md"), "the overview does not lead there");
}

void ManualDialogTest::linksLeadSomewhere()
{
    const QRegularExpression link(R"(\]\(([a-z./-]+\.md)\))");
    QStringList pages = QDir(":/manual").entryList({"*.md"});
    for (const QString& page : QDir(":/manual/attention").entryList({"*.md"}))
        pages << "attention/" + page;
    for (const QString& page : pages) {
        QFile file(":/manual/" + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto found = link.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QString target = found.next().captured(1);
            const QString path = QDir::cleanPath(QFileInfo(file).path() + '/' + target);
            QVERIFY2(QFile::exists(path), qPrintable(page + " links to " + target));
        }
    }
}

void ManualDialogTest::picturesAreThereLightAndDark()
{
    const QRegularExpression picture(R"(\]\((pictures/[a-z-]+\.png)\))");
    int pictures = 0;
    for (const QString& page : QDir(":/manual").entryList({"*.md"})) {
        QFile file(":/manual/" + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto found = picture.globalMatch(QString::fromUtf8(file.readAll()));
        for (; found.hasNext(); ++pictures) {
            const QString path = ":/manual/" + found.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(page + " shows " + path));
            QVERIFY2(QFile::exists(QString(path).replace("-light", "-dark")), qPrintable(path + " in the dark"));
        }
    }
    QVERIFY2(pictures >= 8, "every view has its picture");
}

void ManualDialogTest::picturesFillTheWidth()
{
    ui::ManualDialog dialog("links");
    dialog.show();
    auto* browser = dialog.findChild<QTextBrowser*>("manualPage");
    const auto width = [browser] {
        const QVariant picture =
            browser->document()->resource(QTextDocument::ImageResource, QUrl("pictures/links-light.png"));
        return qRound(picture.value<QImage>().deviceIndependentSize().width());
    };
    const auto fills = [&] { return width() > 0 && std::abs(browser->viewport()->width() - 24 - width()) <= 1; };
    QTRY_VERIFY(fills());
    dialog.resize(600, 500);
    QTRY_VERIFY(fills());
    QVERIFY(browser->horizontalScrollBar()->maximum() == 0);
}

void ManualDialogTest::goesBack()
{
    ui::ManualDialog dialog("index");
    auto* browser = dialog.findChild<QTextBrowser*>("manualPage");
    auto* back = dialog.findChild<QPushButton*>("manualBack");
    QVERIFY(!back->isEnabled());
    const QString first = browser->toPlainText();
    browser->setSource(QUrl("qrc:/manual/model.md"));
    QVERIFY(browser->toPlainText() != first);
    QVERIFY(back->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(browser->toPlainText(), first);
}

QTEST_MAIN(ManualDialogTest)
#include "manual_dialog_test.moc"
