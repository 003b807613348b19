// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"

#include <QObject>

#include <array>
#include <filesystem>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace alignoscope::ui {

/// Rows of a form: how words are cut into pieces, on the sides where they are; hidden where neither is.
/// Object names: subwordMethod, subwordPieces, subwordJoint, subwordSourceFile and subwordTargetFile with
/// subwordSourceBrowse and subwordTargetBrowse.
class SubwordFields : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to the end of `form`.
    explicit SubwordFields(QFormLayout* form);

    void set(const SubwordOptions& options); ///< no signal
    [[nodiscard]] SubwordOptions options() const;
    void setSides(bool source, bool target); ///< which sides are cut into pieces
    /// Replaces the file dialog (tests).
    void setFileChooser(std::function<QString(QWidget*)> chooser) { m_choose = std::move(chooser); }

signals:
    void edited(); ///< by the user

private:
    struct File {
        QLineEdit* line = nullptr;
        QWidget* row = nullptr;
        std::filesystem::path path;
    };
    void addLearning();
    void addFile(File& file, const char* name, const char* browseName, const QString& what);
    void choose(File& file, const QString& path);
    void showPath(const File& file);
    void refresh();

    QFormLayout* m_form;
    std::function<QString(QWidget*)> m_choose;
    QComboBox* m_method;
    QSpinBox* m_pieces;
    QCheckBox* m_joint;
    File m_source, m_target;
    bool m_cutSource = false, m_cutTarget = false;
};

} // namespace alignoscope::ui
