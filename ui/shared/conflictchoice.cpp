// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/conflictchoice.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Sluice {

ConflictChoice::ConflictChoice(const QString &base, const QString &theirs, const QString &mine,
                               QWidget *parent)
    : QWidget(parent)
    , m_theirs(new QRadioButton(tr("Server"), this))
    , m_mine(new QRadioButton(tr("Mine"), this))
    , m_note(new TextLabel(tr("Choose Server or Mine to save."), TextLabel::Role::Small,
                           TextLabel::Ink::Problem, this))
{
    m_theirs->setObjectName(u"chooseServer"_s);
    m_mine->setObjectName(u"chooseMine"_s);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Size::Gap, Size::Gap / 2, Size::Gap, Size::Gap / 2);
    layout->setHorizontalSpacing(Size::GroupGap);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    const auto addRow = [this, layout](int row, QWidget *name, const QString &value,
                                       const QString &origin) {
        auto *text = new TextLabel({}, TextLabel::Role::Fixed, TextLabel::Ink::Text, this);
        text->setElideMode(Qt::ElideRight);
        text->setText(value.isEmpty() ? tr("(not set)") : value);
        auto *from = new TextLabel(origin, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
        layout->addWidget(name, row, 0);
        layout->addWidget(text, row, 1);
        layout->addWidget(from, row, 2);
        for (QWidget *each : {name, static_cast<QWidget *>(text), static_cast<QWidget *>(from)})
            each->raise(); // in reading order, for screen readers
    };
    auto *was = new TextLabel(tr("Base"), TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    was->setIndent(m_mine->sizeHint().width() -
                   m_mine->fontMetrics().horizontalAdvance(tr("Mine")));
    addRow(0, was, base, tr("as you opened it"));
    addRow(1, m_theirs, theirs, tr("read again just now"));
    addRow(2, m_mine, mine, tr("your edit"));
    layout->addWidget(m_note, 3, 0, 1, 3);
    m_note->raise();
    setFocusProxy(m_theirs);
    m_theirs->setAccessibleDescription(theirs);
    m_mine->setAccessibleDescription(mine);
    connect(m_theirs, &QRadioButton::clicked, this,
            [this] { Q_EMIT chosen(MergeItem::Choice::Theirs); });
    connect(m_mine, &QRadioButton::clicked, this,
            [this] { Q_EMIT chosen(MergeItem::Choice::Mine); });
}

void ConflictChoice::setChoice(MergeItem::Choice choice)
{
    m_theirs->setChecked(choice == MergeItem::Choice::Theirs);
    m_mine->setChecked(choice == MergeItem::Choice::Mine);
    m_note->setVisible(choice == MergeItem::Choice::None);
}

} // namespace Sluice
