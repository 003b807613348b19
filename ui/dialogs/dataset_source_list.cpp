// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_source_list.h"

#include "ui/dialogs/dataset_colours.h"
#include "ui/dialogs/dataset_words.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace alignoscope::ui {

namespace {

/// Two lines an entry: name and size, below them what it is.
class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const QString name = option.text;
        option.text.clear();
        const QWidget* widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget);

        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        const QColor text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = selected ? text : quietText(option.palette);
        const QRect area = option.rect.adjusted(8, 5, -8, -5);
        const QFont large = nameFont(option.font);
        const QString size = index.data(DatasetSourceList::SizeRole).toString();
        const QFontMetrics metrics(option.font);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(quiet);
        painter->drawText(area, Qt::AlignRight | Qt::AlignTop, size);
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignBottom,
            metrics.elidedText(index.data(DatasetSourceList::TaskRole).toString(), Qt::ElideRight, area.width()));
        painter->setFont(large);
        painter->setPen(text);
        const int room = area.width() - metrics.horizontalAdvance(size) - 10;
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                          QFontMetrics(large).elidedText(name, Qt::ElideMiddle, room));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {120, 2 * QFontMetrics(nameFont(option.font)).height() + 12};
    }

private:
    static QFont nameFont(QFont font)
    {
        font.setWeight(QFont::DemiBold);
        return font;
    }
};

QString sizeOnDisk(const CorpusSource& source)
{
    qint64 bytes = 0;
    std::vector<std::filesystem::path> files = source.classFiles;
    files.insert(files.end(), {source.file, source.targetFile});
    for (const auto& path : files)
        if (!path.empty())
            bytes += QFileInfo(QFile::decodeName(path.c_str())).size();
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

DatasetSourceList::DatasetSourceList(QWidget* parent) : QListWidget(parent)
{
    setObjectName("datasetSources");
    setAccessibleName(tr("Corpora"));
    setItemDelegate(new EntryDelegate(this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMinimumHeight(4 * fontMetrics().height());
    for (const BuiltinCorpus& corpus : builtinCorpora()) {
        CorpusSource source;
        source.builtin = corpus.name;
        insert(count(), source, QString::fromStdString(corpus.name),
               (corpus.kind == Task::Classification ? tr("%1 texts") : tr("%1 pairs"))
                   .arg(grouped(static_cast<qint64>(corpus.pairs))),
               QString::fromStdString(corpus.task));
    }
    // the selection, not the current row: a list that gets the focus makes its first row current, which is no choice
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (const QList<QListWidgetItem*> selected = selectedItems(); !selected.isEmpty())
            emit sourceChosen(m_sources[static_cast<std::size_t>(row(selected.first()))]);
    });
}

void DatasetSourceList::setCurrent(const CorpusSource& source)
{
    const QSignalBlocker quietly(this);
    if (source == CorpusSource{}) {
        setCurrentRow(-1);
        return;
    }
    if (rowOf(source) < 0 && source.builtin.empty())
        insertFiles(source);
    setCurrentRow(rowOf(source));
}

void DatasetSourceList::remove(const CorpusSource& source)
{
    const int row = rowOf(source);
    if (row < 0 || !source.builtin.empty())
        return;
    const QSignalBlocker quietly(this);
    m_sources.erase(m_sources.begin() + row);
    delete takeItem(row);
}

QSize DatasetSourceList::sizeHint() const
{
    const int rows = std::clamp(count(), 3, 6);
    return {240, rows * sizeHintForRow(0) + 2 * frameWidth()};
}

int DatasetSourceList::rowOf(const CorpusSource& source) const
{
    const auto found = std::find(m_sources.begin(), m_sources.end(), source);
    return found == m_sources.end() ? -1 : static_cast<int>(found - m_sources.begin());
}

void DatasetSourceList::insert(int row, const CorpusSource& source, const QString& name, const QString& size,
                               const QString& task)
{
    m_sources.insert(m_sources.begin() + row, source);
    auto* item = new QListWidgetItem(name);
    item->setData(SizeRole, size);
    item->setData(TaskRole, task);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2: %3").arg(name, size, task));
    item->setToolTip(task);
    insertItem(row, item);
}

void DatasetSourceList::insertFiles(const CorpusSource& source)
{
    const auto& first = source.classFiles.empty() ? source.file : source.classFiles.front();
    const QString path = QFile::decodeName(first.c_str());
    const QString folder = QFileInfo(path).absolutePath();
    insert(0, source, QString::fromStdString(source.label()), sizeOnDisk(source), folder);
}

} // namespace alignoscope::ui
