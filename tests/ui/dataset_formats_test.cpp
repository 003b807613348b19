// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"
#include "ui/dialogs/dataset_dialog.h"
#include "ui/models/pairs_model.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace alignoscope::testing {

using namespace ui;

/// Files of every format through the real dialog: what can be chosen about them, and that choosing reads them again.
class DatasetFormatsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void languagesOfATranslationMemory();
    void fieldsOfJsonLines();
    void headingsOfACsv();
    void filesOfAnArchive();
    void aGuessedEncodingCanBeCorrected();
    void anotherFormatCanBeAskedFor();
    void aFailedChoiceGoesBack();
    void onlyWhatCanBeChosenIsShown();

private:
    template <typename Widget>
    Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(name);
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    bool usable() const { return find<QPushButton>("datasetUse")->isEnabled(); }
    QString previewed(int row, int column) const
    {
        const QAbstractItemModel* model = find<QTableView>("datasetPreview")->model();
        return model->index(row, column).data(PairsModel::TokensRole).toStringList().join(' ');
    }
    void open(const std::string& name, const std::string& bytes)
    {
        m_dialog->openFiles({QString::fromStdString(m_folder->write(name, bytes).string())});
        QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    }
    /// As a person picks an entry of the list.
    void choose(const char* name, const QString& entry)
    {
        auto* box = find<QComboBox>(name);
        QVERIFY2(box->isVisible(), name);
        const int index = box->findText(entry);
        QVERIFY2(index >= 0, qPrintable(entry));
        box->setFocus();
        while (box->currentIndex() != index)
            QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    }

    static constexpr int patience = 60'000;
    std::unique_ptr<DatasetDialog> m_dialog;
    std::unique_ptr<TemporaryFolder> m_folder;
};

namespace {

std::string unit(const std::string& en, const std::string& fr, const std::string& de)
{
    const auto one = [](const std::string& language, const std::string& text) {
        return "<tuv xml:lang=\"" + language + "\"><seg>" + text + "</seg></tuv>";
    };
    return "<tu>" + one("en-GB", en) + one("fr", fr) + one("de", de) + "</tu>\n";
}

/// A tar archive of plain files.
std::string tarOf(const std::vector<std::pair<std::string, std::string>>& files)
{
    std::string tar;
    for (const auto& [name, bytes] : files) {
        std::string header(512, '\0');
        header.replace(0, name.size(), name);
        header.replace(100, 7, "0000644");
        char size[13];
        std::snprintf(size, sizeof size, "%011zo", bytes.size());
        header.replace(124, 11, size);
        header.replace(136, 11, "00000000000");
        header.replace(148, 8, 8, ' ');
        header[156] = '0';
        header.replace(257, 8,
                       std::string("ustar\0"
                                   "00",
                                   8));
        unsigned sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        char digits[8];
        std::snprintf(digits, sizeof digits, "%06o", sum);
        header.replace(148, 7, std::string(digits, 7));
        tar += header + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
    }
    return tar + std::string(1024, '\0');
}

} // namespace

void DatasetFormatsTest::init()
{
    m_folder = std::make_unique<TemporaryFolder>();
    m_dialog = std::make_unique<DatasetDialog>();
    m_dialog->show();
}

void DatasetFormatsTest::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void DatasetFormatsTest::languagesOfATranslationMemory()
{
    open("memory.tmx",
         "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"en-GB\"/><body>" + unit("Yes.", "Oui.", "Ja.")
             + unit("No.", "Non.", "Nein.") + unit("Go!", "Va !", "Geh!") + "</body></tmx>");
    QVERIFY(text("datasetFormat").startsWith("Translation memory (TMX), UTF-8"));
    auto* target = find<QComboBox>("datasetTargetColumn");
    QVERIFY(target->isVisible());
    QCOMPARE(target->count(), 3);
    QCOMPARE(find<QComboBox>("datasetSourceColumn")->currentText(), "English (en-GB)");
    QCOMPARE(target->currentText(), "French (fr)");
    QCOMPARE(previewed(0, 1), "Oui .");
    QVERIFY(text("datasetNotes").contains("'en-GB' and 'fr'"));
    choose("datasetTargetColumn", "German (de)");
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 1), "Ja .", patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QToolButton>("datasetSwap"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), "Ja .", patience);
    QCOMPARE(previewed(0, 1), "Yes .");
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    m_dialog->accept();
    QCOMPARE(m_dialog->chosen()->read.sourceField, std::string("de"));
}

void DatasetFormatsTest::fieldsOfJsonLines()
{
    open("pairs.jsonl",
         "{\"id\": \"x1\", \"translation\": {\"en\": \"Yes\", \"fr\": \"Oui\"}}\n"
         "{\"id\": \"x2\", \"translation\": {\"en\": \"No\", \"fr\": \"Non\"}}\n");
    QVERIFY(text("datasetFormat").startsWith("JSON"));
    QCOMPARE(find<QComboBox>("datasetSourceColumn")->currentText(), "translation.en");
    QCOMPARE(previewed(1, 0), "No");
    choose("datasetSourceColumn", "id");
    QTRY_COMPARE_WITH_TIMEOUT(previewed(1, 0), "x2", patience);
    QCOMPARE(previewed(1, 1), "Non");
}

