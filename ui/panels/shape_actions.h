// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"

#include <QObject>

class QAction;
class QCheckBox;
class QMenu;
class QSettings;
class QWidget;

namespace alignoscope::ui {

/// Which tokens pictures of attention show: one choice for matrix and links, remembered in the settings.
class ShapeActions : public QObject {
    Q_OBJECT
public:
    ShapeActions(QSettings& settings, QObject* parent);

    QAction* hideEnd;
    QAction* hidePunctuation;
    QAction* joinSubwords;

    void fill(QMenu* menu);
    /// A tick box that is one of the actions, in few words.
    static QCheckBox* tickBox(QAction* action, const QString& text, QWidget* parent);
    [[nodiscard]] AttentionShape shape() const;
    /// Joining is possible where the picture shown has pieces of words.
    void setPicture(const AttentionSnapshotPtr& snapshot);

signals:
    void shapeChanged(const alignoscope::AttentionShape& shape);

private:
    QAction* add(const char* name, const QString& text, const QString& help, const char* key, QKeyCombination shortcut);

    QSettings& m_settings;
};

} // namespace alignoscope::ui
