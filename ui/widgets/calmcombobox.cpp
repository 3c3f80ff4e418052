// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/calmcombobox.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>

namespace Sluice {

CalmComboBox::CalmComboBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

CalmComboBox::~CalmComboBox()
{
    delete m_name;
}

bool CalmComboBox::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange)
        delete m_name; // showEvent() makes one at the new parent
    return QComboBox::event(event);
}

void CalmComboBox::keyPressEvent(QKeyEvent *event)
{
    // Qt takes the text of these keys for the beginning of an entry. Where one can type, they are
    // for the line, which has its keys from here.
    const bool isCopying =
        event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Paste);
    if (isCopying && !isEditable())
        event->ignore();
    else
        QComboBox::keyPressEvent(event);
}

void CalmComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

void CalmComboBox::showEvent(QShowEvent *event)
{
    QComboBox::showEvent(event);
    addHiddenLabel();
}

// On Linux Qt tells screen readers the chosen entry as the name of a combo box, and leaves it to a
// label beside it to say what is chosen. Where none is, one that nobody sees says it.
void CalmComboBox::addHiddenLabel()
{
    if (accessibleName().isEmpty() || !parentWidget())
        return;
    const auto labels = parentWidget()->findChildren<QLabel *>(Qt::FindDirectChildrenOnly);
    const bool isLabelled = std::any_of(labels.begin(), labels.end(), [this](const QLabel *label) {
        return label != m_name && label->buddy() == this;
    });
    if (isLabelled)
        return;
    if (!m_name) {
        m_name = new QLabel(parentWidget());
        m_name->hide();
        m_name->setBuddy(this);
    }
    m_name->setText(accessibleName());
}

} // namespace Sluice
