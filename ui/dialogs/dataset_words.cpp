// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(alignoscope::ui::DatasetDialog)
};

QString builtinTask(const RawCorpus& corpus)
{
    QString task = Words::tr("Made by the program");
    for (const BuiltinCorpus& builtin : builtinCorpora())
        if (builtin.name == corpus.source.builtin && !builtin.task.empty())
            task = QString::fromStdString(builtin.task);
    task[0] = task.at(0).toUpper();
    if (corpus.task == Task::Classification)
        return corpus.gold.empty() ? task : Words::tr("%1; the words that decide are known").arg(task);
    return corpus.gold.empty() ? task : Words::tr("%1; the right alignment of every pair is known").arg(task);
}

QString formatName(const RawCorpus& corpus)
{
    switch (corpus.format) {
    case CorpusFormat::Builtin:
        return builtinTask(corpus);
    case CorpusFormat::TabSeparated:
        return Words::tr("Tab-separated text with %1 columns").arg(corpus.columns);
    case CorpusFormat::CommaSeparated:
        return Words::tr("Table with commas (CSV) and %1 columns").arg(corpus.columns);
    case CorpusFormat::JsonLines:
        return Words::tr("JSON, one object a pair");
    case CorpusFormat::Tmx:
        return Words::tr("Translation memory (TMX)");
    case CorpusFormat::Xliff:
        return Words::tr("Localisation file (XLIFF)");
    case CorpusFormat::Po:
        return Words::tr("Program texts (PO)");
    case CorpusFormat::TripleBar:
        return Words::tr("Text with “|||” between the two sides");
    case CorpusFormat::LineAligned:
        return Words::tr("Two files, line by line");
    case CorpusFormat::Labelled:
        return Words::tr("Texts with their labels, in two columns");
    case CorpusFormat::ClassFiles:
        return Words::tr("One file a class");
    case CorpusFormat::Automatic:
        break;
    }
    return Words::tr("Text");
}

bool nameHasPart(const QString& file, const QString& parts)
{
    const QRegularExpression part("(^|[^a-z])(" + parts + ")([^a-z]|$)", QRegularExpression::CaseInsensitiveOption);
    return QFileInfo(file).fileName().contains(part);
}

QString fileName(const std::filesystem::path& path)
{
    return QString::fromStdString(path.filename().string());
}

} // namespace

QString describeFormat(const RawCorpus& corpus)
{
    QStringList parts{formatName(corpus)};
    if (corpus.format != CorpusFormat::Builtin) {
        if (!corpus.encoding.empty())
            parts << QString::fromStdString(corpus.encoding);
        parts << (corpus.compression.empty()
                      ? Words::tr("not compressed")
                      : Words::tr("compressed with %1").arg(QString::fromStdString(corpus.compression)));
    }
    return parts.join(Words::tr(", "));
}

QString shortFormatName(CorpusFormat format)
{
    switch (format) {
    case CorpusFormat::TabSeparated:
        return Words::tr("table with tabs");
    case CorpusFormat::CommaSeparated:
        return Words::tr("table with commas");
    case CorpusFormat::TripleBar:
        return Words::tr("source ||| target");
    case CorpusFormat::JsonLines:
        return Words::tr("JSON");
    case CorpusFormat::Tmx:
        return Words::tr("TMX");
    case CorpusFormat::Xliff:
        return Words::tr("XLIFF");
    case CorpusFormat::Po:
        return Words::tr("PO");
    case CorpusFormat::Labelled:
        return Words::tr("texts with labels");
    case CorpusFormat::LineAligned:
        return Words::tr("two files, line by line");
    case CorpusFormat::ClassFiles:
        return Words::tr("one file a class");
    case CorpusFormat::Builtin:
    case CorpusFormat::Automatic:
        break;
    }
    return Words::tr("text");
}

QString fieldName(const RawCorpus& corpus, const std::string& field)
{
    const QString name = QString::fromStdString(field);
    if (corpus.format != CorpusFormat::Tmx && corpus.format != CorpusFormat::Xliff)
        return name;
    const QLocale language(QString(name).replace('-', '_'));
    return language.language() == QLocale::C
        ? name
        : Words::tr("%1 (%2)").arg(QLocale::languageToString(language.language()), name);
}

SideNames sideNames(const RawCorpus& corpus, const ReadOptions& read)
{
    SideNames names;
    if (!corpus.sourceField.empty()) // as they are read, whatever was exchanged
        return {fieldName(corpus, corpus.sourceField), fieldName(corpus, corpus.targetField)};
    if (!corpus.targetMember.empty())
        return {fileName(corpus.member), fileName(corpus.targetMember)};
    switch (corpus.format) {
    case CorpusFormat::TabSeparated:
    case CorpusFormat::CommaSeparated:
        names = {Words::tr("Column %1").arg(read.sourceColumn + 1), Words::tr("Column %1").arg(read.targetColumn + 1)};
        break;
    case CorpusFormat::TripleBar:
        names = {Words::tr("left of |||"), Words::tr("right of |||")};
        break;
    case CorpusFormat::LineAligned:
        names = {fileName(corpus.source.file), fileName(corpus.source.targetFile)};
        break;
    case CorpusFormat::Labelled:
    case CorpusFormat::ClassFiles:
        names = {Words::tr("text"), Words::tr("label")};
        break;
    case CorpusFormat::JsonLines:
    case CorpusFormat::Tmx:
    case CorpusFormat::Xliff:
    case CorpusFormat::Po:
    case CorpusFormat::Builtin:
    case CorpusFormat::Automatic:
        break;
    }
    if (read.swap)
        std::swap(names.source, names.target);
    return names;
}

QString grouped(qint64 number)
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English).toString(number) : locale.toString(number);
}

static CorpusSource sourceOfClasses(const QStringList& files)
{
    CorpusSource source;
    for (const QString& file : files)
        source.classFiles.emplace_back(QFile::encodeName(file).toStdString());
    return source;
}

CorpusSource sourceOfFiles(const QStringList& files, FilesHold hold)
{
    CorpusSource source;
    if (files.isEmpty())
        return source;
    const QString classes = "pos|neg|positive|negative|spam|ham|subjective|objective|true|false";
    const bool named = std::ranges::all_of(files, [&](const QString& file) { return nameHasPart(file, classes); });
    const bool texts = hold == FilesHold::Texts || (hold == FilesHold::Anything && (files.size() > 2 || named));
    if (files.size() > 1 && texts)
        return sourceOfClasses(files);
    if (files.size() > 2)
        return source;
    QStringList ordered = files;
    const QString sources = "src|source";
    const QString targets = "tgt|trg|target";
    if (files.size() == 2 && (nameHasPart(files.at(1), sources) || nameHasPart(files.at(0), targets))
        && !nameHasPart(files.at(0), sources) && !nameHasPart(files.at(1), targets))
        std::swap(ordered[0], ordered[1]);
    source.file = QFile::encodeName(ordered.at(0)).toStdString();
    if (ordered.size() == 2)
        source.targetFile = QFile::encodeName(ordered.at(1)).toStdString();
    return source;
}

} // namespace alignoscope::ui
