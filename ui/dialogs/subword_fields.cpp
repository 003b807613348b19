// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/subword_fields.h"

#include "ui/bridge/paths.h"
#include "ui/dialogs/option_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace alignoscope::ui {

SubwordFields::SubwordFields(QFormLayout* form)
    : QObject(form), m_form(form), m_choose([](QWidget* owner) {
          return QFileDialog::getOpenFileName(owner, tr("Pieces of words"), {},
                                              tr("SentencePiece models (*.model *.spm);;All files (*)"));
      })
{
    addLearning();
    addFile(m_source, "subwordSourceFile", "subwordSourceBrowse", tr("Source pieces from a file"));
    addFile(m_target, "subwordTargetFile", "subwordTargetBrowse", tr("Target pieces from a file"));
    connect(m_method, &QComboBox::currentIndexChanged, this, &SubwordFields::edited);
    connect(m_pieces, &QSpinBox::valueChanged, this, &SubwordFields::edited);
    connect(m_joint, &QCheckBox::toggled, this, [this] {
        refresh();
        emit edited();
    });
    refresh();
}

void SubwordFields::addLearning()
{
    const OptionForm fields(m_form, m_form->parentWidget());
    m_method = fields.choice("subwordMethod", tr("Learnt by"),
                             {{tr("joining pairs (BPE)"), static_cast<int>(SubwordMethod::Bpe)},
                              {tr("likelihood (unigram)"), static_cast<int>(SubwordMethod::Unigram)}},
                             tr("How pieces are found: letters that often stand together are joined, again and again "
                                "(byte pair encoding), or those are kept that make the text likeliest (unigram)"));
    m_method->setAccessibleName(tr("How pieces of words are found"));
    m_method->setMinimumContentsLength(8);
    m_pieces =
        fields.whole("subwordPieces", tr("Number of pieces"), 10, 1'000'000,
                     tr("So many pieces are learnt a side; a small corpus gives fewer. Fewer pieces are shorter: "
                        "more tokens a sentence, and every word can be read"));
    m_pieces->setKeyboardTracking(false); // learning takes a moment: not for every digit typed
    m_pieces->setAccessibleName(tr("Number of pieces"));
    m_joint = fields.tick("subwordJoint", tr("Same for both sides"),
                          tr("One set of pieces for both languages: names and related words are cut alike"));
}

void SubwordFields::addFile(File& file, const char* name, const char* browseName, const QString& what)
{
    QWidget* parent = m_form->parentWidget();
    file.row = new QWidget(parent);
    file.line = new QLineEdit(file.row);
    file.line->setPlaceholderText(tr("none: learnt"));
    file.line->setClearButtonEnabled(true);
    file.line->setAccessibleName(what);
    auto* browse = new QToolButton(file.row);
    browse->setObjectName(QLatin1String(browseName));
    browse->setText(tr("Choose…"));
    browse->setToolTip(tr("Choose a .model file of SentencePiece"));
    browse->setAccessibleName(browse->toolTip());
    auto* layout = new QHBoxLayout(file.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(file.line, 1);
    layout->addWidget(browse);
    const QString tip = tr("A .model file that SentencePiece wrote, instead of pieces learnt from this corpus");
    OptionForm(m_form, parent).add(file.row, "", tr("From a file"), tip);
    file.line->setObjectName(QLatin1String(name));
    file.line->setToolTip(tip);
    file.line->setAccessibleDescription(tip);
    connect(browse, &QToolButton::clicked, this, [this, &file] {
        if (const QString path = m_choose(file.row); !path.isEmpty())
            choose(file, path);
    });
    const auto typed = [this, &file] { choose(file, file.line->text().trimmed()); };
    connect(file.line, &QLineEdit::editingFinished, this, typed);
    connect(file.line, &QLineEdit::textChanged, this, [typed](const QString& text) {
        if (text.isEmpty()) // the clear button
            typed();
    });
}

void SubwordFields::choose(File& file, const QString& path)
{
    const std::filesystem::path chosen = toPath(path);
    if (chosen == file.path)
        return;
    file.path = chosen;
    showPath(file);
    refresh();
    emit edited();
}

void SubwordFields::showPath(const File& file)
{
    const QSignalBlocker quietly(file.line);
    file.line->setText(toQString(file.path));
}

void SubwordFields::set(const SubwordOptions& options)
{
    const QSignalBlocker quietly(this);
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(options.method)));
    m_pieces->setValue(options.pieces);
    m_joint->setChecked(options.joint);
    m_source.path = options.sourceFile;
    m_target.path = options.targetFile;
    showPath(m_source);
    showPath(m_target);
    refresh();
}

SubwordOptions SubwordFields::options() const
{
    return {static_cast<SubwordMethod>(m_method->currentData().toInt()), m_pieces->value(), m_joint->isChecked(),
            m_source.path, m_target.path};
}

void SubwordFields::setSides(bool source, bool target)
{
    m_cutSource = source;
    m_cutTarget = target;
    refresh();
}

/// Only what has an effect is there. Joint sides need one file: the source's, or the target's if only that is cut.
void SubwordFields::refresh()
{
    const bool both = m_cutSource && m_cutTarget, any = m_cutSource || m_cutTarget;
    const bool isOne = both && m_joint->isChecked();
    const bool isGiven = (!m_cutSource || !m_source.path.empty()) && (!m_cutTarget || isOne || !m_target.path.empty());
    m_form->setRowVisible(m_method, any);
    m_form->setRowVisible(m_pieces, any);
    m_form->setRowVisible(m_joint, both);
    m_form->setRowVisible(m_source.row, m_cutSource);
    m_form->setRowVisible(m_target.row, m_cutTarget && !isOne);
    m_method->setEnabled(!isGiven);
    m_pieces->setEnabled(!isGiven);
    const auto label = [this](const File& file) { return static_cast<QLabel*>(m_form->labelForField(file.row)); };
    label(m_source)->setText(both && !isOne ? tr("Source from") : tr("From a file"));
    label(m_target)->setText(both && !isOne ? tr("Target from") : tr("From a file"));
}

} // namespace alignoscope::ui
