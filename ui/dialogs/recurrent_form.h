// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGroupBox;
class QSpinBox;

namespace alignoscope::ui {

/// What the encoder and the decoder are made of, all but the attention between them.
class RecurrentForm : public QWidget {
    Q_OBJECT
public:
    explicit RecurrentForm(QWidget* parent = nullptr);

    void setModel(const ModelOptions& model);
    /// Writes what the fields say into `model`, and leaves the rest of it.
    void read(ModelOptions& model) const;

signals:
    void changed(); ///< by the user or by `setModel`

private:
    QGroupBox* buildEncoder();
    QGroupBox* buildDecoder();
    QGroupBox* buildSizes();
    void refresh();

    QComboBox *m_encoderCell, *m_directions, *m_decoderCell, *m_decoder, *m_initialization;
    QCheckBox *m_inputFeeding, *m_tieEmbeddings;
    QSpinBox *m_layers, *m_embedding, *m_hidden, *m_maxout;
    QList<QWidget*> m_labels; ///< of encoder and decoder
    bool m_filling = false;
};

} // namespace alignoscope::ui
