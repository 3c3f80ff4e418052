// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorsession.h"

#include "models/account/account.h"
#include "models/definition/definition.h"
#include "models/fleet/fleet.h"
#include "models/store/localstore.h"
#include "models/store/unreaddrafts.h"
#include "ui/editor/draftkeeper.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/shared/bannerarea.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/widgets/questionbox.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto openKey = "editor/open"_L1;
constexpr int mostOpen = 500; // tabs; more is no list of a user

QString noticeOf(const Draft &draft)
{
    return u"draft/"_s + draft.id;
}

QString textOf(const PipelineKey &key)
{
    return QStringList{key.account, key.project, key.pipeline}.join(u'/');
}

PipelineKey keyFrom(const QString &text)
{
    const QStringList parts = text.split(u'/');
    return parts.size() == 3 ? PipelineKey{parts.at(0), parts.at(1), parts.at(2)} : PipelineKey();
}

} // namespace

EditorSession::EditorSession(Fleet *fleet, LocalStore *store, QSettings *settings, EditorPage *page,
                             BannerArea *banners, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_settings(settings)
    , m_page(page)
    , m_banners(banners)
{
    const QStringList open = settings->value(openKey).toStringList().mid(0, mostOpen);
    for (const QString &text : open) {
        if (const PipelineKey key = keyFrom(text); key.isValid())
            m_wanted.append(key);
    }
    const QList<Account *> accounts = fleet->accounts();
    for (const Account *account : accounts) {
        arrived(fleet->pipelines()->keys(account->id()));
        watch(account);
    }
    connect(fleet, &Fleet::accountAdded, this, &EditorSession::watch);
    connect(fleet->pipelines(), &PipelineModel::pipelinesAdded, this, &EditorSession::arrived);
    connect(page, &EditorPage::openChanged, this, &EditorSession::remember);
    connect(page, &EditorPage::draftKept, this, [this](const Draft &draft) {
        m_drafts.prepend(draft);
        compareUnsaved();
    });
    connect(page, &EditorPage::editedChanged, this, &EditorSession::compareUnsaved);
    connect(banners, &BannerArea::answered, this, &EditorSession::answer);
    if (store && store->isAlone())
        readDrafts();
}

void EditorSession::readDrafts()
{
    m_store->drafts()->all(this, [this](const StoreResult<QList<Draft>> &drafts) {
        if (drafts)
            offer(*drafts);
        else if (m_store->database()->isOpen()) // else a banner says so of all that it holds
            m_banners->raise(unreadDrafts(drafts.error()));
    });
}

void EditorSession::watch(const Account *account)
{
    const auto drop = [this, account] { dropGone(*account); };
    connect(account, &Account::projectsChanged, this, drop);
    connect(account, &Account::pipelinesStateChanged, this, drop);
    drop();
}

// A pipeline that is missing in a complete list will not come. A list that failed tells nothing.
void EditorSession::dropGone(const Account &account)
{
    const auto isGone = [this, &account](const PipelineKey &key) {
        if (key.account != account.id() || account.projectsState() != LoadState::Loaded)
            return false;
        if (!account.project(key.project))
            return true;
        return account.pipelinesState(key.project) == LoadState::Loaded &&
               m_fleet->pipelines()->rowOf(key) < 0;
    };
    if (m_wanted.removeIf(isGone) > 0)
        remember();
}

// In the order in which they were open, as far as they arrive together.
void EditorSession::arrived(const QList<PipelineKey> &keys)
{
    const QSet<PipelineKey> here(keys.begin(), keys.end());
    const QList<PipelineKey> wanted = m_wanted;
    for (const PipelineKey &key : wanted) {
        if (!here.contains(key))
            continue;
        m_wanted.removeOne(key);
        m_page->prepare(key);
    }
}

QSet<PipelineKey> EditorSession::unsaved() const
{
    QSet<PipelineKey> pipelines;
    const QList<PipelineEditor *> edited = m_page->edited();
    for (const PipelineEditor *editor : edited)
        pipelines.insert(editor->key());
    for (const Draft &draft : m_drafts)
        pipelines.insert(draft.key);
    return pipelines;
}

PipelineKey EditorSession::nextUnsaved(const PipelineKey &after) const
{
    const QSet<PipelineKey> pipelines = unsaved();
    QList<PipelineKey> keys(pipelines.begin(), pipelines.end());
    if (keys.isEmpty())
        return {};
    const auto textOf = [](const PipelineKey &key) {
        return QStringList{key.account, key.project, key.pipeline}.join(u'/');
    };
    std::sort(keys.begin(), keys.end(), [&textOf](const PipelineKey &a, const PipelineKey &b) {
        return textOf(a) < textOf(b);
    });
    return keys.at((keys.indexOf(after) + 1) % keys.size());
}

void EditorSession::compareUnsaved()
{
    const QSet<PipelineKey> now = unsaved();
    if (now == m_unsaved)
        return;
    m_unsaved = now;
    Q_EMIT unsavedChanged(now);
}

void EditorSession::forgetAccount(const QString &account)
{
    m_wanted.removeIf([&account](const PipelineKey &key) { return key.account == account; });
    m_drafts.removeIf([this, &account](const Draft &draft) {
        const bool isIts = draft.key.account == account;
        if (isIts)
            m_banners->clear(noticeOf(draft));
        return isIts;
    });
    compareUnsaved();
    remember();
}

void EditorSession::remember()
{
    QStringList open;
    const QList<PipelineKey> keys = m_page->openKeys() + m_wanted;
    for (const PipelineKey &key : keys)
        open.append(textOf(key));
    open.removeDuplicates();
    m_settings->setValue(openKey, open);
}

void EditorSession::offer(const QList<Draft> &drafts)
{
    for (const Draft &draft : drafts) {
        if (draft.kind != Draft::Kind::Editor || isBeingEdited(draft))
            continue;
        m_drafts.append(draft);
        Notice notice;
        notice.key = noticeOf(draft);
        notice.kind = Notice::Kind::Information;
        notice.iconName = u"file-pen-line"_s;
        notice.fact = tr("Unsaved edits of %1 from %2 were kept.")
                          .arg(Definition::name(draft.base),
                               QLocale().toString(draft.saved.toLocalTime(), QLocale::ShortFormat));
        notice.consequence = tr("Nothing of them is on the server.");
        if (const QString leftOut = LeftOutBanner::offerText(draft.leftOut); !leftOut.isEmpty())
            notice.consequence += u' ' + leftOut;
        notice.verb = tr("Go on editing");
        notice.otherVerb = tr("Discard");
        m_banners->raise(notice);
    }
    compareUnsaved();
}

// The text that is being typed goes into the store too.
bool EditorSession::isBeingEdited(const Draft &draft) const
{
    const PipelineEditor *editor = m_page->editor(draft.key);
    const std::optional<Draft> kept = editor ? editor->drafts()->kept() : std::nullopt;
    return kept && kept->id == draft.id;
}

void EditorSession::open(const PipelineKey &key)
{
    const PipelineEditor *editor = m_page->editor(key);
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(),
                                    [&key](const Draft &draft) { return draft.key == key; });
    // A look at the pipeline must not replace what is being typed.
    if (found == m_drafts.end() || (editor && editor->hasEdits())) {
        m_page->open(key);
        return;
    }
    const Draft draft = *found;
    settle(draft);
    m_page->openDraft(draft);
}

