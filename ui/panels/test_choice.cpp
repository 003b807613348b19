// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/test_choice.h"

#include "ui/bridge/paths.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace alignoscope::ui {

TestChoice::TestChoice(QWidget* parent)
    : QWidget(parent),
      m_askForFile([](QWidget* window, const QString& title) { return QFileDialog::getOpenFileName(window, title); })
{
    m_corpus = new QComboBox(this);
    m_corpus->setObjectName("experimentCorpus");
    m_corpus->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_corpus->setMinimumContentsLength(17);
    const QString longTest = QStringLiteral("long-phrases-en-fr-test");
    m_corpus->addItem(longTest, QStringLiteral("builtin:") + longTest);
    m_corpus->addItem(tr("each run's validation sentences"), QString());
    for (const BuiltinCorpus& corpus : builtinCorpora())
        if (const QString name = QString::fromStdString(corpus.name);
            name != longTest && corpus.kind == Task::Translation)
            m_corpus->addItem(name, QStringLiteral("builtin:") + name);
    m_corpus->addItem(tr("a file…"), QStringLiteral("?"));
    m_corpus->setToolTip(tr("The sentences all runs translate. Choose some that none of them was trained on."));
    m_corpus->setAccessibleName(tr("Sentences to test on"));
    m_perTen = new QSpinBox(this);
    m_perTen->setObjectName("experimentPerTen");
    m_perTen->setRange(1, 100000);
    m_perTen->setValue(TestSentences().perTen);
    m_perTen->setPrefix(tr("up to "));
    m_perTen->setSuffix(tr(" of each length"));
    m_perTen->setKeyboardTracking(false);
    m_perTen->setToolTip(tr("How many sentences of 1–10, of 11–20 … words are translated at most. More take longer and "
                            "make the curve steadier."));
    m_perTen->setAccessibleName(tr("Sentences of every ten words of length, at most"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("&Test on"), this);
    name->setBuddy(m_corpus);
    for (QWidget* part :
         {static_cast<QWidget*>(name), static_cast<QWidget*>(m_corpus), static_cast<QWidget*>(m_perTen)})
        layout->addWidget(part);
    connect(m_corpus, &QComboBox::activated, this, &TestChoice::choose);
    connect(m_perTen, &QSpinBox::valueChanged, this, &TestChoice::changed);
}

void TestChoice::choose(int item)
{
    if (m_corpus->itemData(item).toString() == u"?") {
        const QString file = m_askForFile(window(), tr("Test on which sentence pairs?"));
        if (file.isEmpty())
            return m_corpus->setCurrentIndex(m_chosen);
        item = m_corpus->findData(file);
        if (item < 0) {
            item = m_corpus->count() - 1;
            m_corpus->insertItem(item, QFileInfo(file).fileName(), file);
            m_corpus->setItemData(item, file, Qt::ToolTipRole);
        }
        m_corpus->setCurrentIndex(item);
    }
    if (item == m_chosen)
        return;
    m_chosen = item;
    emit changed();
}

TestSentences TestChoice::sentences() const
{
    TestSentences sentences;
    sentences.perTen = m_perTen->value();
    const QString file = m_corpus->itemData(m_chosen).toString();
    if (!file.isEmpty())
        sentences.corpus = CorpusSource::parse({toPath(file).string()});
    return sentences;
}

QString TestChoice::label() const
{
    return m_corpus->itemText(m_chosen);
}

} // namespace alignoscope::ui
