// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"
#include "ui/dialogs/dataset_dialog.h"
#include "ui/dialogs/subword_fields.h"
#include "ui/models/pairs_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <memory>

namespace alignoscope::testing {

using namespace ui;

/// Pieces of words, languages without spaces and simplified letters, chosen in the real dialog.
class DatasetSubwordsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ordinaryTokenisersHaveNoSuchFields();
    void piecesAreLearntAndShown();
    void jointSidesHaveOneModel();
    void aModelFileIsTaken();
    void swapTakesTheFileAlong();
    void aFileThatIsNoModelIsRefused();
    void specialLettersAreSimplified();
    void languagesWithoutSpacesAreCutIntoWords();
    void textsHaveOneSideToCut();

private:
    template <typename Widget>
    Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(name);
    }
    bool usable() const { return find<QPushButton>("datasetUse")->isEnabled(); }
    QStringList previewed(int row, int column) const
    {
        const QAbstractItemModel* model = find<QTableView>("datasetPreview")->model();
        return model->index(row, column).data(PairsModel::TokensRole).toStringList();
    }
    QString path(const std::string& name, const std::string& bytes) const
    {
        return QString::fromStdString(m_folder->write(name, bytes).string());
    }
    void openAndWait(const std::string& bytes)
    {
        m_dialog->openFiles({path("corpus.tsv", bytes)});
        QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    }
    void cut(const char* side, TokenizerKind kind)
    {
        auto* box = find<QComboBox>(side);
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
    }
    void cutBoth()
    {
        cut("datasetSourceTokenizer", TokenizerKind::Subwords);
        cut("datasetTargetTokenizer", TokenizerKind::Subwords);
        QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    }
    const TextOptions& chosenText()
    {
        m_dialog->accept();
        return m_dialog->chosen()->dataset->options.text;
    }

    static constexpr int patience = 60'000;
    std::unique_ptr<DatasetDialog> m_dialog;
    std::unique_ptr<TemporaryFolder> m_folder;
};

namespace {

/// Words that share stems and endings, said in two ways.
std::string stems()
{
    std::string lines;
    for (const std::string stem : {"read", "walk", "paint", "teach", "play", "climb"})
        for (const std::string other : {"read", "walk", "paint", "teach", "play", "climb"})
            lines += "the " + stem + "er was " + other + "ing\tder " + stem + "ende war " + other + "end\n";
    return lines;
}

bool anyContinues(const QStringList& pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [](const QString& piece) { return !piece.startsWith("▁"); });
}

} // namespace

void DatasetSubwordsTest::init()
{
    m_folder = std::make_unique<TemporaryFolder>();
    m_dialog = std::make_unique<DatasetDialog>();
    m_dialog->show();
}

void DatasetSubwordsTest::cleanup()
{
    m_dialog.reset();
    m_folder.reset();
}

void DatasetSubwordsTest::ordinaryTokenisersHaveNoSuchFields()
{
    openAndWait(stems());
    for (const char* name :
         {"subwordMethod", "subwordPieces", "subwordJoint", "subwordSourceFile", "subwordTargetFile"})
        QVERIFY2(!find<QWidget>(name)->isVisible(), name);
    cut("datasetTargetTokenizer", TokenizerKind::Subwords);
    for (const char* name : {"subwordMethod", "subwordPieces", "subwordTargetFile"})
        QVERIFY2(find<QWidget>(name)->isVisible(), name);
    for (const char* name : {"subwordJoint", "subwordSourceFile"})
        QVERIFY2(!find<QWidget>(name)->isVisible(), name);
}

void DatasetSubwordsTest::piecesAreLearntAndShown()
{
    openAndWait(stems());
    QCOMPARE(previewed(0, 0), QStringList({"the", "reader", "was", "reading"}));
    find<QSpinBox>("subwordPieces")->setValue(40);
    cutBoth();
    QVERIFY(previewed(0, 0).first().startsWith("▁"));
    QVERIFY(anyContinues(previewed(0, 0)));
    QVERIFY(anyContinues(previewed(0, 1)));
    const QStringList byPairs = previewed(0, 0);
    find<QComboBox>("subwordMethod")->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(usable() && previewed(0, 0) != byPairs, patience);
    find<QSpinBox>("datasetMaxLength")->setValue(49); // the pieces stay while they are counted again
    QVERIFY(previewed(0, 0).first().startsWith("▁"));
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    const TextOptions& text = chosenText();
    QCOMPARE(text.subwords.method, SubwordMethod::Unigram);
    QVERIFY(text.sourceModel && text.targetModel && text.sourceModel != text.targetModel);
    QVERIFY(!m_dialog->chosen()->options.text.sourceModel); // it is the dataset's
}

