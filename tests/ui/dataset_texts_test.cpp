// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_dialog_fixture.h"
#include "ui/application.h"
#include "ui/dialogs/dataset_labels.h"

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QToolButton>

namespace alignoscope::testing {

using namespace ui;

/// Texts with labels in the dataset dialog: a table of two columns, one file a class, the built-in reviews.
class DatasetTextsTest : public QObject, private DatasetDialogFixture {
    Q_OBJECT

private slots:
    void init();
    void sourcesOfFiles();
    void aTableOfTwoColumns();
    void labelsAreSwapped();
    void aTableIsTakenForTranslations();
    void oneFileAClass();
    void twoFilesAreClassesWhenSaidSo();
    void twoFilesOfUnlikeLengthsAreExplained();
    void reviewsAreTexts();
    void manyLabelsAreCounted();

private:
    QString labels() const { return find<DatasetLabels>("datasetLabels")->words(); }
    static std::string texts(const std::string& word, int count)
    {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += "a " + word + " film number " + std::to_string(i) + "\n";
        return lines;
    }
    /// Label, tab, text.
    static std::string table(int count)
    {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += std::string(i % 3 == 0 ? "very bad" : "good") + "\tThis is a film, number " + std::to_string(i)
                + ", of some length\n";
        return lines;
    }
};

void DatasetTextsTest::init()
{
    reopen();
}

void DatasetTextsTest::sourcesOfFiles()
{
    const auto classes = [](const QStringList& files, FilesHold hold) {
        return sourceOfFiles(files, hold).classFiles.size();
    };
    QCOMPARE(classes({"a", "b", "c"}, FilesHold::Anything), 3U);
    QCOMPARE(classes({"train.de", "train.en"}, FilesHold::Anything), 0U);
    QCOMPARE(classes({"rt-polarity.pos", "rt-polarity.neg"}, FilesHold::Anything), 2U);
    QCOMPARE(classes({"rt-polarity.pos", "rt-polarity.neg"}, FilesHold::Translations), 0U);
    QCOMPARE(classes({"train.de", "train.en"}, FilesHold::Texts), 2U);
    QVERIFY(sourceOfFiles({"a", "b", "c"}, FilesHold::Translations) == CorpusSource{});
    QVERIFY(!sourceOfFiles({"one.tsv"}, FilesHold::Texts).file.empty());
}

void DatasetTextsTest::aTableOfTwoColumns()
{
    openAndWait({path("films.tsv", table(60))});
    QVERIFY2(text("datasetPairs").startsWith("60 texts, 2 different labels"), qPrintable(text("datasetPairs")));
    QCOMPARE(labels(), QString("good 40, very bad 20"));
    QVERIFY(find<DatasetLabels>("datasetLabels")->isVisible());
    QVERIFY(!find<QLabel>("datasetTokensTarget")->isVisible());
    QVERIFY(!find<QComboBox>("datasetTargetTokenizer")->isVisible());
    QVERIFY(!find<QWidget>("datasetMaxLength")->isVisible());
    QCOMPARE(previewed(0, 1), QStringList({"very bad"})); // one token, whatever it is made of
    QCOMPARE(previewed(0, 0).first(), QString("This"));
    const auto* preview = find<QTableView>("datasetPreview")->model();
    QCOMPARE(preview->headerData(0, Qt::Horizontal).toString(), QString("Text"));
    QCOMPARE(preview->headerData(1, Qt::Horizontal).toString(), QString("Label"));
    QVERIFY(text("datasetSplit").contains("texts to train on"));
    QVERIFY(text("lengthHistogramCaption").contains("Every text is used"));
    find<QComboBox>("datasetSourceTokenizer")->setCurrentIndex(1); // white space
    QTRY_VERIFY_WITH_TIMEOUT(previewed(0, 0).contains("film,"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(previewed(0, 1), QStringList({"very bad"}));
}

void DatasetTextsTest::labelsAreSwapped()
{
    openAndWait({path("films.tsv", table(60))});
    auto* swap = find<QToolButton>("datasetSwap");
    QVERIFY(swap->isVisible());
    QTest::mouseClick(swap, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), QStringList({"very", "bad"}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(find<QComboBox>("datasetSourceTokenizer")->isEnabled(), patience);
    QCOMPARE(find<QComboBox>("datasetSourceTokenizer")->currentIndex(), 0); // still words
}

void DatasetTextsTest::aTableIsTakenForTranslations()
{
    openAndWait({path("films.tsv", table(60))});
    find<QComboBox>("datasetFilesHold")->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(usable() && text("datasetPairs").startsWith("60 pairs"), patience);
    QVERIFY(!find<DatasetLabels>("datasetLabels")->isVisible());
    QVERIFY(find<QLabel>("datasetTokensTarget")->isVisible());
    QVERIFY(find<QComboBox>("datasetTargetTokenizer")->isVisible());
    find<QComboBox>("datasetFilesHold")->setCurrentIndex(2);
    QTRY_VERIFY_WITH_TIMEOUT(usable() && text("datasetPairs").startsWith("60 texts"), patience);
}

void DatasetTextsTest::oneFileAClass()
{
    openAndWait({path("films.good", texts("fine", 20)), path("films.bad", texts("dull", 10)),
                 path("films.middling", texts("fair", 15))});
    QCOMPARE(labels(), QString("good 20, middling 15, bad 10"));
    QVERIFY(!find<QToolButton>("datasetSwap")->isVisible()); // the names are the labels
    QTest::mouseClick(find<QPushButton>("datasetUse"), Qt::LeftButton);
    QVERIFY(m_dialog->chosen());
    QCOMPARE(m_dialog->chosen()->source.classFiles.size(), 3U);
    QCOMPARE(m_dialog->chosen()->dataset->task, Task::Classification);
}

void DatasetTextsTest::twoFilesAreClassesWhenSaidSo()
{
    const QStringList files{path("one.txt", texts("fine", 20)), path("two.txt", texts("dull", 20))};
    openAndWait(files);
    QVERIFY(text("datasetFormat").startsWith("Two files, line by line"));
    auto* hold = find<QComboBox>("datasetFilesHold");
    hold->setFocus();
    QTest::keyClick(hold, Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(usable() && text("datasetPairs").startsWith("40 texts"), patience);
    QCOMPARE(labels(), QString("one 20, two 20"));
}

void DatasetTextsTest::twoFilesOfUnlikeLengthsAreExplained()
{
    m_dialog->openFiles({path("one.txt", texts("fine", 20)), path("two.txt", texts("dull", 10))});
    QTRY_VERIFY_WITH_TIMEOUT(text("datasetMessage").contains("Files hold"), patience);
    find<QComboBox>("datasetFilesHold")->setCurrentIndex(2);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(labels(), QString("one 20, two 10"));
    QVERIFY(text("datasetMessage").isEmpty() || !find<QLabel>("datasetMessage")->isVisible());
}

void DatasetTextsTest::reviewsAreTexts()
{
    auto* list = find<QListWidget>("datasetSources");
    const auto reviews = list->findItems("reviews", Qt::MatchExactly);
    QCOMPARE(reviews.size(), 1);
    QVERIFY(reviews.first()->data(Qt::UserRole).toString().endsWith("texts"));
    list->setCurrentItem(reviews.first());
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(labels().contains("positive"));
    const auto dates = list->findItems("dates", Qt::MatchExactly);
    list->setCurrentItem(dates.first()); // and back to pairs
    QTRY_VERIFY_WITH_TIMEOUT(usable() && text("datasetPairs").contains("pairs"), patience);
    QVERIFY(find<QComboBox>("datasetTargetTokenizer")->isVisible());
}

void DatasetTextsTest::manyLabelsAreCounted()
{
    DatasetLabels many;
    many.show({{"a", 5}, {"b", 4}, {"c", 3}, {"d", 1234}}, true);
    QCOMPARE(many.words(), QString("a 5, b 4, c 3, d 1,234"));
    QCOMPARE(many.accessibleDescription(), many.words());
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::DatasetTextsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "dataset_texts_test.moc"
