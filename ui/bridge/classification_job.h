// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/bridge/worker.h"

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/classification.h"

#include <QObject>

#include <memory>

namespace alignoscope::ui {

/// What a model made of a text.
struct TextAnswer {
    QString text;
    Classification result;
    std::vector<std::string> labels; ///< in the order of the probabilities
    qint64 step = 0;                 ///< updates the model had seen
};
using TextAnswerPtr = std::shared_ptr<const TextAnswer>;

/// The attention of an answer as a picture of one row.
AttentionSnapshotPtr pictureOf(const TextAnswer& answer);

/// Sorts a text by label on a thread of its own, also while the model is training. The newest text wins: whatever an
/// earlier one comes to is dropped. Owner's thread; nothing blocks but the destructor.
class ClassificationJob : public QObject {
    Q_OBJECT
public:
    explicit ClassificationJob(QObject* parent = nullptr);

    /// Ends in one of `classified` and `failed`, unless another text comes first.
    void classify(ClassifierSource source, const QString& text);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void classified(const alignoscope::ui::TextAnswerPtr& answer);
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
