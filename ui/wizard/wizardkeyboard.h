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

// What of the wizard can have the focus. The list's current row is the page that is shown.
struct WizardParts {
    QListView *list;
    ProjectPicker *place;
    QList<FormPage *> pages; // all but the review
    ReviewPage *review;
    WizardFooter *footer;
    CreationBanner *banner;
};

// Where the keyboard goes in the wizard: into a page, from problem to problem (F8, Shift+F8), and
// from the list of pages with Enter.
class WizardKeyboard final : public QObject
{
    Q_OBJECT

public:
    // All outlive it.
    WizardKeyboard(const FormModel *form, const WizardParts &parts, QWidget *wizard);

    // Of a page the first field that is wrong, else its first one; empty: it has no field.
    static QString firstFieldOf(const FormModel &form, WizardPages::Page page);

    // Puts the focus where the shown page begins.
    void focusPage();
    // Shows the page of a field and puts the focus into it.
    void goTo(const QString &path);
    void goToProblem(bool backwards);

    // The next problem is the first again.
    void forgetProblem() { m_problem.clear(); }

    // True: the key is used up.
    bool press(const QKeyEvent *event);

private:
    WizardPages::Page page() const;

    const FormModel *m_form;
    WizardParts m_parts;
    QString m_problem; // path of the one that was come to last
};

} // namespace Sluice
