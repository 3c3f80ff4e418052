// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wizard/wizardpages.h"

#include <QList>
#include <QObject>

class QKeyEvent;
class QListView;

namespace Sluice {

class CreationBanner;
class FormModel;
class FormPage;
class ProjectPicker;
class ReviewPage;
class WizardFooter;

// The parts of the wizard that can have the focus. The list's current row is the page that is
// shown.
struct WizardParts {
    QListView *list;
    ProjectPicker *place;
    QList<FormPage *> pages; // all but the review
    ReviewPage *review;
    WizardFooter *footer;
    CreationBanner *banner;
};

// Moves the focus in the wizard: into a page, from problem to problem (F8, Shift+F8), and from the
// list of pages with Enter.
class WizardKeyboard final : public QObject
{
    Q_OBJECT

public:
    // All outlive it.
    WizardKeyboard(const FormModel *form, const WizardParts &parts, QWidget *wizard);

    // The page's first wrong field, else its first field; empty: it has no field.
    static QString firstFieldOf(const FormModel &form, WizardPages::Page page);

    // Gives the focus to the beginning of the shown page.
    void focusPage();
    // Shows the page of a field and gives the focus to the field.
    void goTo(const QString &path);
    void goToProblem(bool backwards);

    // The search begins again with the first problem.
    void forgetProblem() { m_problem.clear(); }

    // True: the key was used.
    bool press(const QKeyEvent *event);

private:
    WizardPages::Page page() const;

    const FormModel *m_form;
    WizardParts m_parts;
    QString m_problem; // path of the problem that was found last
};

} // namespace Sluice
