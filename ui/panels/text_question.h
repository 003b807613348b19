// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/classification_job.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace alignoscope::ui {

class Playback;
class SentencesPanel;
class Workbench;

/// The line in which a text is typed that the model is to sort by label. While none is typed, it is the chosen text
/// that is asked about. Asks by itself when another text is chosen and, while a model trains, about once a second; but
/// only while it is visible, otherwise when it is next shown.
class TextQuestion : public QWidget {
    Q_OBJECT
public:
    TextQuestion(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent = nullptr);

    /// The text of one's own that is shown; empty: the chosen one is.
    [[nodiscard]] const QString& typed() const { return m_typed; }
    /// What the model made of the text that is shown; null while it was not asked.
    [[nodiscard]] TextAnswerPtr answer() const;
    /// The labels the model knows; empty before the first answer.
    [[nodiscard]] const std::vector<std::string>& labels() const { return m_labels; }

signals:
    void changed(); ///< another text, or another answer

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void follow();
    void takeTyped();
    void forgetTyped();
    void ask();
    void askSoon();
    void refresh();
    [[nodiscard]] QString text() const;

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    QLineEdit* m_line;
    QPushButton* m_button;
    QLabel* m_message;
    QTimer m_clock;
    QString m_typed;
    TextAnswerPtr m_answer;
    std::vector<std::string> m_labels;
    bool m_stale = true; ///< what is shown is not what would be answered now
    ClassificationJob m_job;
};

} // namespace alignoscope::ui
