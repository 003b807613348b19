// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/sentence_delegate.h"

namespace alignoscope::ui {

void SentenceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->text.isRightToLeft())
        option->direction = Qt::RightToLeft;
}

} // namespace alignoscope::ui
