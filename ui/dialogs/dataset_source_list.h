// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <QListWidget>

#include <vector>

namespace alignoscope::ui {

/// The corpora to choose from: files chosen so far, newest first, then the built-in ones; each with what it is and how
/// large. Object name: datasetSources.
class DatasetSourceList : public QListWidget {
    Q_OBJECT

public:
    enum Role {
        SizeRole = Qt::UserRole, ///< "21,000 pairs", "3.1 MB"
        TaskRole,                ///< one line for people
    };

    explicit DatasetSourceList(QWidget* parent = nullptr);

    /// Marks `source` as the one that is open, adding it when it is a file; an empty source marks none. No signal.
    void setCurrent(const CorpusSource& source);
    /// Takes a file out again (it could not be read). Built-in corpora stay.
    void remove(const CorpusSource& source);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void sourceChosen(const alignoscope::CorpusSource& source); ///< by the user

private:
    [[nodiscard]] int rowOf(const CorpusSource& source) const;
    void insert(int row, const CorpusSource& source, const QString& name, const QString& size, const QString& task);
    void insertFiles(const CorpusSource& source);

    std::vector<CorpusSource> m_sources; ///< one a row
};

} // namespace alignoscope::ui
