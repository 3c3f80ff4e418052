// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/mutewindowdialog.h"

#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize muteSize{440, 200};

} // namespace

MuteWindowDialog::MuteWindowDialog(const QDateTime &now, bool canGrow, QWidget *parent)
    : Dialog(u"muteWindowDialog"_s, tr("Mute for a window of time"), muteSize, parent)
    , m_now(now)
    , m_begin(makeEdit(u"muteBegin"_s, tr("From"), now.toLocalTime()))
    , m_end(makeEdit(u"muteEnd"_s, tr("To"), now.toLocalTime().addSecs(2LL * 60 * 60)))
    , m_problem(new NoteLine(Family::Problem, this))
    , m_mute(new QPushButton(tr("&Mute"), this))
{
    auto *what = new TextLabel(
        canGrow ? tr("Nobody is told of this alert in that time, nor of pipelines that join it. "
                     "What happens is recorded.")
                : tr("Nobody is told of this alert in that time. What happens is recorded."),
        TextLabel::Role::Body, TextLabel::Ink::Text, this);
    what->setWordWrap(true);
    m_problem->setObjectName(u"muteProblem"_s);
    m_mute->setObjectName(u"muteConfirm"_s);
    m_mute->setDefault(true);
    QPushButton *cancel = addButton(tr("Cancel"), u"muteCancel"_s);
    auto *fields = new QFormLayout;
    fields->addRow(tr("&From"), m_begin);
    fields->addRow(tr("&To"), m_end);
    QBoxLayout *buttons = makeLine();
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_mute);
    QVBoxLayout *column = makeColumn();
    column->addWidget(what);
    column->addLayout(fields);
    column->addWidget(m_problem);
    column->addStretch();
    column->addLayout(buttons);
    connect(m_mute, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_begin, &QDateTimeEdit::dateTimeChanged, this, &MuteWindowDialog::check);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &MuteWindowDialog::check);
    check();
    m_begin->setFocus();
}

QDateTimeEdit *MuteWindowDialog::makeEdit(const QString &objectName, const QString &name,
                                          const QDateTime &moment)
{
    auto *edit = new QDateTimeEdit(moment, this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + u" HH:mm"_s);
    return edit;
}

QDateTime MuteWindowDialog::begin() const
{
    return m_begin->dateTime().toUTC();
}

QDateTime MuteWindowDialog::end() const
{
    return m_end->dateTime().toUTC();
}

void MuteWindowDialog::check()
{
    const bool isPast = end() <= m_now;
    const bool isEmpty = end() <= begin();
    m_problem->setText(isEmpty  ? tr("The end must be after the beginning.")
                       : isPast ? tr("The end must be in the future.")
                                : QString());
    m_mute->setEnabled(!isPast && !isEmpty);
}

} // namespace Sluice
