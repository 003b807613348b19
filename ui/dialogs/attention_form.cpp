// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/attention_form.h"

#include "ui/dialogs/manual_dialog.h"

#include "alignoscope/model_size.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

namespace alignoscope::ui {
namespace {

/// Whether the model has such a layer: only then does its size change how much there is to learn.
bool hasAlignmentUnits(ModelOptions model)
{
    model.alignment = 1;
    const std::int64_t one = countParameters(model, 4, 4);
    model.alignment = 2;
    return countParameters(model, 4, 4) != one;
}

QLabel* text(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AttentionForm::AttentionForm(QWidget* parent) : QWidget(parent)
{
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(buildDescription());
    right->addWidget(buildOptions());
    right->addStretch(1);
    auto* columns = new QHBoxLayout(this);
    columns->setSpacing(16);
    columns->addWidget(buildKinds());
    columns->addLayout(right, 1);
    connect(m_kinds, &QListWidget::currentRowChanged, this, [this] {
        if (!m_filling)
            choose(kind().defaults);
    });
    for (QSpinBox* box : {m_alignment, m_window, m_states})
        connect(box, &QSpinBox::valueChanged, this, &AttentionForm::refresh);
    for (QDoubleSpinBox* box : {m_coverageLoss, m_dropout})
        connect(box, &QDoubleSpinBox::valueChanged, this, &AttentionForm::refresh);
    for (QCheckBox* box : {m_coverage, m_scale, m_causal})
        connect(box, &QCheckBox::toggled, this, &AttentionForm::refresh);
    for (QComboBox* box : {m_scoreMode, m_limit})
        connect(box, &QComboBox::currentIndexChanged, this, &AttentionForm::refresh);
}

QWidget* AttentionForm::buildKinds()
{
    m_kinds = new QListWidget(this);
    m_kinds->setObjectName("attentionKinds");
    m_kinds->setAccessibleName(tr("Kind of attention"));
    for (const AttentionKind& one : attentionKinds()) {
        auto* item = new QListWidgetItem(QString::fromStdString(one.title), m_kinds);
        item->setData(Qt::UserRole, QString::fromStdString(one.name));
        item->setToolTip(QString::fromStdString(one.summary));
    }
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kinds->setFixedWidth(m_kinds->sizeHintForColumn(0) + 2 * m_kinds->frameWidth() + 28);
    return m_kinds;
}

QWidget* AttentionForm::buildDescription()
{
    auto* box = new QWidget(this);
    m_title = text("attentionTitle", box);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    m_title->setFont(large);
    m_summary = text("attentionSummary", box);
    m_equation = text("attentionEquation", box);
    QFont formula(QStringLiteral("serif"));
    formula.setStyleHint(QFont::Serif);
    formula.setPointSizeF(large.pointSizeF());
    m_equation->setFont(formula);
    m_equation->setToolTip(tr("How the score e of a source word comes about: s is the decoder’s state, h what the "
                              "encoder remembers of the word; other letters are numbers to learn. The weights are the "
                              "scores’ share of the whole (softmax)."));
    m_equation->setAccessibleName(tr("Equation"));
    m_equation->setFrameShape(QFrame::StyledPanel);
    m_equation->setBackgroundRole(QPalette::Base);
    m_equation->setAutoFillBackground(true);
    m_equation->setMargin(8);
    m_source = text("attentionSource", box);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_more = new QPushButton(tr("&Read more"), box);
    m_more->setObjectName("attentionMore");
    m_more->setAutoDefault(false);
    m_more->setToolTip(tr("Opens this kind’s page of the manual"));
    connect(m_more, &QPushButton::clicked, this, &AttentionForm::openPage);
    auto* below = new QHBoxLayout;
    below->addWidget(m_source, 1);
    below->addWidget(m_more);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QLabel* label : {m_title, m_summary, m_equation})
        column->addWidget(label);
    column->addLayout(below);
    return box;
}

QGroupBox* AttentionForm::buildOptions()
{
    m_options = new QGroupBox(tr("Options of this kind"), this);
    m_form = OptionForm(m_options);
    buildScores();
    m_dropout =
        m_form.real("attentionDropout", tr("&Drop weights"), 0, 95, 0,
                    tr("Share of the weights left out by chance while training, so that no single one is relied on"));
    m_dropout->setSuffix(" %");
    buildLimit();
    m_nothing = new QLabel(tr("There is nothing to set: this kind looks at no words."), m_options);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_form.add(m_nothing, "attentionNoOptions", {}, {});
    return m_options;
}

void AttentionForm::buildScores()
{
    m_alignment = m_form.whole("modelAlignment", tr("Attention &units (n′)"), 0, 8192,
                               tr("Hidden units of the part that decides where to look"));
    m_alignment->setSpecialValueText(tr("as many as hidden"));
    m_window = m_form.whole("attentionWindow", tr("&Window D"), 1, 10000,
                            tr("Only the words up to D places before and after the centre are looked at"));
    m_window->setSuffix(tr(" words to each side"));
    m_scoreMode = m_form.choice("attentionScoreMode", tr("&Scores"),
                                {{tr("dot: product of the states"), static_cast<int>(ScoreMode::Dot)},
                                 {tr("concat: tanh of their sum"), static_cast<int>(ScoreMode::Concat)}},
                                tr("How a decoder state and an encoder state are compared (Keras: score_mode)"));
    m_scale = m_form.tick("attentionScale", tr("Learn a scale of the sc&ores"),
                          tr("A factor that starts at 1 and is learned with the rest (Keras: use_scale)"));
    m_causal = m_form.tick("attentionCausal", tr("Ca&usal: no words further on"),
                           tr("Target word t sees source words 1 to t alone (Keras: use_causal_mask)"));
    m_coverage = m_form.tick("attentionCoverage", tr("Co&verage: remember what was looked at"),
                             tr("The scores also read how much of each word was used so far, against translating "
                                "twice or not at all (See, Liu & Manning 2017)"));
    m_coverageLoss = m_form.real("attentionCoverageLoss", tr("Coverage &loss (λ)"), 0, 1000, 2,
                                 tr("How much looking twice at a word costs while training, beside the words’ loss"));
    m_coverageLoss->setSingleStep(0.1);
    m_coverageLoss->setSpecialValueText(tr("none"));
}

void AttentionForm::buildLimit()
{
    m_limitRow = new QWidget(m_options);
    m_limit = new QComboBox(m_limitRow);
    m_limit->setObjectName("attentionLimit");
    m_limit->addItem(tr("every word"), static_cast<int>(StateLimit::All));
    m_limit->addItem(tr("the best few"), static_cast<int>(StateLimit::Best));
    m_limit->addItem(tr("a few neighbours"), static_cast<int>(StateLimit::Window));
    m_states = new QSpinBox(m_limitRow);
    m_states->setObjectName("attentionStates");
    m_states->setRange(1, 10000);
    m_states->setPrefix(tr("k = "));
    m_states->setToolTip(tr("How many source words a target word may look at"));
    m_states->setAccessibleName(m_states->toolTip());
    auto* row = new QHBoxLayout(m_limitRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_limit, 1);
    row->addWidget(m_states);
    const QString tip = tr("How many source words a target word may look at: all, the k with the highest scores, or "
                           "the k neighbours that hold most of the weight. Shows how many a translation needs");
    m_form.add(m_limitRow, "attentionLimitRow", tr("Loo&ks at"), tip);
    m_limit->setToolTip(tip);
    m_limit->setAccessibleDescription(tip);
    m_limit->setAccessibleName(tr("Looks at"));
    m_limitRow->setFocusProxy(m_limit);
}

void AttentionForm::setModel(const ModelOptions& model)
{
    m_model = model;
    m_filling = true;
    m_alignment->setValue(model.alignment);
    for (int row = 0; row < m_kinds->count(); ++row)
        if (m_kinds->item(row)->data(Qt::UserRole).toString().toStdString() == model.attention.kind)
            m_kinds->setCurrentRow(row);
    choose(model.attention);
}

void AttentionForm::choose(const AttentionOptions& options)
{
    m_filling = true;
    m_window->setValue(options.window);
    m_coverage->setChecked(options.coverage);
    m_coverageLoss->setValue(options.coverageLoss);
    m_scale->setChecked(options.scale);
    m_scoreMode->setCurrentIndex(m_scoreMode->findData(static_cast<int>(options.scoreMode)));
    m_causal->setChecked(options.causal);
    m_dropout->setValue(options.dropout * 100);
    m_limit->setCurrentIndex(m_limit->findData(static_cast<int>(options.limit.limit)));
    m_states->setValue(options.limit.states);
    m_filling = false;
    describe();
    refresh();
}

const AttentionKind& AttentionForm::kind() const
{
    return attentionKinds()[static_cast<std::size_t>(std::max(0, m_kinds->currentRow()))];
}

void AttentionForm::openPage()
{
    auto* manual = new ManualDialog("attention/" + QString::fromStdString(kind().name), this);
    manual->setAttribute(Qt::WA_DeleteOnClose);
    manual->show();
}

void AttentionForm::describe()
{
    const AttentionKind& one = kind();
    m_title->setText(QString::fromStdString(one.title));
    m_summary->setText(QString::fromStdString(one.summary));
    m_equation->setText(QString::fromStdString(one.equation));
    m_equation->setVisible(!one.equation.empty());
    m_source->setText(QString::fromStdString(one.source));
    m_more->setVisible(QFile::exists(":/manual/attention/" + QString::fromStdString(one.name) + ".md"));
}

void AttentionForm::showWhatIsRead()
{
    const AttentionKind& one = kind();
    ModelOptions model = m_model;
    read(model);
    const bool units = hasAlignmentUnits(model), coverage = one.reads(AttentionOption::Coverage);
    m_form.setShown(m_alignment, units);
    m_form.setShown(m_window, one.reads(AttentionOption::Window));
    m_form.setShown(m_coverage, coverage);
    m_form.setShown(m_coverageLoss, coverage);
    m_coverageLoss->setEnabled(m_coverage->isChecked());
    m_form.setShown(m_scale, one.reads(AttentionOption::Scale));
    m_form.setShown(m_scoreMode, one.reads(AttentionOption::ScoreMode));
    m_form.setShown(m_causal, one.reads(AttentionOption::Causal));
    m_form.setShown(m_dropout, one.reads(AttentionOption::Dropout));
    m_form.setShown(m_limitRow, one.aligns);
    m_states->setEnabled(m_limit->currentData().toInt() != static_cast<int>(StateLimit::All));
    m_form.setShown(m_nothing, !one.aligns && !units && one.options.empty());
}

void AttentionForm::refresh()
{
    if (m_filling)
        return;
    showWhatIsRead();
    emit changed();
}

void AttentionForm::read(ModelOptions& model) const
{
    const AttentionKind& one = kind();
    model.alignment = m_alignment->value();
    AttentionOptions& options = model.attention = one.defaults;
    if (one.reads(AttentionOption::Window))
        options.window = m_window->value();
    if (one.reads(AttentionOption::Coverage)) {
        options.coverage = m_coverage->isChecked();
        options.coverageLoss = options.coverage ? m_coverageLoss->value() : 0;
    }
    if (one.reads(AttentionOption::Scale))
        options.scale = m_scale->isChecked();
    if (one.reads(AttentionOption::ScoreMode))
        options.scoreMode = static_cast<ScoreMode>(m_scoreMode->currentData().toInt());
    if (one.reads(AttentionOption::Causal))
        options.causal = m_causal->isChecked();
    if (one.reads(AttentionOption::Dropout))
        options.dropout = m_dropout->value() / 100;
    if (one.aligns)
        options.limit = {static_cast<StateLimit>(m_limit->currentData().toInt()), m_states->value()};
}

} // namespace alignoscope::ui
