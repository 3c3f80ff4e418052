// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/formervalue.h"

#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"
#include "ui/form/fields/choicefield.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The choice's words where the field has some for the value.
QString textOf(const Field &field, const QJsonValue &value)
{
    const QString text = valueAsText(value);
    const auto choice =
        std::find_if(field.choices.begin(), field.choices.end(), [&text](const Choice &candidate) {
            return text.compare(QLatin1String(candidate.value), Qt::CaseInsensitive) == 0;
        });
    return choice == field.choices.end() ? text : choiceWords(*choice);
}

} // namespace

FormerValue::FormerValue(const Field &field, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_text(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, this))
{
    m_text->setElideMode(Qt::ElideRight);
    auto *button = new QToolButton(this);
    button->setObjectName(u"revert/"_s + QString::fromLatin1(field.path));
    button->setIcon(icon("undo-2"));
    button->setAutoRaise(true);
    button->setToolTip(tr("Bring back the former value"));
    button->setAccessibleName(tr("Bring back the former value of %1").arg(label));
    setMinimumHeight(heightFor(Size::Control, fontMetrics()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_text);
    layout->addWidget(button);
    layout->addStretch(1);
    connect(button, &QToolButton::clicked, this, &FormerValue::revertRequested);
}

void FormerValue::setValue(const QJsonValue &value)
{
    QString text;
    if (value.isUndefined())
        text = tr("was not set");
    else if (value.isString() || JsonNumber::is(value))
        text = tr("was “%1”").arg(textOf(m_field, value));
    m_text->setText(text); // the list of changes tells values of several parts
    m_text->setVisible(!text.isEmpty());
}

} // namespace Sluice
