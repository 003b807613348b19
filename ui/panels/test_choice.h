// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/experiment_job.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QSpinBox;

namespace alignoscope::ui {

/// Which sentences runs are tested on: a built-in corpus, a file, or what each run kept for validation.
class TestChoice : public QWidget {
    Q_OBJECT
public:
    explicit TestChoice(QWidget* parent = nullptr);

    [[nodiscard]] TestSentences sentences() const;
    [[nodiscard]] QString label() const; ///< of the corpus

    /// Asks for a file; an empty answer is a refusal. Tests put their own answers here.
    using Ask = std::function<QString(QWidget* parent, const QString& title)>;
    void setAskForFile(Ask ask) { m_askForFile = std::move(ask); }

signals:
    void changed();

private:
    void choose(int item);

    Ask m_askForFile;
    QComboBox* m_corpus;
    QSpinBox* m_perTen;
    int m_chosen = 0;
};

} // namespace alignoscope::ui
