// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/import_note.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/wording.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace alignoscope::ui {
namespace {

QString formatName(AttentionFormat format)
{
    switch (format) {
    case AttentionFormat::Json:
        return ImportNote::tr("JSON");
    case AttentionFormat::MarianSoft:
        return ImportNote::tr("Marian, weights");
    case AttentionFormat::MarianHard:
        return ImportNote::tr("Marian, links");
    case AttentionFormat::Nematus:
        return ImportNote::tr("Nematus");
    case AttentionFormat::OpenNmtLua:
        return ImportNote::tr("OpenNMT-lua");
    case AttentionFormat::AmuNmt:
        return ImportNote::tr("AmuNMT");
    case AttentionFormat::NeuralMonkey:
        return ImportNote::tr("NumPy array");
    case AttentionFormat::Pharaoh:
        return ImportNote::tr("links");
    case AttentionFormat::Giza:
        return ImportNote::tr("GIZA++ links");
    default:
        return {};
    }
}

QString skippedText(std::int64_t count)
{
    return count == 1 ? ImportNote::tr("one sentence could not be read")
                      : ImportNote::tr("%1 sentences could not be read").arg(countText(count));
}

QToolButton* button(const char* name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* result = new QToolButton(parent);
    result->setObjectName(name);
    result->setText(text);
    result->setToolTip(tip);
    result->setAccessibleName(text);
    result->setAccessibleDescription(tip);
    result->setAutoRaise(true);
    result->setFocusPolicy(Qt::TabFocus);
    return result;
}

} // namespace

ImportNote::ImportNote(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_text(new QLabel(this)),
      m_details(button("importDetails", tr("What was assumed…"),
                       tr("How this file was understood, and what was left out"), this)),
      m_sourceText(button("importSourceText", tr("Add source words…"),
                          tr("Choose the text that was translated, a sentence a line"), this)),
      m_targetText(button("importTargetText", tr("Add target words…"),
                          tr("Choose the text of the translations, a sentence a line"), this))
{
    setObjectName("importNote");
    m_text->setObjectName("importText");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 6, 3);
    layout->addWidget(m_text, 1);
    for (QToolButton* each : {m_sourceText, m_targetText, m_details})
        layout->addWidget(each);
    connect(m_details, &QToolButton::clicked, this, &ImportNote::showDetails);
    connect(m_sourceText, &QToolButton::clicked, this, [this] { emit textWished(true); });
    connect(m_targetText, &QToolButton::clicked, this, [this] { emit textWished(false); });
    connect(&workbench, &Workbench::changed, this, &ImportNote::refresh);
    refresh();
}

void ImportNote::refresh()
{
    const OpenedAttentionPtr& attention = m_workbench.attention();
    setVisible(attention != nullptr);
    if (!attention)
        return;
    QStringList parts{formatName(attention->format),
                      attention->sentences.size() == 1
                          ? tr("one sentence")
                          : tr("%1 sentences").arg(countText(static_cast<std::int64_t>(attention->sentences.size())))};
    if (attention->skippedTotal > 0)
        parts << tr("%1 left out").arg(countText(attention->skippedTotal));
    m_text->setText(parts.join(QStringLiteral(" · ")));
    m_text->setToolTip(details(*attention));
    m_details->setVisible(!details(*attention).isEmpty());
    m_sourceText->setVisible(attention->sourceNumbered);
    m_targetText->setVisible(attention->targetNumbered);
}

QString ImportNote::details(const OpenedAttention& attention)
{
    QStringList lines;
    for (const std::string& assumption : attention.assumptions)
        lines << QString::fromStdString(assumption);
    if (attention.skippedTotal > 0) {
        if (!lines.isEmpty())
            lines << QString();
        const QString told = skippedText(attention.skippedTotal);
        lines << told.left(1).toUpper() + told.mid(1) + u':';
        constexpr std::size_t shown = 1000;
        for (std::size_t i = 0; i < std::min(shown, attention.skipped.size()); ++i)
            lines << tr("Line %1: %2")
                         .arg(attention.skipped[i].line)
                         .arg(QString::fromStdString(attention.skipped[i].reason));
        if (attention.skippedTotal > static_cast<std::int64_t>(shown))
            lines << QStringLiteral("…");
    }
    return lines.join(u'\n');
}

void ImportNote::showDetails()
{
    auto* dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName("importDialog");
    dialog->setWindowTitle(tr("How %1 was read").arg(m_workbench.label()));
    auto* text = new QPlainTextEdit(details(*m_workbench.attention()), dialog);
    text->setObjectName("importDetailsText");
    text->setAccessibleName(tr("What was assumed and left out"));
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(560, 300);
    dialog->open();
}

void ImportNote::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor tint = palette().color(QPalette::WindowText);
    tint.setAlpha(14);
    painter.fillRect(rect(), tint);
}

} // namespace alignoscope::ui
