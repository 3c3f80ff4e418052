// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelineadvice.h"
#include "models/fleet/pipelinecreation.h"
#include "models/fleet/runnerchoices.h"
#include "models/form/formmodel.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/shared/pathchooser.h"
#include "ui/shared/projectplace.h"
#include "ui/widgets/dialog.h"
#include "ui/wizard/wizarddraft.h"
#include "ui/wizard/wizardpages.h"

class QLabel;
class QListView;
class QStackedWidget;

namespace Sluice {

class BusyLine;
class CreationBanner;
class CurlMenu;
class FormPage;
class LeftOutBanner;
class LocalStore;
class ProjectPicker;
class ReviewPage;
class ReferenceMonitor;
class WizardFooter;
class WizardKeyboard;

// "New pipeline": pages of forms over one FormModel, and the request that creates the pipeline.
// Pages can be seen in any order and nothing but the server decides what is valid. A refusal comes
// back to its fields.
class PipelineWizard final : public Dialog
{
    Q_OBJECT

public:
    // place: what to begin with; empty parts are chosen in the wizard.
    // paths: asked for a file when a command is copied, or tables are read.
    // secrets: whose references are suggested; none: none are.
    explicit PipelineWizard(Fleet *fleet, const ProjectPlace &place = {}, QWidget *parent = nullptr,
                            const PathChooser &paths = systemPathChooser(),
                            const ReferenceMonitor *secrets = nullptr);
    ~PipelineWizard() override;

    // From now on what is typed is kept there until it is created or given up. store may be null.
    void keepIn(LocalStore *store);
    // Before it is shown: a definition to begin with, without a pipeline's id. Its runner stays
    // until the user chooses an environment. Secrets themselves are left out, and the user is told
    // where. missing: where they were left out before.
    void beginWith(const QJsonObject &definition, const QList<DefinitionPath> &missing = {});
    // Before it is shown: what was typed in a former wizard, which had the place of this one.
    void goOnWith(const Draft &draft);

    FormModel *form() { return &m_form; }

    WizardPages::Page page() const;
    // The focus goes to its first field that is wrong, else to its first field.
    void showPage(WizardPages::Page page);
    // Shows the page of a field and puts the focus into it.
    void showField(const QString &path);

    // Cancel and Esc: asks when something was typed (keep it as a draft, discard it, go on) or is
    // under way.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    // The pipeline is there; the wizard has closed itself.
    void created(const Sluice::PipelineKey &key);
    // The user left it and wants to go on later.
    void keptAsDraft(const Sluice::Draft &draft);
    // Closed while the request was on its way, it has its answer now.
    void leftForGood();

private:
    void makePages(Fleet *fleet, const ReferenceMonitor *secrets, const FileChooser &tableFile);
    void makeLayout();
    void makeConnections();
    QWidget *makeHeader();

    void followPlace();
    void applyEnvironment(const Environment &environment, bool byUser);
    void leavePage();
    void enterPage(WizardPages::Page page);
    void step(int by);
    void create(bool start);
    void send(bool start);
    void showPhase();
    void showObstacle();
    void showRefusal(const ApiError &error);
    void finish(const PipelineKey &key);

    QString sentText() const;
    void leave(bool isKept);
    void leaveUnderWay();

    FormModel m_form;
    RunnerChoices m_runners;
    PipelineAdvice m_advice;
    PipelineCreation m_creation;
    WizardPages m_pages;
    WizardDraft m_draft;
    bool m_isLeft = false;        // closed while the request is on its way
    bool m_isAboutToSend = false; // once the draft on disk says so
    bool m_ownsRunner = false;    // it began with one that no environment gave
    int m_page = 0;

    QListView *m_list;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    CreationBanner *m_banner;
    LeftOutBanner *m_leftOut;
    BusyLine *m_busy = nullptr;
    QStackedWidget *m_stack;
    QList<FormPage *> m_formPages;
    ProjectPicker *m_place;
    CurlMenu *m_curl;
    ReviewPage *m_review;
    WizardFooter *m_footer;
    WizardKeyboard *m_keyboard = nullptr;
};

} // namespace Sluice
