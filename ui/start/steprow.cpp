// SPDX-License-Identifier: Apache-2.0
#include "ui/start/steprow.h"

#include "ui/start/stepmark.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

StepRow::StepRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
    , m_note(new TextLabel(tr("not run"), TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_reason(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Problem, this))
    , m_mark(new StepMark(this))
    , m_copy(new QPushButton(icon("copy"), tr("Copy detai&ls"), this))
{
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_copy->setObjectName(u"copyDetailsButton"_s);
    m_copy->setProperty("small", true);
    m_copy->setFont(smallFont());
    m_copy->setIconSize({Size::SmallIcon, Size::SmallIcon});
    m_copy->hide();
    connect(m_copy, &QPushButton::clicked, this, [this] { copyToClipboard(m_details, m_copy); });
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(Size::Gap);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_mark, 0, 0);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(m_note, 0, 2);
    layout->addWidget(m_reason, 1, 1, 1, 2);
    layout->addWidget(m_copy, 2, 1, 1, 2, Qt::AlignLeft);
    layout->setColumnStretch(1, 1);
}

void StepRow::setName(const QString &name)
{
    m_name->setText(name);
}

void StepRow::setState(ConnectionCheck::State state, const QString &note, const QString &reason,
                       const QString &details)
{
    m_mark->setState(state);
    m_note->setText(note);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_details = details;
    m_copy->setVisible(!details.isEmpty());
    setAccessibleName(m_name->text());
    setAccessibleDescription(reason.isEmpty() ? note : reason);
}

} // namespace Sluice
