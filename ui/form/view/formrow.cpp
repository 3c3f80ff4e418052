// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/formrow.h"

#include "models/definition/definitionpath.h"
#include "models/form/formmodel.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/form/fields/formervalue.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int gutter = 16;
constexpr int rowDot = 8;
constexpr int editorStretch = 1000; // takes all room up to its own width; the rest stays empty

} // namespace

FormRow::FormRow(FormModel *model, FieldEditor *editor, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_editor(editor)
    , m_line(new QHBoxLayout)
    , m_error(new NoteLine(Family::Problem, this))
    , m_advice(new NoteLine(Family::Warning, this))
    , m_help(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    if (labelWidth > 0) {
        m_label = new QLabel(this);
        m_label->setFixedWidth(labelWidth);
        m_label->setWordWrap(true);
        m_label->setMinimumHeight(heightFor(Size::Control, fontMetrics()));
        m_label->setBuddy(editor->entry());
        m_label->setToolTip(editor->path());
        layout->addWidget(m_label, 0, Qt::AlignTop);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::Gap / 2);
    m_line->setSpacing(Size::Gap);
    m_line->addWidget(editor, editorStretch);
    m_line->addStretch(1);
    column->addLayout(m_line);
    column->addWidget(m_error);
    column->addWidget(m_advice);
    column->addWidget(m_help);
    m_help->setWordWrap(true);
    layout->addLayout(column, 1);
    connect(editor, &FieldEditor::valueHelpChanged, this, &FormRow::syncHelp);
    connect(editor, &FieldEditor::ownAdviceChanged, this, &FormRow::syncAdvice);
    connect(m_advice, &NoteLine::actionTriggered, this, &FormRow::fix);
}

QString FormRow::errorText() const
{
    return m_error->text();
}

void FormRow::sync()
{
    const QModelIndex index = m_model->indexOf(m_editor->path());
    if (!index.isValid())
        return;
    m_editor->sync();
    const QString error = index.data(FormModel::ErrorRole).toString();
    m_error->setText(error);
    syncAdvice();
    m_editor->showError(error);
    syncHelp();
    syncLabel(!error.isEmpty());
    m_changed = index.data(FormModel::ChangedRole).toBool();
    syncFormer();
    update();
}

void FormRow::syncAdvice()
{
    const QModelIndex index = m_model->indexOf(m_editor->path());
    const FieldAdvice own = m_editor->ownAdvice();
    const bool isOwn = !own.text.isEmpty();
    const QString action = isOwn ? own.fix.label : m_model->fix(index).label;
    m_advice->setText(isOwn ? own.text : index.data(FormModel::AdviceRole).toString());
    m_advice->setAction(m_advice->text().isEmpty() ? QString() : action, m_editor->entry());
}

void FormRow::fix()
{
    const FieldAdvice own = m_editor->ownAdvice();
    // The link goes away with its reason, but the focus does not go with it.
    m_editor->entry()->setFocus(Qt::OtherFocusReason);
    m_model->apply(own.text.isEmpty() ? m_model->fix(m_model->indexOf(m_editor->path())) : own.fix);
}

void FormRow::syncHelp()
{
    const QString chosen = m_editor->valueHelp();
    const QModelIndex index = m_model->indexOf(m_editor->path());
    m_help->setText(chosen.isEmpty() ? index.data(FormModel::HelpRole).toString() : chosen);
    m_help->setVisible(!m_help->text().isEmpty());
}

void FormRow::syncLabel(bool wrong)
{
    if (!m_label)
        return;
    const QModelIndex index = m_model->indexOf(m_editor->path());
    QString text = m_editor->label();
    text.replace(u'&', QStringLiteral("&&")); // a label with a buddy reads & as a mnemonic
    if (index.data(FormModel::RequiredRole).toBool())
        text += QStringLiteral(" *");
    m_label->setText(text);
    m_label->setFont(wrong ? sectionFont() : font());
}

void FormRow::syncFormer()
{
    const bool isShown = m_showChanges && m_changed;
    if (isShown && !m_former) {
        m_former = new FormerValue(m_editor->field(), m_editor->label(), this);
        m_line->insertWidget(1, m_former, 1, Qt::AlignTop); // right beside the field
        connect(m_former, &FormerValue::revertRequested, this,
                [this] { Q_EMIT revertRequested(m_editor->path()); });
    }
    if (m_former) {
        m_former->setValue(m_editor->field().definitionPath().valueIn(m_model->baseline()));
        m_former->setVisible(isShown);
        // Widgets without a width of their own would push it away.
        const bool isBounded = m_editor->maximumWidth() < QWIDGETSIZE_MAX;
        m_line->setStretchFactor(m_editor, isShown && !isBounded ? 0 : editorStretch);
    }
}

void FormRow::setShowChanges(bool show)
{
    m_showChanges = show;
    layout()->setContentsMargins(show ? gutter : 0, 0, 0, 0);
    syncFormer();
    update();
}

void FormRow::paintEvent(QPaintEvent *)
{
    if (!m_showChanges || !m_changed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokensFor(palette()).focus);
    painter.drawEllipse(0, (heightFor(Size::Control, fontMetrics()) - rowDot) / 2, rowDot, rowDot);
}

} // namespace Sluice
