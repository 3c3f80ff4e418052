// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/formpage.h"

#include "ui/form/view/formview.h"
#include "ui/theme/fonts.h"

#include <QVBoxLayout>

namespace Sluice {

FormPage::FormPage(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_layout(new QVBoxLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_layout->setContentsMargins(24, Size::Gap, 24, Size::PageMargin);
    m_layout->setSpacing(Size::GroupGap);
    m_layout->addStretch();
    setWidget(m_content);
}

void FormPage::addForm(FormView *form)
{
    m_forms.append(form);
    addWidget(form);
}

void FormPage::addWidget(QWidget *widget, int stretch)
{
    m_layout->insertWidget(m_layout->count() - 1, widget, stretch);
}

bool FormPage::focusField(const QString &path)
{
    for (FormView *form : std::as_const(m_forms)) {
        if (!form->focusField(path))
            continue;
        // Scrolls to the whole row and not only to the entry: its error stands below.
        if (QWidget *row = form->fieldWidget(path))
            ensureWidgetVisible(row, 0, Size::PageMargin);
        return true;
    }
    return false;
}

} // namespace Sluice
