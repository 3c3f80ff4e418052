// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelineadvice.h"
#include "models/fleet/pipelinecreation.h"
#include "models/fleet/runnerchoices.h"
#include "models/form/formmodel.h"
#include "ui/wizard/place.h"
#include "ui/wizard/wizardpages.h"

#include <QDialog>

class QLabel;
class QListView;
class QStackedWidget;

namespace Sluice {

class BusyLine;
class CreationBanner;
class FormPage;
class PlacePicker;
class ReviewPage;
class WizardFooter;

// "New pipeline": pages of forms over one FormModel, and the request that creates the pipeline.
// Pages can be seen in any order and nothing but the server decides what is valid. A refusal comes
// back to its fields.
class PipelineWizard final : public QDialog
{
    Q_OBJECT

public:
    // place: what to begin with; empty parts are chosen in the wizard.
    explicit PipelineWizard(Fleet *fleet, const Place &place = {}, QWidget *parent = nullptr);
    ~PipelineWizard() override;

    FormModel *form() { return &m_form; }

    WizardPages::Page page() const;
    // The focus goes to its first field that is wrong, else to its first field.
    void showPage(WizardPages::Page page);
    // Shows the page of a field and puts the focus into it.
    void showField(const QString &path);

    // Cancel and Esc: asks when something was typed or is under way.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    // The pipeline is there; the wizard has closed itself.
    void created(const Sluice::PipelineKey &key);

private:
    void makePages();
    void makeLayout();
    void makeConnections();
    QWidget *makeHeader();

    void followPlace();
    void takeEnvironment(const Environment &environment);
    void leavePage();
    void enterPage(WizardPages::Page page);
    void step(int by);
    void focusPage();
    QString firstFieldOf(WizardPages::Page page) const;
    void orderTabs();
    void nextProblem(bool backwards);
    void create(bool start);
    void showStep();
    void showObstacle();
    void showRefusal(const ApiError &error);
    void finish(const PipelineKey &key);
    void ask(const QString &question, const QString &detail, const QString &leave,
             const QString &stay);
    QList<QWidget *> pageStops() const;

    FormModel m_form;
    RunnerChoices m_runners;
    PipelineAdvice m_advice;
    PipelineCreation m_creation;
    WizardPages m_pages;
    QJsonObject m_untouched; // the definition before anything was typed
    QString m_problem;       // path of the problem that F8 came to last
    int m_page = 0;

    QListView *m_list;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    CreationBanner *m_banner;
    BusyLine *m_busy = nullptr;
    QStackedWidget *m_stack;
    QList<FormPage *> m_formPages;
    PlacePicker *m_place;
    ReviewPage *m_review;
    WizardFooter *m_footer;
};

} // namespace Sluice
