// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/wizardkeyboard.h"

#include "models/form/formmodel.h"
#include "ui/form/view/formpage.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/widgetkeys.h"
#include "ui/wizard/creationbanner.h"
#include "ui/wizard/projectpicker.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardfooter.h"

#include <QKeyEvent>
#include <QListView>
#include <QShortcut>

namespace Sluice {

WizardKeyboard::WizardKeyboard(const FormModel *form, const WizardParts &parts, QWidget *wizard)
    : QObject(wizard)
    , m_form(form)
    , m_parts(parts)
{
    connect(new QShortcut(sequenceOf(WidgetKey::NextWizardProblem), wizard), &QShortcut::activated,
            this, [this] { goToProblem(false); });
    connect(new QShortcut(sequenceOf(WidgetKey::PreviousWizardProblem), wizard),
            &QShortcut::activated, this, [this] { goToProblem(true); });
}

WizardPages::Page WizardKeyboard::page() const
{
    return WizardPages::Page(m_parts.list->currentIndex().row());
}

QString WizardKeyboard::firstFieldOf(const FormModel &form, WizardPages::Page page)
{
    const QList<Section> sections = WizardPages::sections(page);
    QString first;
    for (int row = 0; row < form.rowCount(); ++row) {
        const QModelIndex index = form.index(row);
        if (!sections.contains(Section(index.data(FormModel::SectionRole).toInt())))
            continue;
        QString path = index.data(FormModel::PathRole).toString();
        if (!index.data(FormModel::ErrorRole).toString().isEmpty())
            return path;
        if (first.isEmpty())
            first = path;
    }
    return first;
}

void WizardKeyboard::focusPage()
{
    // A chosen project comes from where the wizard was opened, so the name is next.
    if (page() == WizardPages::Basics && !m_parts.place->isProjectChosen()) {
        m_parts.place->focusProject();
        return;
    }
    const QString path = firstFieldOf(*m_form, page());
    if (!path.isEmpty())
        m_parts.pages.at(page())->focusField(path);
    else if (QWidget *stop = page() == WizardPages::Review ? m_parts.review->firstStop() : nullptr)
        stop->setFocus(Qt::TabFocusReason);
    else if (!m_parts.footer->focusPrimary() && m_parts.banner->isVisible())
        TabOrder::stopsIn(m_parts.banner)
            .constLast()
            ->setFocus(Qt::OtherFocusReason); // "Look for it"
}

void WizardKeyboard::goTo(const QString &path)
{
    const QModelIndex index = m_form->indexOf(path);
    const bool isProject = path == WizardPages::projectPath();
    if (!index.isValid() && !isProject)
        return;
    m_problem = path;
    const Section section =
        isProject ? Section::Basics : Section(index.data(FormModel::SectionRole).toInt());
    const WizardPages::Page page = WizardPages::pageOf(section);
    m_parts.list->setCurrentIndex(m_parts.list->model()->index(page, 0));
    if (isProject)
        m_parts.place->focusProject();
    else
        m_parts.pages.at(page)->focusField(path);
}

void WizardKeyboard::goToProblem(bool backwards)
{
    const QModelIndex from = m_form->indexOf(m_problem);
    const QModelIndex next = m_form->nextProblem(from, backwards);
    const bool isAtProject = m_problem == WizardPages::projectPath();
    // The project stands before the first field, so it comes when the search begins again.
    const bool beginsAnew = !next.isValid() || !from.isValid() ||
                            (backwards ? next.row() >= from.row() : next.row() <= from.row());
    if (m_parts.place->hasError() && beginsAnew && (!isAtProject || !next.isValid()))
        goTo(WizardPages::projectPath());
    else if (next.isValid())
        goTo(next.data(FormModel::PathRole).toString());
}

bool WizardKeyboard::press(const QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_parts.list->hasFocus())
        return false;
    focusPage();
    return true;
}

} // namespace Sluice
