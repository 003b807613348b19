// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/attention_figure.h"

#include "alignoscope/error.h"

#include <QBuffer>
#include <QPainter>
#include <QSaveFile>

namespace alignoscope::ui {

QSizeF figureSizeMm(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    const double height = options.heightMm > 0
        ? options.heightMm
        : options.widthMm * std::max(1, snapshot.targets()) / std::max(1, snapshot.sources());
    return {options.widthMm, height};
}

void paintFigure(QPainter& painter, const QRectF& area, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    painter.fillRect(area, Qt::white);
    for (int t = 0; t < snapshot.targets(); ++t)
        for (int s = 0; s < snapshot.sources(); ++s)
            painter.fillRect(QRectF(area.x() + area.width() * s / snapshot.sources(),
                                    area.y() + area.height() * t / snapshot.targets(),
                                    area.width() / snapshot.sources(), area.height() / snapshot.targets()),
                             QColor(colourOf(options.colourMap, snapshot.weight(t, s))));
}

QImage figureImage(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    const QSizeF size = figureSizeMm(snapshot, options) * (options.dpi / 25.4);
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintFigure(painter, image.rect(), snapshot, options);
    return image;
}

void writeFigure(const QString& path, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !figureImage(snapshot, options).save(&file, "PNG") || !file.commit())
        throw Error(ErrorKind::Storage, {path.toStdString(), "cannot be written", "", file.errorString().toStdString(), ""});
}

} // namespace alignoscope::ui
