// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/formpage.h"

#include "ui/form/view/formrow.h"
#include "ui/form/view/formview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/altletters.h"

#include <QApplication>
#include <QCursor>
#include <QScrollBar>
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
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *to) { onFocus(to); });
}

FormPage::~FormPage()
{
    // The focus leaves the fields while they die, when this is a plain widget already.
    disconnect(qApp, nullptr, this, nullptr);
}

void FormPage::showEvent(QShowEvent *event)
{
    giveLetters();
    QScrollArea::showEvent(event);
}

void FormPage::onFocus(QWidget *to)
{
    if (!to || !isVisible() || !m_content->isAncestorOf(to))
        return;
    for (const FormView *form : std::as_const(m_forms)) {
        if (form->isAncestorOf(to))
            favour(form);
    }
}

void FormPage::setRead(const FormView *form)
{
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_content->isAncestorOf(focus))
        favour(form);
}

void FormPage::favour(const FormView *form)
{
    if (m_read == form)
        return;
    m_read = form;
    giveLetters();
}

void FormPage::giveLetters()
{
    QList<FormRow *> rows;
    for (const FormView *form : std::as_const(m_forms)) {
        if (form == m_read)
            rows = form->rows() + rows;
        else
            rows += form->rows();
    }
    QStringList labels;
    for (const FormRow *row : std::as_const(rows))
        labels.append(row->labelText());
    const QList<qsizetype> places =
        AltLetters::places(labels, AltLetters::takenIn(window(), m_content));
    for (qsizetype at = 0; at < rows.size(); ++at)
        rows.at(at)->setMnemonic(places.at(at));
}

QWidget *FormPage::underMouseOrFocus() const
{
    if (!m_content->isVisible())
        return nullptr;
    const QPoint mouse = m_content->mapFromGlobal(QCursor::pos());
    const QPoint inPort = viewport()->mapFromGlobal(QCursor::pos());
    if (viewport()->rect().contains(inPort) && viewport()->underMouse()) {
        QWidget *child = m_content->childAt(mouse);
        if (child && !qobject_cast<FormView *>(child)) // between its rows is nothing to hit
            return child;
    }
    QWidget *focus = QApplication::focusWidget();
    return focus && m_content->isAncestorOf(focus) ? focus : nullptr;
}

void FormPage::holdPlace()
{
    m_held = underMouseOrFocus();
    if (m_held)
        m_heldTop = m_held->mapTo(viewport(), QPoint()).y();
}

// Lays out at once, before anything is painted in another place.
void FormPage::keepPlace()
{
    if (!m_held || !m_content->isAncestorOf(m_held))
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!m_held)
        return;
    const int by = m_held->mapTo(viewport(), QPoint()).y() - m_heldTop;
    if (by != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    m_held.clear();
}

void FormPage::addForm(FormView *form)
{
    m_forms.append(form);
    addWidget(form);
    connect(form, &FormView::aboutToSync, this, &FormPage::holdPlace);
    connect(form, &FormView::synced, this, &FormPage::keepPlace);
    connect(form, &FormView::rebuilt, this, &FormPage::giveLetters);
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
