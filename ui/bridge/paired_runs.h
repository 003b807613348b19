// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <array>
#include <filesystem>

namespace alignoscope::ui {

/// Two runs that were, or are being, trained on the same batches in turn. The first is trained by the workbench's own
/// session, the second by the session here. GUI thread; nothing blocks but the destructor, as a session's does.
class PairedRuns : public QObject {
    Q_OBJECT
public:
    struct Member {
        std::filesystem::path folder;
        AttentionOptions attention;
    };
    using QObject::QObject;

    [[nodiscard]] TrainingSession& session() { return m_session; } ///< of the second
    [[nodiscard]] const TrainingSession& session() const { return m_session; }
    [[nodiscard]] const std::array<Member, 2>& members() const { return m_members; }
    [[nodiscard]] bool exists() const { return !m_members[0].folder.empty(); }

    void set(const std::array<Member, 2>& members);
    void clear(); ///< there is no pair any more; the folders stay
    /// Clears a pair this folder is not of.
    void keepOnlyWith(const std::filesystem::path& folder);

signals:
    void changed(); ///< another pair, or none

private:
    TrainingSession m_session;
    std::array<Member, 2> m_members;
};

} // namespace alignoscope::ui
