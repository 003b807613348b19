// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/panels/message_bar.h"
#include "ui/panels/parameter_actions.h"

#include "alignoscope/model_file.h"

namespace alignoscope::testing {

class ParameterActionsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingToExportBeforeThereIsAModel();
    void whatWasExportedIsOpenedAgain();
    void saysWhatIsWrongWithAFile();

private:
    static void train(WindowFixture& f);
    static ui::ParameterActions* actions(WindowFixture& f) { return f.window->findChild<ui::ParameterActions*>(); }
};

void ParameterActionsTest::train(WindowFixture& f)
{
    f.loadCorpus();
    f.useTinyModel(5);
    f.bench().start();
    QTRY_VERIFY(!f.session().active());
}

void ParameterActionsTest::nothingToExportBeforeThereIsAModel()
{
    WindowFixture f;
    QVERIFY(!f.action("actionExportBestParameters")->isEnabled());
    QVERIFY(!f.action("actionExportNewestParameters")->isEnabled());
    QVERIFY(f.action("actionImportParameters")->isEnabled());
    train(f);
    QVERIFY(f.action("actionExportBestParameters")->isEnabled());
    QVERIFY(f.action("actionExportNewestParameters")->isEnabled());
}

void ParameterActionsTest::whatWasExportedIsOpenedAgain()
{
    WindowFixture f;
    train(f);
    const auto first = f.bench().folder();
    const QString file = ui::toQString(f.folder.path() / "model");
    actions(f)->setAskForNewFile([&](QWidget*, const QString&, const QString& start) {
        return start.endsWith(".safetensors") ? file : QString();
    });
    f.action("actionExportNewestParameters")->trigger();
    const auto written = f.folder.path() / "model.safetensors"; // the ending is added
    QTRY_VERIFY(isModelFile(written));
    actions(f)->setAskForFile([&](QWidget*, const QString&, const QString&) { return ui::toQString(written); });
    f.action("actionImportParameters")->trigger();
    QTRY_VERIFY(f.bench().folder() != first);
    QCOMPARE(f.bench().experiment().preset, std::string("imported"));
    QVERIFY(f.action("actionExportNewestParameters")->isEnabled());

    const auto second = f.bench().folder();
    f.window->openPaths({ui::toQString(written)}); // as when it is dropped
    QTRY_VERIFY(f.bench().folder() != second);
}

void ParameterActionsTest::saysWhatIsWrongWithAFile()
{
    WindowFixture f;
    const auto file = f.folder.write("text.safetensors", "no tensors");
    actions(f)->setAskForFile([&](QWidget*, const QString&, const QString&) { return ui::toQString(file); });
    f.action("actionImportParameters")->trigger();
    auto* bar = f.window->findChild<ui::MessageBar*>();
    QTRY_VERIFY(bar->message().contains("text.safetensors"));
    QVERIFY(f.bench().folder().empty());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ParameterActionsTest)

#include "parameter_actions_test.moc"
