// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/text_question.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/sentences_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace alignoscope::ui {

TextQuestion::TextQuestion(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences)
{
    build();
    follow();
    refresh();
}

void TextQuestion::build()
{
    m_line = new QLineEdit(this);
    m_line->setObjectName("textSource");
    m_line->setPlaceholderText(tr("Type a text of your own, or choose one at the left"));
    m_line->setAccessibleName(tr("A text for the model to sort by label"));
    m_line->setToolTip(tr("The model says which label your text should get. Empty the line to go back to the chosen "
                          "text"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_button = new QPushButton(tr("&Sort by label"), this);
    m_button->setObjectName("textClassify");
    m_message = new QLabel(this);
    m_message->setObjectName("textMessage");
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_message);
    connect(m_line, &QLineEdit::returnPressed, this, &TextQuestion::takeTyped);
    connect(m_button, &QPushButton::clicked, this, &TextQuestion::takeTyped);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            forgetTyped();
        refresh();
    });
}

void TextQuestion::follow()
{
    connect(&m_playback, &Playback::sentenceChanged, this, [this] {
        m_line->clear();
        forgetTyped();
        askSoon();
    });
    connect(&m_sentences.model(), &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_answer) // the chosen one is known only now
            askSoon();
    });
    m_clock.setInterval(1000); // milliseconds: each answer costs the training a copy of the model
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_workbench.session().active() && !m_workbench.session().paused() && !m_job.busy())
            askSoon();
    });
    m_clock.start();
    connect(&m_workbench, &Workbench::trainingFinished, this, &TextQuestion::askSoon);
    connect(&m_workbench, &Workbench::changed, this, &TextQuestion::refresh);
    connect(&m_workbench, &Workbench::runCleared, this, [this] {
        m_job.cancel();
        m_answer.reset();
        m_labels.clear();
        m_typed.clear();
        m_line->clear();
        m_stale = true;
        emit changed();
    });
    connect(&m_job, &ClassificationJob::classified, this, [this](const TextAnswerPtr& answer) {
        m_answer = answer;
        m_labels = answer->labels;
        m_message->hide();
        emit changed();
    });
    connect(&m_job, &ClassificationJob::failed, this, [this](const QString& message) {
        m_message->setText(message);
        m_message->show();
    });
}

QString TextQuestion::text() const
{
    if (!m_typed.isEmpty())
        return m_typed;
    const WatchedSentence* chosen = m_sentences.model().sentence(m_playback.chosen());
    return chosen ? QString::fromStdString(chosen->source) : QString();
}

TextAnswerPtr TextQuestion::answer() const
{
    return m_answer && m_answer->text == text() ? m_answer : nullptr;
}

void TextQuestion::takeTyped()
{
    const QString text = m_line->text().simplified();
    if (text.isEmpty() || !m_workbench.whyNotClassify().isEmpty())
        return;
    m_typed = text;
    emit changed();
    ask();
}

void TextQuestion::forgetTyped()
{
    if (m_typed.isEmpty())
        return;
    m_typed.clear();
    emit changed();
    askSoon();
}

void TextQuestion::askSoon()
{
    m_stale = true;
    if (isVisible())
        ask();
}

void TextQuestion::ask()
{
    if (text().isEmpty() || !m_workbench.whyNotClassify().isEmpty())
        return;
    m_stale = false;
    m_job.classify(m_workbench.classifierSource(), text());
}

void TextQuestion::refresh()
{
    const QString why = m_workbench.whyNotClassify();
    m_line->setEnabled(why.isEmpty());
    m_button->setEnabled(why.isEmpty() && !m_line->text().simplified().isEmpty());
    m_button->setToolTip(why.isEmpty() ? tr("Ask the model as it is now, which label the text should get") : why);
    if (why.isEmpty() && m_stale && isVisible())
        ask();
}

void TextQuestion::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        ask();
}

bool TextQuestion::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !m_line->text().isEmpty()) {
        m_line->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace alignoscope::ui
