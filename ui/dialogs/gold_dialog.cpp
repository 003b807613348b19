// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/gold_dialog.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/dialogs/links_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace alignoscope::ui {

static QLabel* paragraph(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

static QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

GoldDialog::GoldDialog(Workbench& workbench, KnownAlignments& alignments, const std::filesystem::path& file,
                       QWidget* parent)
    : QDialog(parent), m_workbench(workbench), m_alignments(alignments), m_file(file)
{
    setObjectName("goldDialog");
    setWindowTitle(tr("Known alignments"));
    build(file);
    resize(640, 520);
    connect(&alignments, &KnownAlignments::looked, this, &GoldDialog::take);
    connect(m_base, &QComboBox::currentIndexChanged, this, &GoldDialog::look);
    connect(m_reversed, &QCheckBox::toggled, this, &GoldDialog::look);
    connect(m_pair, &QSpinBox::valueChanged, this, &GoldDialog::showPair);
    look();
}

void GoldDialog::build(const std::filesystem::path& file)
{
    m_summary = paragraph("goldSummary", this);
    m_base = new QComboBox(this);
    m_base->setObjectName("goldBase");
    m_base->addItem(tr("as recognised"), -1);
    m_base->addItem(tr("0"), 0);
    m_base->addItem(tr("1"), 1);
    m_base->setToolTip(tr("The number the file gives to the first word of a sentence"));
    m_reversed = new QCheckBox(tr("The file says the &target word first"), this);
    m_reversed->setObjectName("goldReversed");
    m_reversed->setChecked(m_workbench.experiment().read.swap); // the corpus was turned round too
    m_reversed->setToolTip(tr("Such as 3-1 for the third target word and the first source word"));
    m_problem = paragraph("goldProblem", this);
    m_fit = paragraph("goldFit", this);
    m_whiteSpace = new QCheckBox(tr("Split this dataset at &white space, as the alignments do"), this);
    m_whiteSpace->setObjectName("goldWhiteSpace");
    m_whiteSpace->setToolTip(tr("The vocabulary is counted anew; what was trained is no longer on the table"));

    auto* name = new QLabel(toQString(file.filename()), this);
    name->setToolTip(toQString(file));
    name->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout;
    form->addRow(tr("File:"), name);
    form->addRow(tr("Holds:"), m_summary);
    form->addRow(tr("The &first word has number:"), m_base);
    form->addRow(QString(), m_reversed);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(m_fit);
    column->addWidget(m_whiteSpace);
    buildPreview();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Use these alignments"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName("goldUse");
    connect(m_buttons, &QDialogButtonBox::accepted, this, &GoldDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(m_buttons);
}

void GoldDialog::buildPreview()
{
    m_pair = new QSpinBox(this);
    m_pair->setObjectName("goldPair");
    m_pair->setPrefix(tr("Pair "));
    m_pair->setAccessibleName(tr("Sentence pair that is shown"));
    m_pair->setToolTip(tr("Look through the sentence pairs: do the lines join words that translate each other?"));
    auto* legend = new QLabel(tr("sure links drawn through, possible ones dashed"), this);
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->addWidget(m_pair);
    line->addWidget(legend);
    line->addStretch(1);
    m_preview = new LinksPreview(this);
    m_preview->setObjectName("goldPreview");
    auto* area = new QScrollArea(this);
    area->setWidget(m_preview);
    area->setWidgetResizable(true);
    area->setBackgroundRole(QPalette::Base);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(line);
    column->addWidget(area, 1);
}

void GoldDialog::look()
{
    m_look.reset();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_summary->setText(tr("reading…"));
    m_alignments.look({m_file, m_base->currentData().toInt(), m_reversed->isChecked()});
}

QString GoldDialog::summary(const GoldLook& look) const
{
    if (look.lines == 0)
        return tr("nothing that could be read");
    const QString links = look.possible == 0
        ? tr("%1 links").arg(number(look.sure))
        : tr("%1 sure and %2 possible links").arg(number(look.sure), number(look.possible));
    const QString first = tr("the first word has number %1").arg(look.base);
    return look.syntax == AlignmentSyntax::Naacl
        ? tr("%1 of sentences up to number %2; a line a link (NAACL); %3").arg(links, number(look.lines), first)
        : tr("%1 in %2 lines; a line a sentence pair (Pharaoh); %3").arg(links, number(look.lines), first);
}

void GoldDialog::take(const GoldLookPtr& look)
{
    m_look = look;
    m_summary->setText(summary(*look));
    m_problem->setText(look->problem);
    m_problem->setVisible(!look->problem.isEmpty());
    tellFit(*look);
    const bool good = look->corpus != nullptr;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good);
    m_pair->setEnabled(good);
    if (good) {
        m_pair->setRange(1, static_cast<int>(look->corpus->pairs.size()));
        m_pair->setSuffix(tr(" of %1").arg(number(look->corpus->pairs.size())));
    }
    showPair();
}

void GoldDialog::tellFit(const GoldLook& look)
{
    const bool fits = look.corpus && look.fit.fitting == look.fit.looked;
    const bool running = m_workbench.session().active();
    m_whiteSpace->setVisible(look.corpus && !fits && !running);
    if (fits || running)
        m_whiteSpace->setChecked(false);
    m_fit->setVisible(look.corpus != nullptr);
    if (!look.corpus)
        return;
    const QString place = look.place == GoldPlace::Corpus ? tr("They belong to the pairs of the dataset.")
                                                          : tr("They belong to the pairs for validation.");
    if (fits) {
        m_fit->setText(place);
        return;
    }
    const QString which =
        tr("They count words between spaces. This dataset is split otherwise: in %1 of the %2 pairs looked at the "
           "words are not the same, and there the links cannot be used.")
            .arg(number(look.fit.looked - look.fit.fitting), number(look.fit.looked));
    const QString advice = running
        ? tr("To use them all, stop the training and load this file again: then the dataset can be split so.")
        : QString();
    m_fit->setText(QStringList{place, which, advice}.join(u' ').trimmed());
}

void GoldDialog::showPair()
{
    if (!m_look || !m_look->corpus) {
        m_preview->clear();
        return;
    }
    const auto pair = static_cast<std::size_t>(m_pair->value() - 1);
    const RawCorpus& corpus = *m_look->corpus;
    m_preview->show(tokenize(corpus.pairs.source(pair), TokenizerKind::Whitespace, false),
                    tokenize(corpus.pairs.target(pair), TokenizerKind::Whitespace, false), corpus.gold.at(pair));
}

void GoldDialog::accept()
{
    if (!m_look || !m_look->corpus)
        return;
    m_alignments.take(m_look, m_whiteSpace->isVisible() && m_whiteSpace->isChecked());
    QDialog::accept();
}

} // namespace alignoscope::ui
