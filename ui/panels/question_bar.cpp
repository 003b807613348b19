// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/question_bar.h"

#include "ui/bridge/model_job.h"
#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace alignoscope::ui {

QuestionBar::QuestionBar(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, ModelJob& job,
                         Target target, const QString& askText, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences), m_job(job)
{
    build(askText, target);
    follow();
    takeSentence(playback.chosen());
    refresh();
}

void QuestionBar::build(const QString& askText, Target target)
{
    const auto edit = [this](const char* name, const QString& hint, const QString& tip) {
        auto* line = new QLineEdit(this);
        line->setObjectName(name);
        line->setPlaceholderText(hint);
        line->setToolTip(tip);
        line->setAccessibleName(tip);
        line->setClearButtonEnabled(true);
        connect(line, &QLineEdit::returnPressed, this, &QuestionBar::ask);
        connect(line, &QLineEdit::textChanged, this, &QuestionBar::refresh);
        return line;
    };
    m_source =
        edit("questionSource", tr("A sentence"), tr("The sentence that is asked about: the chosen one, or yours"));
    m_button = new QPushButton(askText, this);
    m_button->setObjectName("questionAsk");
    connect(m_button, &QPushButton::clicked, this, &QuestionBar::ask);
    m_message = new QLabel(this);
    m_message->setObjectName("questionMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* first = new QHBoxLayout;
    first->addWidget(m_source, 1);
    if (target == Target::Optional) {
        m_target = edit("questionTarget", tr("Its translation (empty: the model’s own)"),
                        tr("The translation that is asked about; empty: what the model writes itself"));
        first->addWidget(m_target, 1);
    }
    first->addWidget(m_button);
    auto* second = new QHBoxLayout;
    second->addWidget(m_message, 1);
    auto* controls = new QHBoxLayout;
    second->addLayout(controls);
    m_controls = controls;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
}

void QuestionBar::follow()
{
    connect(&m_playback, &Playback::sentenceChanged, this, &QuestionBar::takeSentence);
    connect(&m_sentences.model(), &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_taken != m_playback.chosen())
            takeSentence(m_playback.chosen());
    });
    connect(&m_workbench.session(), &TrainingSession::validated, this, &QuestionBar::askSoon);
    connect(&m_workbench, &Workbench::trainingFinished, this, &QuestionBar::askSoon);
    connect(&m_workbench, &Workbench::changed, this, &QuestionBar::refresh);
    connect(&m_workbench, &Workbench::runCleared, this, [this] {
        m_job.cancel();
        m_message->clear();
        m_stale = true;
        emit forgotten();
    });
    connect(&m_job, &ModelJob::failed, this, [this](const QString& message) { m_message->setText(message); });
    connect(&m_job, &ModelJob::busyChanged, this, [this](bool busy) {
        if (busy)
            m_message->setText(tr("Asking the model…"));
    });
}

QString QuestionBar::source() const
{
    return m_source->text().simplified();
}

QString QuestionBar::target() const
{
    return m_target ? m_target->text().simplified() : QString();
}

void QuestionBar::addControl(QWidget* widget)
{
    m_controls->addWidget(widget);
}

void QuestionBar::setAnswered(qint64 step)
{
    setMessage(tr("Answered by the model after %1 steps").arg(countText(step)));
}

void QuestionBar::setMessage(const QString& text)
{
    m_message->setText(text);
}

void QuestionBar::takeSentence(SentenceId id)
{
    const WatchedSentence* sentence = m_sentences.model().sentence(id);
    m_taken = sentence ? id : SentenceId{-1};
    if (!sentence)
        return;
    m_source->setText(QString::fromStdString(sentence->source));
    if (m_target)
        m_target->setText(QString::fromStdString(sentence->target));
    for (QLineEdit* line : {m_source, m_target}) { // a long one is read from its beginning
        if (line)
            line->setCursorPosition(0);
    }
    askSoon();
}

void QuestionBar::askSoon()
{
    m_stale = true;
    if (isVisible())
        ask();
}

void QuestionBar::ask()
{
    if (source().isEmpty() || !m_workbench.whyNotTranslate().isEmpty())
        return;
    m_stale = false;
    emit asked(source(), target());
}

void QuestionBar::refresh()
{
    const QString why = m_workbench.whyNotTranslate();
    for (QLineEdit* line : {m_source, m_target}) {
        if (line)
            line->setEnabled(why.isEmpty());
    }
    m_button->setEnabled(why.isEmpty() && !source().isEmpty());
    m_button->setToolTip(why.isEmpty() ? tr("Ask the model as it is now") : why);
    if (why != m_why)
        m_message->setText(why);
    m_why = why;
    if (why.isEmpty() && m_stale && isVisible())
        ask();
}

void QuestionBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        ask();
}

} // namespace alignoscope::ui
