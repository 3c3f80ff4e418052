// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/fleet/pipelineadvice.h"
#include "models/fleet/pipelinecreation.h"
#include "models/fleet/runnerchoices.h"
#include "models/form/formmodel.h"
#include "models/store/wizarddraft.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/shared/pathchooser.h"
#include "ui/widgets/dialog.h"
#include "ui/wizard/leavequestion.h"
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

// "New pipeline": pages of forms over one FormModel, and the request that creates the pipeline. The
// user sees the pages in any order, and only the server decides what is valid. Its messages come
// back to the fields.
class PipelineWizard final : public Dialog
{
    Q_OBJECT

public:
    // place: the place to begin with; the user chooses empty parts in the wizard.
    // paths: asks for a file when a command is copied or tables are read.
    // secrets: the source of suggested references; none: no suggestions.
    explicit PipelineWizard(Fleet *fleet, const ProjectPlace &place = {}, QWidget *parent = nullptr,
                            const PathChooser &paths = systemPathChooser(),
                            const ReferenceMonitor *secrets = nullptr);
    ~PipelineWizard() override;

    // From now on it keeps what is typed in the store, until it is created or discarded. store may
    // be null.
    void keepIn(LocalStore *store);
    // Call it before it is shown: a definition to begin with, without a pipeline's id. Its runner
    // stays until the user chooses an environment. Secrets are left out, and the user is told
    // where. missing: places where they were left out before.
    void beginWith(const QJsonObject &definition, const QList<DefinitionPath> &missing = {});
    // Call it before it is shown: what was typed in a former wizard, which had the place of this
    // one.
    void goOnWith(const Draft &draft);

    FormModel *form() { return &m_form; }

    WizardPages::Page page() const;
    // Gives the focus to its first wrong field, else to its first field.
    void showPage(WizardPages::Page page);
    // Shows the page of a field and gives the focus to the field.
    void showField(const QString &path);

    // Cancel and Esc: asks when something was typed (keep it as a draft, discard it, go on) or when
    // a request is under way.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    // The pipeline is there; the wizard has closed itself.
    void created(const Sluice::PipelineKey &key);
    // The user left it and wants to go on later.
    void keptAsDraft(const Sluice::Draft &draft);
    // It was closed while the request was on its way; now the answer is there.
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
    LeaveQuestion m_leaveQuestion;
    bool m_isLeft = false;        // closed while the request is on its way
    bool m_isAboutToSend = false; // sends as soon as the draft is on disk
    bool m_ownsRunner = false;    // it began with a runner that no environment gave
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
