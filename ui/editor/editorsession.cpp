// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorsession.h"

#include "models/account/account.h"
#include "models/definition/definition.h"
#include "models/fleet/fleet.h"
#include "models/store/documentdraft.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/widgets/questionbox.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto openKey = "editor/open"_L1;
constexpr int mostOpen = 500; // tabs; more is no list of a user

DraftOffers::Words wordsOf(const Draft &draft, const QString &when)
{
    return {EditorSession::tr("Unsaved edits of %1 from %2 were kept.")
                .arg(Definition::name(draft.base), when),
            EditorSession::tr("Nothing of them is on the server."),
            EditorSession::tr("Go on editing")};
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
    , m_settings(settings)
    , m_page(page)
    , m_drafts(Draft::Kind::Editor, store, banners, wordsOf, nullptr)
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
    connect(page, &EditorPage::draftKept, &m_drafts, &DraftOffers::add);
    connect(&m_drafts, &DraftOffers::found, this, &EditorSession::offer);
    connect(&m_drafts, &DraftOffers::chosen, this, &EditorSession::choose);
    connect(&m_drafts, &DraftOffers::changed, this, &EditorSession::compareUnsaved);
    connect(page, &EditorPage::editedChanged, this, &EditorSession::compareUnsaved);
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
    for (const Draft &draft : m_drafts.drafts())
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
    m_drafts.forgetAccount(account);
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

void EditorSession::offer(const QList<Draft> &found)
{
    QList<Draft> left = found;
    left.removeIf([this](const Draft &draft) { return isBeingEdited(draft); });
    m_drafts.offer(left);
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
    const std::optional<Draft> draft = m_drafts.draftOf(key);
    // A look at the pipeline must not replace what is being typed.
    if (!draft || (editor && editor->hasEdits())) {
        m_page->open(key);
        return;
    }
    m_drafts.settle(*draft);
    m_page->openDraft(*draft);
}

void EditorSession::choose(const Draft &draft)
{
    const PipelineEditor *editor = m_page->editor(draft.key);
    if (editor && editor->hasEdits())
        askToReplace(draft, editor->name());
    else
        goOn(draft);
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
    m_drafts.settle(draft);
    m_page->openDraft(draft);
    Q_EMIT draftOpened(draft.key);
}

} // namespace Sluice
