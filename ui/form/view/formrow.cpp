// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/formrow.h"

#include "models/definition/definitionpath.h"
#include "models/form/formmodel.h"
#include "ui/form/fields/formervalue.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/altletters.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <initializer_list>

namespace Sluice {

namespace {

constexpr int gutter = 16;
constexpr int rowDot = 8;
// The editor takes all room up to its own width, the former value what is left then.
constexpr int editorStretch = 10000;
constexpr int formerStretch = 100;

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
        m_label->installEventFilter(this);
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
    inReadingOrder();
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
    syncLabel();
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

void FormRow::syncLabel()
{
    if (!m_label)
        return;
    const QModelIndex index = m_model->indexOf(m_editor->path());
    QString text = AltLetters::marked(m_editor->label(), m_mnemonic);
    if (index.data(FormModel::RequiredRole).toBool())
        text += QStringLiteral(" *");
    m_label->setText(text);
    m_label->setFont(m_error->text().isEmpty() ? font() : sectionFont());
}

void FormRow::setMnemonic(qsizetype place)
{
    if (m_mnemonic == place)
        return;
    m_mnemonic = place;
    syncLabel();
}

// A letter may lead to a field that is out of sight. And QLabel goes to no field whose focus
// another widget takes for it.
bool FormRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_label || event->type() != QEvent::Shortcut)
        return QWidget::eventFilter(watched, event);
    m_editor->entry()->setFocus(Qt::ShortcutFocusReason);
    bringIntoView();
    // A reference that opens has its place only in the next turn.
    QMetaObject::invokeMethod(this, &FormRow::bringIntoView, Qt::QueuedConnection);
    return true;
}

void FormRow::bringIntoView()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(this);
    }
}

// Assistive technology meets widgets in the order in which their parent has them.
void FormRow::inReadingOrder()
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_label, m_editor, m_former, m_error, m_advice, m_help}) {
        if (widget)
            widget->raise();
    }
}

void FormRow::syncFormer()
{
    const bool isShown = m_showChanges && m_changed;
    if (isShown && !m_former) {
        m_former = new FormerValue(m_editor->field(), m_editor->label(), this);
        m_line->insertWidget(1, m_former, formerStretch, Qt::AlignTop); // right beside the field
        inReadingOrder();
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