void DatasetFormatsTest::headingsOfACsv()
{
    open("table.csv", "id;English;French;note\n1;\"Yes; yes\";Oui;a\n2;No;Non;b\n");
    QVERIFY(text("datasetFormat").startsWith("Table with commas (CSV) and 4 columns"));
    QCOMPARE(find<QComboBox>("datasetSourceColumn")->currentText(), "English");
    QCOMPARE(previewed(0, 0), "Yes ; yes");
    choose("datasetTargetColumn", "English"); // the source's: they change places
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), "Oui", patience);
    QCOMPARE(previewed(1, 1), "No");
}

void DatasetFormatsTest::filesOfAnArchive()
{
    open("packed.tar",
         tarOf({{"README", "x"},
                {"train.de", "eins\nzwei\ndrei\n"},
                {"train.en", "one\ntwo\nthree\n"},
                {"train.fr", "un\ndeux\ntrois\n"},
                {"words.tsv", "cat\tKatze\ndog\tHund\n"}}));
    QVERIFY(text("datasetFormat").startsWith("Two files, line by line, UTF-8, compressed with tar"));
    QCOMPARE(find<QComboBox>("datasetMember")->count(), 4);
    QCOMPARE(text("datasetSourceName"), "train.de");
    QCOMPARE(previewed(0, 1), "one");
    choose("datasetTargetMember", "train.fr");
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 1), "un", patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    choose("datasetTargetMember", "no other: it holds both sides");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("datasetMessage")->isVisible(), patience); // it does not
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(find<QComboBox>("datasetTargetMember")->currentText(), "train.fr");
}

void DatasetFormatsTest::aGuessedEncodingCanBeCorrected()
{
    std::string latin;
    for (int i = 0; i < 5; ++i)
        latin += "La t\xE9l\xE9vision est d\xE9j\xE0 all\xE9"
                 "e dans les maisons\tThe television is gone\n";
    open("old.tsv", latin);
    auto* encoding = find<QComboBox>("datasetEncoding");
    QCOMPARE(encoding->currentText(), "windows-1252 (guessed)");
    QVERIFY(text("datasetNotes").contains("guessed"));
    QCOMPARE(previewed(0, 0), "La télévision est déjà allée dans les maisons");
    choose("datasetEncoding", "ISO-8859-2");
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), "La télévision est déjŕ allée dans les maisons", patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(!find<QLabel>("datasetNotes")->isVisible());
    QCOMPARE(encoding->currentText(), "ISO-8859-2");
}

void DatasetFormatsTest::anotherFormatCanBeAskedFor()
{
    open("odd.txt", "a ||| b\tc\ne ||| f\tg\n");
    QCOMPARE(previewed(1, 1), "f g");
    QCOMPARE(find<QComboBox>("datasetReadAs")->currentText(), "source ||| target (recognised)");
    choose("datasetReadAs", "table with tabs");
    QTRY_COMPARE_WITH_TIMEOUT(previewed(1, 1), "g", patience);
    QCOMPARE(previewed(1, 0), "e | | | f");
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(find<QComboBox>("datasetReadAs")->currentText(), "table with tabs");
}

void DatasetFormatsTest::aFailedChoiceGoesBack()
{
    open("plain.tsv", "a b\tc d\ne f\tg h\n");
    auto* format = find<QComboBox>("datasetReadAs");
    QCOMPARE(format->currentText(), "table with tabs (recognised)");
    choose("datasetReadAs", "TMX");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("datasetMessage")->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(format->currentText(), "table with tabs (recognised)");
    QCOMPARE(previewed(0, 0), "a b");
}

void DatasetFormatsTest::onlyWhatCanBeChosenIsShown()
{
    open("plain.tsv", "a b\tc d\ne f\tg h\n");
    for (const char* name : {"datasetMember", "datasetTargetMember", "datasetSourceColumn"})
        QVERIFY2(!find<QComboBox>(name)->isVisible(), name);
    QVERIFY(!find<QLabel>("datasetNotes")->isVisible());
    m_dialog->open(CorpusSource::parse({"builtin:dates"}));
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetName"), "dates", patience);
    for (const char* name : {"datasetReadAs", "datasetEncoding"})
        QVERIFY2(!find<QComboBox>(name)->isVisible(), name);
    const auto boxes = m_dialog->findChildren<QComboBox*>();
    for (const QComboBox* box : boxes)
        QVERIFY2(!box->accessibleName().isEmpty() && !box->toolTip().isEmpty(), qPrintable(box->objectName()));
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::DatasetFormatsTest)
#include "dataset_formats_test.moc"
