// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/next_word_popup.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

namespace {

enum Role { ProbabilityRole = Qt::UserRole, TokenRole, PresentRole };

QString probabilityText(double probability)
{
    return probability < 0.0005 ? QStringLiteral("< 0.001") : QString::number(probability, 'f', 3);
}

/// A word at the left, its probability as a bar behind it and as a number at the right.
class NextWordDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const double probability = index.data(ProbabilityRole).toDouble();
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(option.rect, option.palette.highlight());
        QColor bar = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight);
        bar.setAlphaF(0.22F);
        QRectF filled = QRectF(option.rect).adjusted(2, 2, -2, -2);
        filled.setWidth(filled.width() * std::clamp(probability, 0.0, 1.0));
        painter->fillRect(filled, bar);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        QFont font = option.font;
        font.setBold(index.data(PresentRole).toBool());
        painter->setFont(font);
        const QRect room = option.rect.adjusted(8, 0, -8, 0);
        const QString number = probabilityText(probability);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, number);
        const int width = room.width() - painter->fontMetrics().horizontalAdvance(number) - 8;
        painter->drawText(QRect(room.topLeft(), QSize(width, room.height())), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, width));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override
    {
        return {220, option.fontMetrics.height() + 8};
    }
};

} // namespace

NextWordPopup::NextWordPopup(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setObjectName("nextWordPopup");
    setFrameShape(QFrame::StyledPanel);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_list = new QListWidget(this);
    m_list->setObjectName("nextWordList");
    m_list->setAccessibleName(tr("The likeliest words here, with their probability"));
    m_list->setToolTip(tr("What the model would say here, and how probable it finds each word. The words add up to 1 "
                          "over all it knows."));
    m_list->setItemDelegate(new NextWordDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_other = new QLineEdit(this);
    m_other->setObjectName("nextWordOther");
    m_other->setPlaceholderText(tr("Another word, or several"));
    m_other->setAccessibleName(m_other->placeholderText());
    m_other->setToolTip(tr("What you type is said here, and the model goes on after it"));
    const auto button = [this](const char* name, const QString& text, const QString& tip) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        return made;
    };
    m_back = button("nextWordBack", tr("Let the &model choose"), tr("Takes back the word that you gave here"));
    m_keep = button("nextWordKeep", tr("&Keep the words before"),
                    tr("Holds everything before this word as it is, whatever else you change"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addWidget(m_other);
    layout->addWidget(m_keep);
    layout->addWidget(m_back);

    connect(m_list, &QListWidget::itemActivated, this, &NextWordPopup::chooseListed);
    connect(m_list, &QListWidget::itemClicked, this, &NextWordPopup::chooseListed);
    connect(m_other, &QLineEdit::returnPressed, this, [this] {
        if (m_other->text().trimmed().isEmpty())
            return;
        close();
        emit chosen(m_target, m_other->text(), false);
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        close();
        emit givenBack(m_target);
    });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        close();
        emit beginningKept(m_target);
    });
}

void NextWordPopup::fill(const std::vector<NextWord>& likeliest, const std::string& present)
{
    m_list->clear();
    for (const NextWord& word : likeliest) {
        const bool end = word.token == "</s>";
        auto* item =
            new QListWidgetItem(end ? tr("(end of the sentence)") : QString::fromStdString(word.token), m_list);
        item->setData(ProbabilityRole, word.probability);
        item->setData(TokenRole, QString::fromStdString(word.token));
        item->setData(PresentRole, word.token == present);
        item->setData(Qt::AccessibleTextRole,
                      tr("%1, probability %2").arg(item->text(), probabilityText(word.probability)));
        if (word.token == present)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
}

void NextWordPopup::offer(int target, const std::vector<NextWord>& likeliest, const std::string& present, bool given,
                          const QRect& place)
{
    m_target = target;
    m_title->setText(tr("Word %1: what the model could say").arg(target + 1));
    fill(likeliest, present);
    m_list->setFixedHeight(std::max(1, m_list->count()) * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    m_other->clear();
    m_back->setVisible(given);
    m_keep->setVisible(target > 0);
    adjustSize();
    const QScreen* screen = QGuiApplication::screenAt(place.center());
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QPoint corner = place.bottomLeft() + QPoint(0, 3);
    if (corner.y() + height() > room.bottom())
        corner.setY(std::max(room.top(), place.top() - 3 - height()));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(corner);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

void NextWordPopup::chooseListed()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item && isVisible()) { // a click that also activates tells of itself twice
        const QString token = item->data(TokenRole).toString();
        close();
        emit chosen(m_target, token, true);
    }
}

} // namespace alignoscope::ui
