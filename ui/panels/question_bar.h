// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/indices.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace alignoscope::ui {

class ModelJob;
class Playback;
class SentencesPanel;
class Workbench;

/// The line above every view that asks the model something about a sentence: which sentence (the chosen one, or
/// another that is typed), the button that asks, and which model answered.
/// Asks by itself when another sentence is chosen and, while a model trains, after each validation; but only while it
/// is visible, otherwise when it is next shown.
class QuestionBar : public QWidget {
    Q_OBJECT
public:
    /// What the second line is for.
    enum class Target {
        None,     ///< there is none
        Optional, ///< the given translation; empty: the model's own
    };
    /// `job` is watched: the bar says that it is busy, and why it failed. All must outlive the bar.
    QuestionBar(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, ModelJob& job, Target target,
                const QString& askText, QWidget* parent = nullptr);

    [[nodiscard]] QString source() const;
    [[nodiscard]] QString target() const;
    /// Controls of one's own at the right of the line below.
    void addControl(QWidget* widget);
    /// The answer is there: says by which model.
    void setAnswered(qint64 step);
    /// Something in place of "the model after … steps"; plain text.
    void setMessage(const QString& text);
    void ask(); ///< as the button does; nothing where there is no model or no sentence

signals:
    void asked(const QString& source, const QString& target);
    void forgotten(); ///< the run is gone: show nothing of it any more

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build(const QString& askText, Target target);
    void follow();
    void takeSentence(SentenceId sentence);
    void askSoon();
    void refresh();

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    ModelJob& m_job;
    QLineEdit* m_source;
    QLineEdit* m_target = nullptr;
    QPushButton* m_button;
    QLabel* m_message;
    QLayout* m_controls;
    SentenceId m_taken{-1}; ///< the chosen sentence that was taken over
    QString m_why;          ///< why nothing can be asked, while it is said
    bool m_stale = true;    ///< what is shown is not what would be answered now
};

} // namespace alignoscope::ui
