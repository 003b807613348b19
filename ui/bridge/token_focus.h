// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string>
#include <vector>

namespace alignoscope::ui {

/// Tells sentences apart by their tokens, so that a view only follows places in what it shows itself.
std::size_t sentenceKey(const std::vector<std::string>& tokens);

/// The token, or the pair of tokens, that somebody looks at in any view: pointed at, or under a keyboard's cursor.
/// Every view of the same sentence lights it up. One per window; GUI thread.
class TokenFocus : public QObject {
    Q_OBJECT
public:
    /// Counted from 0 in the snapshot's own tokens; −1: none.
    struct Place {
        int source = -1, target = -1;
        std::size_t sourceSentence = 0, targetSentence = 0; ///< sentenceKey of the tokens they count
        bool operator==(const Place&) const = default;

        /// The source (target) token where it is one of that sentence, else −1.
        [[nodiscard]] int sourceIn(std::size_t sentence) const { return sentence == sourceSentence ? source : -1; }
        [[nodiscard]] int targetIn(std::size_t sentence) const { return sentence == targetSentence ? target : -1; }
    };
    using QObject::QObject;

    /// `by` is the view that says so; it hears of it too, and knows itself by it.
    void set(const Place& place, const QObject* by);
    void clear(const QObject* by) { set({}, by); } ///< nothing where another view spoke last
    [[nodiscard]] const Place& place() const { return m_place; }
    [[nodiscard]] const QObject* by() const { return m_by; }

signals:
    void changed(const alignoscope::ui::TokenFocus::Place& place);

private:
    Place m_place;
    const QObject* m_by = nullptr;
};

} // namespace alignoscope::ui
