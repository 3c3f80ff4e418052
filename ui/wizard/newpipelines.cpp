// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/newpipelines.h"

#include "models/definition/definition.h"
#include "models/store/localstore.h"
#include "models/store/unreaddrafts.h"
#include "ui/shared/actions.h"
#include "ui/shared/bannerarea.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/wizard/pipelinewizard.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString noticeOf(const Draft &draft)
{
    return u"newPipeline/"_s + draft.id;
}

} // namespace

NewPipelines::NewPipelines(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                           const PathChooser &paths, BannerArea *banners, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_store(store)
    , m_secrets(secrets)
    , m_paths(paths)
    , m_banners(banners)
    , m_window(window)
{
    connect(banners, &BannerArea::answered, this, &NewPipelines::answer);
    if (store && store->isAlone())
        readDrafts();
}

void NewPipelines::handle(Actions *actions)
{
    actions->on(ActionId::NewPipeline, this, [this, actions] { open(actions->place()); });
}

void NewPipelines::readDrafts()
{
    m_store->drafts()->all(this, [this](const StoreResult<QList<Draft>> &drafts) {
        if (!drafts) {
            if (m_store->database()->isOpen()) // else a banner says so of all that it holds
                m_banners->raise(unreadDrafts(drafts.error()));
            return;
        }
        for (const Draft &draft : *drafts) {
            if (draft.kind == Draft::Kind::Wizard)
                offer(draft);
        }
    });
}

PipelineWizard *NewPipelines::make(const ProjectPlace &place)
{
    auto *wizard = new PipelineWizard(m_fleet, place, m_window, m_paths, m_secrets);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &PipelineWizard::created, this, &NewPipelines::created);
    connect(wizard, &PipelineWizard::keptAsDraft, this, &NewPipelines::offer);
    return wizard;
}

PipelineWizard *NewPipelines::open(const ProjectPlace &place)
{
    PipelineWizard *wizard = make(place);
    wizard->keepIn(m_store);
    wizard->open();
    return wizard;
}

PipelineWizard *NewPipelines::openFrom(const ProjectPlace &place, const QJsonObject &definition,
                                       const QList<DefinitionPath> &missing)
{
    PipelineWizard *wizard = make(place);
    wizard->beginWith(definition, missing);
    wizard->keepIn(m_store);
    wizard->open();
    return wizard;
}

void NewPipelines::offer(const Draft &draft)
{
    m_drafts.append(draft);
    const QString name = Definition::name(draft.edited).trimmed();
    const QDateTime saved = draft.saved.isValid() ? draft.saved : QDateTime::currentDateTimeUtc();
    const QString when = QLocale().toString(saved.toLocalTime(), QLocale::ShortFormat);
    Notice notice;
    notice.key = noticeOf(draft);
    notice.kind = Notice::Kind::Information;
    notice.iconName = u"file-pen-line"_s;
    notice.fact = name.isEmpty()
                      ? tr("An unfinished new pipeline from %1 was kept.").arg(when)
                      : tr("The unfinished new pipeline %1 from %2 was kept.").arg(name, when);
    if (draft.sent.isNone())
        notice.consequence = tr("Nothing of it is on the server.");
    else if (draft.sent.name.isEmpty())
        notice.consequence = tr("It was sent, and it is not known whether it was created: look in "
                                "the list of pipelines before you create it again.");
    else
        notice.consequence = tr("It was sent, and it is not known whether it was created. When you "
                                "go on, it is looked for by its name.");
    if (const QString leftOut = LeftOutBanner::offerText(draft.leftOut); !leftOut.isEmpty())
        notice.consequence += u' ' + leftOut;
    notice.verb = tr("Go on");
    notice.otherVerb = tr("Discard");
    m_banners->raise(notice);
}

void NewPipelines::answer(const QString &notice, bool discard)
{
    if (notice == unreadDraftsKey) {
        m_banners->clear(notice);
        readDrafts();
        return;
    }
    const auto found =
        std::find_if(m_drafts.cbegin(), m_drafts.cend(),
                     [&notice](const Draft &draft) { return noticeOf(draft) == notice; });
    if (found == m_drafts.cend())
        return;
    const Draft draft = m_drafts.takeAt(found - m_drafts.cbegin());
    m_banners->clear(notice);
    if (discard) {
        m_store->drafts()->remove(draft.id);
        return;
    }
    PipelineWizard *wizard = make(WizardDraft::placeOf(draft));
    wizard->goOnWith(draft);
    wizard->keepIn(m_store);
    wizard->open();
}

} // namespace Sluice