void EditorSession::answer(const QString &notice, bool discard)
{
    if (notice == unreadDraftsKey) {
        m_banners->clear(notice);
        readDrafts();
        return;
    }
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(),
                     [&notice](const Draft &draft) { return noticeOf(draft) == notice; });
    if (found == m_drafts.end())
        return;
    const Draft draft = *found;
    const PipelineEditor *editor = m_page->editor(draft.key);
    if (discard) {
        settle(draft);
        m_store->drafts()->remove(draft.id);
    } else if (editor && editor->hasEdits()) {
        askToReplace(draft, editor->name());
    } else {
        goOn(draft);
    }
}

void EditorSession::askToReplace(const Draft &draft, const QString &name)
{
    auto *box = new QuestionBox(tr("Replace the edits of %1 that are open?").arg(name),
                                tr("It has other edits that are not saved. The kept ones take "
                                   "their place; Undo brings the others back."),
                                tr("Replace"), QuestionBox::Kind::Plain, m_page->window());
    connect(box, &QDialog::accepted, this, [this, draft] { goOn(draft); });
    box->open();
}

void EditorSession::goOn(const Draft &draft)
{
    settle(draft);
    m_page->openDraft(draft);
    Q_EMIT draftOpened(draft.key);
}

// It is open or gone, so it is no longer offered.
void EditorSession::settle(const Draft &draft)
{
    m_banners->clear(noticeOf(draft));
    m_drafts.removeIf([&draft](const Draft &each) { return each.id == draft.id; });
    compareUnsaved();
}

} // namespace Sluice
