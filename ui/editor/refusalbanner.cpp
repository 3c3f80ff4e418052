// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/refusalbanner.h"

#include "models/form/formmodel.h"
#include "ui/widgets/clipboard.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

RefusalBanner::RefusalBanner(const FormModel *form, QWidget *parent)
    : Banner(Kind::Problem, parent)
    , m_form(form)
{
    setObjectName(u"refusalBanner"_s);
    QPushButton *copy = addButton(tr("Copy details"), "copy");
    QPushButton *next = addButton(tr("Next problem"));
    next->setObjectName(u"nextProblem"_s);
    setClosable(true);
    connect(copy, &QPushButton::clicked, this, [this] { copyToClipboard(m_error.details()); });
    connect(next, &QPushButton::clicked, this, &RefusalBanner::nextRequested);
    connect(form, &FormModel::problemsChanged, this, &RefusalBanner::refresh);
    hide();
}

int RefusalBanner::openCount() const
{
    return m_form->problemCount() + int(m_form->unplacedErrors().size());
}

void RefusalBanner::showRefusal(const ApiError &error)
{
    m_error = error;
    m_total = openCount();
    refresh();
    show();
}

void RefusalBanner::refresh()
{
    if (m_total == 0)
        return;
    const int open = openCount();
    m_total = qMax(m_total, open);
    const QString words =
        tr("The server answered %1: “%2”.").arg(m_error.httpStatus).arg(m_error.message);
    if (open == m_total)
        setText(tr("Not saved: %n of %n problem(s) are open.", nullptr, m_total), words);
    else
        setText(tr("%1 of %2 fixed.").arg(m_total - open).arg(m_total),
                open == 0 ? tr("Save to check again.") : tr("Fix the rest, then save again."));
}

} // namespace Sluice
