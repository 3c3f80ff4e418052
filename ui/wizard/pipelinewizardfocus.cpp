// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "ui/form/view/formpage.h"
#include "ui/widgets/taborder.h"
#include "ui/wizard/creationbanner.h"
#include "ui/wizard/placepicker.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardfooter.h"

#include <QKeyEvent>
#include <QListView>

// Where the keyboard goes in the wizard.

namespace Sluice {

QString PipelineWizard::firstFieldOf(WizardPages::Page page) const
{
    const QList<Section> sections = WizardPages::sections(page);
    QString first;
    for (int row = 0; row < m_form.rowCount(); ++row) {
        const QModelIndex index = m_form.index(row);
        if (!sections.contains(Section(index.data(FormModel::SectionRole).toInt())))
            continue;
        const QString path = index.data(FormModel::PathRole).toString();
        if (!index.data(FormModel::ErrorRole).toString().isEmpty())
            return path;
        if (first.isEmpty())
            first = path;
    }
    return first;
}

void PipelineWizard::focusPage()
{
    // A project that is chosen already comes from where the wizard was opened: the name is next.
    if (page() == WizardPages::Basics && !m_place->isProjectChosen()) {
        m_place->focusProject();
        return;
    }
    const QString path = firstFieldOf(page());
    if (!path.isEmpty())
        m_formPages.at(m_page)->focusField(path);
    else if (QWidget *stop = page() == WizardPages::Review ? m_review->firstStop() : nullptr)
        stop->setFocus(Qt::TabFocusReason);
    else if (!m_footer->focusPrimary() && m_banner->isVisible())
        TabOrder::stopsIn(m_banner).constLast()->setFocus(Qt::OtherFocusReason); // "Look for it"
}

void PipelineWizard::showField(const QString &path)
{
    const QModelIndex index = m_form.indexOf(path);
    const bool isProject = path == WizardPages::projectPath();
    if (!index.isValid() && !isProject)
        return;
    m_problem = path;
    const Section section =
        isProject ? Section::Basics : Section(index.data(FormModel::SectionRole).toInt());
    const WizardPages::Page page = WizardPages::pageOf(section);
    m_list->setCurrentIndex(m_pages.index(page));
    if (isProject)
        m_place->focusProject();
    else
        m_formPages.at(page)->focusField(path);
}

void PipelineWizard::nextProblem(bool backwards)
{
    const QModelIndex from = m_form.indexOf(m_problem);
    const QModelIndex next = m_form.nextProblem(from, backwards);
    const bool isAtProject = m_problem == WizardPages::projectPath();
    // The project stands before the first field: it comes when the search begins anew.
    const bool beginsAnew = !next.isValid() || !from.isValid() ||
                            (backwards ? next.row() >= from.row() : next.row() <= from.row());
    if (m_place->hasError() && beginsAnew && (!isAtProject || !next.isValid()))
        showField(WizardPages::projectPath());
    else if (next.isValid())
        showField(next.data(FormModel::PathRole).toString());
}

void PipelineWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_list->hasFocus())
        focusPage();
    else
        Dialog::keyPressEvent(event);
}

} // namespace Sluice
