// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "ui/dialogs/export_form.h"
#include "ui/dialogs/figure_preview.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>

namespace alignoscope::ui {

struct ExportDialog::Parts {
    ExportContent content;
    AskForFile ask;
    ExportForm* form = nullptr;
    QStackedWidget* previews = nullptr;
    FigurePreview* figure = nullptr;
    QPlainTextEdit* text = nullptr;
    QLabel* message = nullptr;
    QPushButton* saveButton = nullptr;
    QPushButton* copyButton = nullptr;
};

namespace {

constexpr qsizetype previewedCharacters = 20000;

QString askWithFileDialog(QWidget* parent, const QString& suggestion, const QString& filter)
{
    // The ending is added before the dialog asks whether an existing file may go.
    QFileDialog dialog(parent, ExportDialog::tr("Save the figure"), suggestion, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

ExportDialog::ExportDialog(ExportContent content, ColourMap colourMap, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("exportDialog");
    setWindowTitle(tr("Export figure"));
    m_parts->content = std::move(content);
    m_parts->ask = askWithFileDialog;
    build(colourMap);
    connect(m_parts->form, &ExportForm::changed, this, &ExportDialog::refresh);
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build(ColourMap colourMap)
{
    Parts& parts = *m_parts;
    parts.form = new ExportForm(parts.content, colourMap, this);
    parts.form->setFixedWidth(300);
    parts.figure = new FigurePreview(parts.content.compose, this);
    parts.text = new QPlainTextEdit(this);
    parts.text->setObjectName("exportTextPreview");
    parts.text->setAccessibleName(tr("Preview of the file"));
    parts.text->setReadOnly(true);
    parts.text->setLineWrapMode(QPlainTextEdit::NoWrap);
    parts.text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    parts.previews = new QStackedWidget(this);
    parts.previews->addWidget(parts.figure);
    parts.previews->addWidget(parts.text);
    parts.message = new QLabel(this);
    parts.message->setObjectName("exportMessage");
    parts.message->setWordWrap(true);
    parts.message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    parts.message->hide();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    parts.copyButton = buttons->addButton(tr("Copy &image"), QDialogButtonBox::ActionRole);
    parts.copyButton->setObjectName("exportCopy");
    parts.saveButton = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    parts.saveButton->setObjectName("exportSave");
    parts.saveButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(parts.saveButton, &QPushButton::clicked, this, &ExportDialog::save);
    connect(parts.copyButton, &QPushButton::clicked, this, &ExportDialog::copyImage);

    auto* side = new QVBoxLayout;
    side->addWidget(parts.form);
    side->addStretch(1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(parts.previews, 1);
    middle->addLayout(side);
    auto* column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addWidget(parts.message);
    column->addWidget(buttons);
    resize(920, 600);
}

void ExportDialog::setAskForFile(AskForFile ask)
{
    m_parts->ask = std::move(ask);
}
FigureOptions ExportDialog::options() const
{
    return m_parts->form->options();
}
QString ExportDialog::format() const
{
    return m_parts->form->format();
}
void ExportDialog::setFormat(const QString& ending)
{
    m_parts->form->setFormat(ending);
}

void ExportDialog::refresh()
{
    Parts& parts = *m_parts;
    parts.message->hide();
    const bool figure = parts.form->figureChosen();
    parts.copyButton->setEnabled(figure);
    parts.previews->setCurrentWidget(figure ? static_cast<QWidget*>(parts.figure) : parts.text);
    if (figure) {
        parts.figure->setOptions(options());
        return;
    }
    const TextExport* chosen = chosenText();
    const QString text = chosen && !chosen->note.isEmpty() ? chosen->note : QString::fromStdString(textBytes());
    parts.text->setPlainText(text.size() > previewedCharacters ? text.left(previewedCharacters) + u'…' : text);
}

QString ExportDialog::filters() const
{
    return tr("%1 file").arg(format().toUpper()) + QStringLiteral(" (*.") + format() + u')';
}

const TextExport* ExportDialog::chosenText() const
{
    const auto found = std::ranges::find(m_parts->content.texts, format(), &TextExport::ending);
    return found == m_parts->content.texts.end() ? nullptr : &*found;
}

std::string ExportDialog::textBytes() const
{
    const TextExport* text = chosenText();
    if (!text)
        return {};
    const double least = m_parts->form->least();
    return text->writeFrom && least > 0 ? text->writeFrom(least) : text->write();
}

// A known ending that was typed decides; otherwise the chosen format's is added.
QString ExportDialog::withEnding(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (!m_parts->form->knows(ending))
        return path + u'.' + format();
    setFormat(ending);
    return path;
}

void ExportDialog::save()
{
    const QString answer = m_parts->ask(this, m_parts->content.name + u'.' + format(), filters());
    if (answer.isEmpty())
        return;
    const QString path = withEnding(answer);
    try {
        write(path);
    } catch (const Error& error) {
        say(QString::fromUtf8(error.what()), true);
        return;
    }
    emit saved(path);
    accept();
}

void ExportDialog::write(const QString& path) const
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto restore = qScopeGuard([] { QGuiApplication::restoreOverrideCursor(); });
    const std::optional<FigureFormat> figure = figureFormatOf(path);
    const std::string bytes =
        figure ? drawingBytes(*figure, m_parts->content.compose(options()), options().dpi).toStdString() : textBytes();
    writeFileAtomically(std::filesystem::path(path.toStdString()), bytes);
}

void ExportDialog::copyImage()
{
    try {
        QGuiApplication::clipboard()->setImage(drawingImage(m_parts->content.compose(options()), options().dpi));
        say(tr("The figure is in the clipboard as an image."), false);
    } catch (const Error& error) {
        say(QString::fromUtf8(error.what()), true);
    }
}

void ExportDialog::say(const QString& text, bool trouble)
{
    m_parts->message->setText(trouble ? QStringLiteral("⚠ ") + text : text);
    m_parts->message->show();
}

} // namespace alignoscope::ui
