// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/bridge/worker.h"

#include "alignoscope/translator.h"

#include <QObject>

#include <memory>

namespace alignoscope::ui {

using TranslationPtr = std::shared_ptr<const Translation>;

/// Translates on a thread of its own, also while a model is training. The newest request wins: whatever an earlier one
/// comes to is dropped. Owner's thread; nothing blocks but the destructor.
class TranslationJob : public QObject {
    Q_OBJECT
public:
    explicit TranslationJob(QObject* parent = nullptr);

    /// Ends in one of `translated` and `failed`, unless another request comes first.
    void translate(TranslatorSource source, const QString& text, const TranslationOptions& options);
    void cancel();
    [[nodiscard]] bool busy() const;

signals:
    void translated(const alignoscope::ui::TranslationPtr& translation,
                    qint64 step); ///< step: updates the model had seen
    void failed(const QString& message);

private:
    Worker m_worker;
};

} // namespace alignoscope::ui
