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

#include <array>
#include <filesystem>

namespace alignoscope::ui {

struct ExportDialog::Parts {
    AttentionSnapshotPtr snapshot;
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

using Format = ExportDialog::Format;
constexpr std::array allFormats = {Format::Pdf, Format::Svg, Format::Png, Format::Csv, Format::Json, Format::Pharaoh};
constexpr qsizetype previewedCharacters = 20000;

QString endingOf(Format format)
{
    constexpr std::array<const char*, 6> endings = {"pdf", "svg", "png", "csv", "json", "txt"};
    return QString::fromLatin1(endings[static_cast<std::size_t>(format)]);
}

bool isFigure(Format format)
{
    return format == Format::Pdf || format == Format::Svg || format == Format::Png;
}

std::string dataOf(const AttentionSnapshotPtr& snapshot, Format format)
{
    if (format == Format::Csv)
        return attentionToCsv(*snapshot);
    return format == Format::Json ? attentionToJson({snapshot}) : attentionToPharaoh({snapshot});
}

QString askWithFileDialog(QWidget* parent, const QString& suggestion, const QString& filter)
{
    // The ending is added before the dialog asks whether an existing file may go.
    QFileDialog dialog(parent, ExportDialog::tr("Save attention"), suggestion, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

ExportDialog::ExportDialog(AttentionSnapshotPtr snapshot, ColourMap colourMap, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("exportDialog");
    setWindowTitle(tr("Export attention"));
    m_parts->snapshot = std::move(snapshot);
    m_parts->ask = askWithFileDialog;
    build(colourMap);
    connect(m_parts->form, &ExportForm::changed, this, &ExportDialog::refresh);
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build(ColourMap colourMap)
{
    Parts& parts = *m_parts;
    parts.form = new ExportForm(colourMap, this);
    parts.form->setFixedWidth(300);
    parts.figure = new FigurePreview(parts.snapshot, this);
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
ExportDialog::Format ExportDialog::format() const
{
    return m_parts->form->format();
}
void ExportDialog::setFormat(Format format)
{
    m_parts->form->setFormat(format);
}

void ExportDialog::refresh()
{
    Parts& parts = *m_parts;
    parts.message->hide();
    const bool figure = isFigure(format());
    parts.copyButton->setEnabled(figure);
    parts.previews->setCurrentWidget(figure ? static_cast<QWidget*>(parts.figure) : parts.text);
    if (figure) {
        parts.figure->setOptions(options());
        return;
    }
    const QString text = QString::fromStdString(dataOf(parts.snapshot, format()));
    parts.text->setPlainText(text.size() > previewedCharacters ? text.left(previewedCharacters) + u'…' : text);
}

QString ExportDialog::filters() const
{
    constexpr std::array<const char*, 6> names = {QT_TR_NOOP("PDF figure"),     QT_TR_NOOP("SVG figure"),
                                                  QT_TR_NOOP("PNG figure"),     QT_TR_NOOP("CSV table"),
                                                  QT_TR_NOOP("JSON attention"), QT_TR_NOOP("Pharaoh links")};
    return tr(names[static_cast<std::size_t>(format())]) + QStringLiteral(" (*.") + endingOf(format()) + u')';
}

// A known ending that was typed decides; otherwise the chosen format's is added.
QString ExportDialog::withEnding(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const Format each : allFormats) {
        if (ending == endingOf(each)) {
            setFormat(each);
            return path;
        }
    }
    return path + u'.' + endingOf(format());
}

void ExportDialog::save()
{
    const QString suggestion =
        QStringLiteral("attention-step-%1.%2").arg(m_parts->snapshot->step).arg(endingOf(format()));
    const QString answer = m_parts->ask(this, suggestion, filters());
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
    if (isFigure(format()))
        writeFigure(path, *m_parts->snapshot, options());
    else
        writeFileAtomically(std::filesystem::path(path.toStdString()), dataOf(m_parts->snapshot, format()));
}

void ExportDialog::copyImage()
{
    try {
        QGuiApplication::clipboard()->setImage(figureImage(*m_parts->snapshot, options()));
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
