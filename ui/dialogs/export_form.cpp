// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFontInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace alignoscope::ui {
namespace {

QDoubleSpinBox* spinBox(const char* name, double least, double most, const QString& unit, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setDecimals(1);
    if (!unit.isEmpty())
        box->setSuffix(u' ' + unit);
    return box;
}

template <class Widget>
Widget* named(const char* name, QWidget* parent)
{
    auto* widget = new Widget(parent);
    widget->setObjectName(name);
    return widget;
}

} // namespace

ExportForm::ExportForm(const ExportContent& content, ColourMap colourMap, QWidget* parent)
    : QWidget(parent), m_format(named<QComboBox>("exportFormat", this)),
      m_least(spinBox("exportLeast", 0, 1, {}, this)), m_width(spinBox("exportWidth", 10, 2000, tr("mm"), this)),
      m_height(spinBox("exportHeight", 0, 2000, tr("mm"), this)),
      m_family(named<QFontComboBox>("exportFontFamily", this)),
      m_fontSize(spinBox("exportFontSize", 2, 144, tr("pt"), this)),
      m_colourMap(named<QComboBox>("exportColourMap", this)), m_colourBar(named<QCheckBox>("exportColourBar", this)),
      m_values(named<QCheckBox>("exportValues", this)), m_title(named<QLineEdit>("exportTitle", this)),
      m_dpi(named<QSpinBox>("exportDpi", this)), m_cells(content.cells)
{
    fillFormats(content);
    fill(colourMap);
    arrange();
    report();
    enableWhatMatters();
}

void ExportForm::fillFormats(const ExportContent& content)
{
    m_format->addItem(tr("PDF – figure for papers"), "pdf");
    m_format->addItem(tr("SVG – figure for the web"), "svg");
    m_format->addItem(tr("PNG – figure as pixels"), "png");
    if (!content.texts.empty())
        m_format->insertSeparator(m_format->count());
    for (const TextExport& text : content.texts) {
        m_format->addItem(text.title, text.ending);
        if (text.writeFrom)
            m_linkFormats << text.ending;
    }
}

void ExportForm::fill(ColourMap colourMap)
{
    const FigureOptions defaults;
    m_least->setDecimals(2);
    m_least->setSingleStep(0.05);
    m_least->setSpecialValueText(tr("each word’s likeliest"));
    m_least->setAccessibleName(tr("Least weight of a link"));
    m_width->setValue(defaults.widthMm);
    m_height->setValue(defaults.heightMm);
    m_height->setSpecialValueText(m_cells ? tr("as the cells need") : tr("as it needs"));
    m_height->setToolTip(m_cells ? tr("0 gives cells near to squares") : tr("0 lets the figure choose"));
    m_family->setFontFilters(QFontComboBox::ScalableFonts);
    m_family->setEditable(false);
    m_family->setCurrentFont(QFont("Noto Sans"));
    m_family->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fontSize->setValue(defaults.fontPt);
    m_fontSize->setSingleStep(0.5);
    for (const ColourMap map : allColourMaps)
        m_colourMap->addItem(displayName(map), static_cast<int>(map));
    m_colourMap->setCurrentIndex(m_colourMap->findData(static_cast<int>(colourMap)));
    m_colourBar->setText(tr("Colour &bar"));
    m_colourBar->setChecked(defaults.colourBar);
    m_values->setText(tr("&Numbers in the cells"));
    m_title->setPlaceholderText(tr("none"));
    m_title->setClearButtonEnabled(true);
    m_dpi->setRange(30, 2400);
    m_dpi->setSingleStep(50);
    m_dpi->setValue(defaults.dpi);
    m_dpi->setSuffix(tr(" dots an inch"));
}

void ExportForm::arrange()
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Links from"), m_least);
    form->setRowVisible(m_least, !m_linkFormats.isEmpty());
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("F&ont"), m_family);
    form->addRow(tr("Font &size"), m_fontSize);
    form->addRow(tr("&Colours"), m_colourMap);
    form->addRow(QString(), m_colourBar);
    form->addRow(QString(), m_values);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_colourMap, m_colourBar, m_values})
        form->setRowVisible(widget, m_cells);
}

void ExportForm::report()
{
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        enableWhatMatters();
        emit changed();
    });
    connect(m_colourMap, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
    connect(m_family, &QFontComboBox::currentFontChanged, this, &ExportForm::changed);
    for (QDoubleSpinBox* box : {m_least, m_width, m_height, m_fontSize})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportForm::changed);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportForm::changed);
    connect(m_title, &QLineEdit::textChanged, this, &ExportForm::changed);
    for (QCheckBox* box : {m_colourBar, m_values})
        connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
}

void ExportForm::enableWhatMatters()
{
    const bool figure = figureChosen();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_width, m_height, m_family, m_fontSize, m_colourMap,
                                                           m_colourBar, m_values, m_title})
        widget->setEnabled(figure);
    m_least->setEnabled(m_linkFormats.contains(format()));
    m_least->setToolTip(m_least->isEnabled() ? tr("Every link of at least this weight; 0: the likeliest of each word")
                                             : tr("Only for formats that hold links"));
    m_dpi->setEnabled(format() == u"png");
    m_dpi->setToolTip(m_dpi->isEnabled() ? QString() : tr("Only PNG is made of pixels"));
}

FigureOptions ExportForm::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    // Between "as the cells need" and the smallest figure there is nothing.
    options.heightMm = m_height->value() > 0 ? std::max(10.0, m_height->value()) : 0;
    options.fontPt = m_fontSize->value();
    options.fontFamily = m_family->currentFont().family();
    options.colourMap = static_cast<ColourMap>(m_colourMap->currentData().toInt());
    options.colourBar = m_colourBar->isChecked();
    options.title = m_title->text();
    options.values = m_values->isChecked();
    options.dpi = m_dpi->value();
    return options;
}

QString ExportForm::format() const
{
    return m_format->currentData().toString();
}

double ExportForm::least() const
{
    return m_least->isEnabled() ? m_least->value() : 0;
}

bool ExportForm::figureChosen() const
{
    return format() == u"pdf" || format() == u"svg" || format() == u"png";
}

void ExportForm::setFormat(const QString& ending)
{
    m_format->setCurrentIndex(m_format->findData(ending));
}

bool ExportForm::knows(const QString& ending) const
{
    return m_format->findData(ending) >= 0;
}

} // namespace alignoscope::ui
