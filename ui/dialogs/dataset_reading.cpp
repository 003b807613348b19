// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_reading.h"

#include "ui/dialogs/dataset_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace alignoscope::ui {

namespace {

/// What can be asked for where it is recognised wrongly; ICU knows these names.
const QStringList& encodings()
{
    static const QStringList all{"UTF-8",        "UTF-16LE",     "UTF-16BE",     "windows-1252", "ISO-8859-1",
                                 "ISO-8859-2",   "ISO-8859-15",  "windows-1250", "windows-1251", "KOI8-R",
                                 "windows-1253", "windows-1254", "windows-1255", "windows-1256", "TIS-620",
                                 "GB18030",      "Big5",         "Shift_JIS",    "EUC-JP",       "EUC-KR"};
    return all;
}

void select(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

DatasetReading::DatasetReading(QWidget* parent) : QWidget(parent), m_notes(new QLabel)
{
    auto* first = new QHBoxLayout;
    first->addWidget(makeChoice(Format, tr("Rea&d as"), "datasetReadAs",
                                tr("The format of the file, where it is taken for another one")));
    first->addWidget(makeChoice(Encoding, tr("E&ncoding"), "datasetEncoding",
                                tr("Choose another one where letters with accents look wrong")));
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->addWidget(makeChoice(Member, tr("File in the arch&ive"), "datasetMember", tr("The file that is read")));
    second->addWidget(makeChoice(TargetMember, tr("&with"), "datasetTargetMember",
                                 tr("The file that holds the other side, line by line")));
    second->addStretch();
    m_notes->setObjectName("datasetNotes");
    m_notes->setAccessibleName(tr("What was assumed"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_notes);
}

QWidget* DatasetReading::makeChoice(Choice choice, const QString& title, const QString& name, const QString& tip)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(QString(title).remove('&'));
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(choice == Format ? 26 : 20);
    connect(box, &QComboBox::activated, this, &DatasetReading::choose);
    auto* label = new QLabel(title);
    label->setBuddy(box);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->addWidget(label);
    layout->addWidget(box);
    m_boxes[choice] = box;
    m_rows[choice] = row;
    return row;
}

void DatasetReading::show(const RawCorpus& corpus, const ReadOptions& read)
{
    m_read = read;
    const bool fromFiles = corpus.source.builtin.empty();
    const bool oneFile = fromFiles && !corpus.source.file.empty() && corpus.source.targetFile.empty();
    m_rows[Format]->setVisible(oneFile && corpus.targetMember.empty());
    m_rows[Encoding]->setVisible(fromFiles);
    m_rows[Member]->setVisible(corpus.members.size() > 1);
    m_rows[TargetMember]->setVisible(corpus.members.size() > 1);
    showFormats(corpus);
    showEncodings(corpus);
    showMembers(corpus);
    QStringList notes;
    for (const std::string& note : corpus.notes)
        notes << QString::fromStdString(note);
    m_notes->setText(notes.join('\n'));
    m_notes->setVisible(!notes.isEmpty());
    setVisible(fromFiles);
}

void DatasetReading::showFormats(const RawCorpus& corpus)
{
    QComboBox* box = m_boxes[Format];
    const QSignalBlocker quietly(box);
    box->clear();
    box->addItem(tr("what it looks like"), static_cast<int>(CorpusFormat::Automatic));
    for (const CorpusFormat format :
         {CorpusFormat::TabSeparated, CorpusFormat::CommaSeparated, CorpusFormat::TripleBar, CorpusFormat::JsonLines,
          CorpusFormat::Tmx, CorpusFormat::Xliff, CorpusFormat::Po, CorpusFormat::Labelled})
        box->addItem(shortFormatName(format), static_cast<int>(format));
    if (m_read.format == CorpusFormat::Automatic)
        box->setItemText(0, tr("%1 (recognised)").arg(shortFormatName(corpus.format)));
    select(box, static_cast<int>(m_read.format));
}

void DatasetReading::showEncodings(const RawCorpus& corpus)
{
    QComboBox* box = m_boxes[Encoding];
    const QSignalBlocker quietly(box);
    box->clear();
    box->addItem(tr("recognise it"), QString());
    if (m_read.encoding.empty())
        box->setItemText(0,
                         (corpus.encodingGuessed ? tr("%1 (guessed)") : tr("%1 (recognised)"))
                             .arg(QString::fromStdString(corpus.encoding)));
    for (const QString& name : encodings())
        box->addItem(name, name);
    const QString asked = QString::fromStdString(m_read.encoding);
    if (!asked.isEmpty() && box->findData(asked) < 0)
        box->addItem(asked, asked);
    select(box, asked);
}

void DatasetReading::showMembers(const RawCorpus& corpus)
{
    for (const Choice choice : {Member, TargetMember}) {
        QComboBox* box = m_boxes[choice];
        const QSignalBlocker quietly(box);
        box->clear();
        if (choice == TargetMember)
            box->addItem(tr("no other: it holds both sides"), QString());
        for (const std::string& member : corpus.members)
            box->addItem(QString::fromStdString(member), QString::fromStdString(member));
        select(box, QString::fromStdString(choice == Member ? corpus.member : corpus.targetMember));
    }
}

void DatasetReading::choose()
{
    ReadOptions read = m_read;
    const auto chosen = [this](Choice choice) { return m_boxes[choice]->currentData().toString().toStdString(); };
    read.format =
        m_rows[Format]->isHidden() ? m_read.format : static_cast<CorpusFormat>(m_boxes[Format]->currentData().toInt());
    read.encoding = chosen(Encoding);
    const bool isArchive = !m_rows[Member]->isHidden();
    if (isArchive && sender() != m_boxes[Format] && sender() != m_boxes[Encoding]) {
        read.member = chosen(Member);
        read.targetMember = chosen(TargetMember) == read.member ? std::string() : chosen(TargetMember);
        read.format = CorpusFormat::Automatic;
    }
    if (read.format != m_read.format || read.member != m_read.member) { // they are those of another kind of file
        read.sourceField.clear();
        read.targetField.clear();
        read.sourceColumn = ReadOptions().sourceColumn;
        read.targetColumn = ReadOptions().targetColumn;
        read.swap = false;
    }
    if (read != m_read)
        emit readingChosen(read);
}

} // namespace alignoscope::ui
