// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_dialog.h"

#include "ui/bridge/paths.h"
#include "ui/dialogs/dataset_parts.h"
#include "ui/dialogs/dataset_words.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace alignoscope::ui {

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

/// Sides of a translation end in anything ("train.de"), so all files come first.
QString fileFilters()
{
    return QStringList{
        DatasetDialog::tr("All files (*)"), DatasetDialog::tr("Tables and text (*.tsv *.csv *.txt *.json *.jsonl)"),
        DatasetDialog::tr("Translation memories and catalogues (*.tmx *.xlf *.xliff *.sdlxliff *.po *.pot)"),
        DatasetDialog::tr("Compressed files and archives (*.gz *.bz2 *.xz *.zst *.zip *.tar *.tgz *.txz)")}
        .join(";;");
}

} // namespace

DatasetDialog::DatasetDialog(QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>(this)), m_fileChooser([](QWidget* owner, const QString& folder) {
          return QFileDialog::getOpenFileNames(
              owner, tr("Choose one file, two with one side of the translations each, or one for each class of texts"),
              folder, fileFilters());
      })
{
    setObjectName("datasetDialog");
    setWindowTitle(tr("Open dataset"));
    setAcceptDrops(true);
    setMinimumSize(720, 480);
    resize(980, 680);
    connectParts();
    m_parts->showState();
}

DatasetDialog::~DatasetDialog() = default;

void DatasetDialog::connectParts()
{
    Parts& parts = *m_parts;
    connect(parts.sources, &DatasetSourceList::sourceChosen, this, [this](const CorpusSource& source) {
        m_files.clear(); // the list knows what its files hold
        open(source);
    });
    connect(parts.chooseFiles, &QPushButton::clicked, this, &DatasetDialog::chooseFiles);
    connect(parts.filesHold, &QComboBox::currentIndexChanged, this, &DatasetDialog::readFilesAgain);
    connect(parts.header, &DatasetHeader::columnsChosen, &parts.session, &DatasetSession::setColumns);
    connect(parts.header, &DatasetHeader::readingChosen, &parts.session, &DatasetSession::setReading);
    connect(parts.reading, &DatasetReading::readingChosen, &parts.session, &DatasetSession::setReading);
    connect(parts.header, &DatasetHeader::swapRequested, &parts.session, &DatasetSession::swapSides);
    connect(parts.options, &DatasetOptionsForm::edited, this, [this] {
        m_parts->message->clear();
        m_parts->session.setOptions(m_parts->options->options());
    });
    connect(parts.cancelLoading, &QToolButton::clicked, &parts.session, &DatasetSession::cancel);
    connect(parts.use, &QPushButton::clicked, this, &DatasetDialog::accept);
    connect(parts.cancel, &QPushButton::clicked, this, &DatasetDialog::reject);
    connect(&parts.session, &DatasetSession::changed, this, [this] { m_parts->showState(); });
    connect(&parts.session, &DatasetSession::progressed, this, &DatasetDialog::onProgress);
    connect(&parts.session, &DatasetSession::counted, this, [this] { m_parts->showCounted(); });
    connect(&parts.session, &DatasetSession::failed, this, &DatasetDialog::onFailed);
}

void DatasetDialog::open(const CorpusSource& source)
{
    m_parts->message->clear();
    m_parts->session.load(source);
}

void DatasetDialog::openFiles(const QStringList& files)
{
    if (files.isEmpty())
        return;
    m_files = files;
    const CorpusSource source = sourceOfFiles(files, filesHold());
    if (source == CorpusSource{}) {
        m_parts->message->say(tr("These are %1 files. Choose one file with both sides, or two files with one side "
                                 "each, line by line. If they hold texts, one class a file, say so under “Files hold”.")
                                  .arg(files.size()));
        return;
    }
    m_parts->message->clear();
    m_parts->session.load(source, filesHold());
}

void DatasetDialog::readFilesAgain()
{
    openFiles(m_files);
}

FilesHold DatasetDialog::filesHold() const
{
    return static_cast<FilesHold>(m_parts->filesHold->currentData().toInt());
}

void DatasetDialog::chooseFiles()
{
    openFiles(m_fileChooser(this, folder()));
}

/// Where the files chosen last are, whether or not they could be read; then those of the corpus that is open.
QString DatasetDialog::folder() const
{
    if (!m_files.isEmpty())
        return QFileInfo(m_files.front()).absolutePath();
    const CorpusSource& source = m_parts->session.state().source;
    const auto& file = source.classFiles.empty() ? source.file : source.classFiles.front();
    return file.empty() ? QDir::homePath() : QFileInfo(toQString(file)).absolutePath();
}

const std::optional<ChosenDataset>& DatasetDialog::chosen() const
{
    return m_chosen;
}

void DatasetDialog::setFileChooser(FileChooser chooser)
{
    m_fileChooser = std::move(chooser);
}

void DatasetDialog::accept()
{
    const DatasetSession::State& state = m_parts->session.state();
    if (m_parts->session.phase() != DatasetSession::Phase::Ready)
        return;
    m_chosen = ChosenDataset{state.source, state.read, state.options, state.dataset};
    QDialog::accept();
}

void DatasetDialog::reject()
{
    m_parts->session.cancel();
    QDialog::reject();
}

void DatasetDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_parts->showDropping(true);
}

void DatasetDialog::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_parts->showDropping(false);
    QDialog::dragLeaveEvent(event);
}

void DatasetDialog::dropEvent(QDropEvent* event)
{
    m_parts->showDropping(false);
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    openFiles(files);
}

void DatasetDialog::onFailed(const CorpusSource& source, const QString& message)
{
    if (m_parts->session.state().source != source)
        m_parts->sources->remove(source);
    const bool two = !source.targetFile.empty() && filesHold() == FilesHold::Anything;
    m_parts->message->say(
        two ? message + u' ' + tr("If each file holds the texts of one class, say so under “Files hold”.") : message);
}

void DatasetDialog::onProgress(double fraction, const QString& what)
{
    m_parts->showProgress(fraction, what);
}

} // namespace alignoscope::ui