void DatasetSubwordsTest::jointSidesHaveOneModel()
{
    openAndWait(stems());
    cutBoth();
    QVERIFY(find<QLineEdit>("subwordTargetFile")->isVisible());
    find<QCheckBox>("subwordJoint")->setChecked(true);
    QVERIFY(!find<QLineEdit>("subwordTargetFile")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    const TextOptions& text = chosenText();
    QVERIFY(text.sourceModel.has_value());
    QCOMPARE(text.sourceModel, text.targetModel);
}

void DatasetSubwordsTest::aModelFileIsTaken()
{
    openAndWait(stems());
    find<QSpinBox>("subwordPieces")->setValue(35);
    cutBoth();
    const std::string bytes = chosenText().sourceModel->bytes();
    const QString file = path("own.model", bytes);

    m_dialog = std::make_unique<DatasetDialog>();
    m_dialog->show();
    auto* fields = m_dialog->findChild<SubwordFields*>();
    QVERIFY(fields);
    fields->setFileChooser([file](QWidget*) { return file; });
    m_dialog->openFiles({path("corpus.tsv", stems())});
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    cutBoth();
    QTest::mouseClick(find<QToolButton>("subwordSourceBrowse"), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>("subwordSourceFile")->text(), file);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(find<QSpinBox>("subwordPieces")->isEnabled()); // the target's are still learnt
    find<QLineEdit>("subwordSourceFile")->clear();
    QVERIFY(!usable());
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QToolButton>("subwordSourceBrowse"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(chosenText().sourceModel->bytes(), bytes);
}

void DatasetSubwordsTest::swapTakesTheFileAlong()
{
    openAndWait(stems());
    cutBoth();
    const QString file = path("own.model", chosenText().sourceModel->bytes());
    m_dialog->show();
    m_dialog->findChild<SubwordFields*>()->setFileChooser([file](QWidget*) { return file; });
    QTest::mouseClick(find<QToolButton>("subwordSourceBrowse"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QToolButton>("datasetSwap"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLineEdit>("subwordTargetFile")->text(), file, patience);
    QVERIFY(find<QLineEdit>("subwordSourceFile")->text().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
}

void DatasetSubwordsTest::aFileThatIsNoModelIsRefused()
{
    openAndWait(stems());
    cutBoth();
    const QString file = path("letter.model", "Dear Sir or Madam");
    m_dialog->findChild<SubwordFields*>()->setFileChooser([file](QWidget*) { return file; });
    QTest::mouseClick(find<QToolButton>("subwordTargetBrowse"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("datasetMessage")->isVisible(), patience);
    QVERIFY(find<QLabel>("datasetMessage")->text().contains("letter.model"));
    QVERIFY(!usable());
    find<QLineEdit>("subwordTargetFile")->clear();
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(!find<QLabel>("datasetMessage")->isVisible());
}

void DatasetSubwordsTest::specialLettersAreSimplified()
{
    openAndWait("ＡＢＣ ﬁsh\tx² one\nplain\ttext\n");
    QCOMPARE(previewed(0, 0), QStringList({"ＡＢＣ", "ﬁsh"}));
    find<QCheckBox>("datasetSimplify")->setChecked(true);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), QStringList({"ABC", "fish"}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(chosenText().normalization, Normalization::Nfkc);
}

void DatasetSubwordsTest::languagesWithoutSpacesAreCutIntoWords()
{
    openAndWait("昨日は図書館で本を読んだ。\tแมวนอนอยู่บนโซฟา\n猫が寝ている。\tฉันชอบดื่มชาเขียว\n");
    QCOMPARE(previewed(0, 1), QStringList({"แมว", "นอน", "อยู่", "บน", "โซฟา"}));
    QCOMPARE(previewed(0, 0).mid(0, 4), QStringList({"昨日", "は", "図書館", "で"}));
}

void DatasetSubwordsTest::textsHaveOneSideToCut()
{
    m_dialog->openFiles({path("a.pos.txt", "a good film\nwell made\n"), path("a.neg.txt", "a bad film\nbadly made\n")});
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    cut("datasetSourceTokenizer", TokenizerKind::Subwords);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(find<QLineEdit>("subwordSourceFile")->isVisible());
    QVERIFY(!find<QLineEdit>("subwordTargetFile")->isVisible());
    QVERIFY(!find<QCheckBox>("subwordJoint")->isVisible());
    QVERIFY(previewed(0, 0).first().startsWith("▁"));
    QVERIFY(!chosenText().targetModel);
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::DatasetSubwordsTest)
#include "dataset_subwords_test.moc"
