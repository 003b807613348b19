// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/views/heatmap_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

namespace alignoscope::testing {

class TranslatePanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void greedyGivesOneTranslation();
    void neverMoreAlternativesThanTheSearchKeeps();
    void exportsThePictureOfTheChosenOne();
    void forgetsWithTheRun();

private:
    void translate(const QString& text, int beam, int best);
    QTableView* table() { return m_fixture->find<QTableView>("hypothesisTable"); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TranslatePanelTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->loadCorpus();
    m_fixture->useTinyModel(5);
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
}

void TranslatePanelTest::translate(const QString& text, int beam, int best)
{
    m_fixture->find<QSpinBox>("translateBeam")->setValue(beam);
    m_fixture->find<QSpinBox>("translateBest")->setValue(best);
    auto* source = m_fixture->find<QLineEdit>("translateSource");
    source->setText(text);
    QTest::keyClick(source, Qt::Key_Return);
    QTRY_VERIFY(m_fixture->find<QLabel>("translateMessage")->text().contains("after"));
}

void TranslatePanelTest::greedyGivesOneTranslation()
{
    translate("a b c", 1, 5);
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(m_fixture->find<QLabel>("translateMessage")->text().contains("a b c"));
    QVERIFY(m_fixture->find<QLabel>("translateMessage")->text().contains("5 steps"));
}

void TranslatePanelTest::neverMoreAlternativesThanTheSearchKeeps()
{
    translate("a b c", 3, 9);
    QVERIFY(table()->model()->rowCount() <= 3);
    for (int row = 1; row < table()->model()->rowCount(); ++row)
        QVERIFY(table()->model()->index(row - 1, 1).data().toDouble()
                >= table()->model()->index(row, 1).data().toDouble());
}

void TranslatePanelTest::exportsThePictureOfTheChosenOne()
{
    m_fixture->showTab("Translate");
    QVERIFY(!m_fixture->action("actionExport")->isEnabled());
    translate("a b c", 2, 2);
    QVERIFY(m_fixture->action("actionExport")->isEnabled());
    QCOMPARE(m_fixture->find<ui::HeatmapView>("translateHeatmap")->snapshot()->sentence, SentenceId{-1});
}

void TranslatePanelTest::forgetsWithTheRun()
{
    translate("a b c", 2, 2);
    m_fixture->action("actionNewRun")->trigger();
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(!m_fixture->find<ui::HeatmapView>("translateHeatmap")->snapshot());
    QVERIFY(!m_fixture->find<QLineEdit>("translateSource")->isEnabled());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::TranslatePanelTest)

#include "translate_panel_test.moc"
