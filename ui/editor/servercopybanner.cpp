// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/servercopybanner.h"

#include "models/account/account.h"
#include "models/document/pipelinedocument.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

ServerCopyBanner::ServerCopyBanner(Fleet *fleet, PipelineDocument *document, QWidget *parent)
    : Banner(Kind::Warning, parent)
    , m_fleet(fleet)
    , m_document(document)
    , m_creation(fleet)
{
    setObjectName(u"editorBanner"_s);
    hide();
    connectCreation();
    const PipelineModel *model = fleet->pipelines();
    connect(
        model, &PipelineModel::dataChanged, this,
        [this, model](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            if (!roles.isEmpty()) // a status: changed definitions come without roles
                return;
            const int row = model->rowOf(m_document->key());
            if (row >= first.row() && row <= last.row())
                Q_EMIT serverMoved();
        });
    connect(model, &PipelineModel::rowsRemoved, this, [this, model] {
        if (model->rowOf(m_document->key()) < 0)
            Q_EMIT serverMoved();
    });
    connect(model, &PipelineModel::rowsInserted, this, [this] {
        if (m_presence != Presence::Here)
            Q_EMIT serverMoved();
    });
    connect(fleet, &Fleet::accountAdded, this, &ServerCopyBanner::watch);
    connect(fleet, &Fleet::pipelineDeleted, this, [this](const PipelineKey &key) {
        m_isDeletedHere = m_isDeletedHere || key == m_document->key();
        if (m_isDeletedHere && m_presence == Presence::Gone)
            showGone(); // the row left a moment before the message
    });
    if (const Account *account = fleet->account(document->key().account))
        watch(account);
}

void ServerCopyBanner::watch(const Account *account)
{
    if (account->id() != m_document->key().account)
        return;
    connect(account, &Account::pipelinesStateChanged, this, [this](const QString &project) {
        if (project == m_document->key().project && m_presence == Presence::NotRead)
            Q_EMIT serverMoved();
    });
}

bool ServerCopyBanner::isListRead() const
{
    const PipelineKey &key = m_document->key();
    const Account *account = m_fleet->account(key.account);
    return account && (m_wasHere || account->pipelinesState(key.project) == LoadState::Loaded);
}

void ServerCopyBanner::setPresence(Presence presence)
{
    if (m_presence == presence)
        return;
    m_presence = presence;
    Q_EMIT presenceChanged();
}

void ServerCopyBanner::follow(bool hasEdits)
{
    const PipelineModel *model = m_fleet->pipelines();
    const PipelineKey &key = m_document->key();
    if (model->rowOf(key) < 0) {
        if (!isListRead())
            showNotRead();
        else if (m_presence != Presence::Gone)
            showGone();
        return;
    }
    const bool wasMissing = m_presence != Presence::Here;
    m_wasHere = true;
    setPresence(Presence::Here);
    const QJsonObject server = model->definition(key);
    if (server == m_document->base() || !hasEdits || wasMissing) {
        m_told = {};
        hide();
    }
    if (server == m_document->base())
        return;
    if (!hasEdits)
        m_document->rebase(server, server);
    else if (server != m_told) {
        m_told = server;
        showMoved();
    }
}

void ServerCopyBanner::showMoved()
{
    setKind(Kind::Warning);
    clearButtons();
    setText(tr("The server's copy changed while you were editing."),
            tr("Both are brought together when you save. Nothing is overwritten unseen."));
    setClosable(true);
    show();
}

void ServerCopyBanner::showNotRead()
{
    setPresence(Presence::NotRead);
    setKind(Kind::Information);
    clearButtons();
    setText(tr("The server's copy has not been read yet."),
            tr("Go on editing; it can be saved once its account is connected."));
    setClosable(false);
    show();
}

QPushButton *ServerCopyBanner::offer(const QString &text, const QString &objectName)
{
    QPushButton *button = addButton(text);
    button->setObjectName(objectName);
    return button;
}

void ServerCopyBanner::showGone()
{
    setKind(m_isDeletedHere ? Kind::Information : Kind::Problem);
    setText(m_isDeletedHere ? tr("You deleted this pipeline, and it had edits.")
                            : tr("The pipeline was deleted meanwhile."),
            tr("Create it again with your edits, or discard them. A new one gets a new id."));
    clearButtons();
    setClosable(false);
    connect(offer(tr("Create again"), u"createAgain"_s), &QPushButton::clicked, this,
            &ServerCopyBanner::createWanted);
    connect(offer(tr("Discard"), u"discardGone"_s), &QPushButton::clicked, this,
            &ServerCopyBanner::givenUp);
    show();
    setPresence(Presence::Gone);
}

void ServerCopyBanner::createAgain()
{
    const PipelineKey &key = m_document->key();
    m_creation.create(key.account, key.project, portableDefinition(m_document->mine()), false);
}

void ServerCopyBanner::connectCreation()
{
    connect(&m_creation, &PipelineCreation::phaseChanged, this, [this] {
        setEnabled(m_creation.phase() == PipelineCreation::Phase::Idle); // one request at a time
    });
    connect(&m_creation, &PipelineCreation::created, this, &ServerCopyBanner::recreated);
    connect(&m_creation, &PipelineCreation::failed, this, &ServerCopyBanner::showRefused);
    connect(&m_creation, &PipelineCreation::foundNamesake, this, &ServerCopyBanner::showFound);
    connect(&m_creation, &PipelineCreation::lookFailed, this, [this](const ApiError &error) {
        offerLook(error.summary(), tr("Look for it before you try again."));
    });
}

void ServerCopyBanner::offerLook(const QString &fact, const QString &consequence)
{
    setKind(Kind::Warning);
    setText(fact, consequence);
    clearButtons();
    connect(offer(tr("Look for it"), u"lookForIt"_s), &QPushButton::clicked, &m_creation,
            &PipelineCreation::lookFor);
}

void ServerCopyBanner::showRefused(const ApiError &error)
{
    if (error.isEffectUnknown())
        setText(error.summary(), tr("Create again looks for it before it sends anything."));
    else
        setText(tr("It was not created again."),
                (error.summary() + u' ' + error.nextStep()).trimmed());
    m_document->form()->setServerErrors(error.violations);
}

void ServerCopyBanner::showFound(const PipelineKey &key, const ApiError &error)
{
    setKind(Kind::Warning);
    setText(error.summary(),
            tr("Your edits stay as a draft until you go on with it or discard them."));
    clearButtons();
    connect(offer(tr("Go on with it"), u"openFound"_s), &QPushButton::clicked, this,
            [this, key] { Q_EMIT recreated(key); });
    connect(offer(tr("It is another one"), u"createAnother"_s), &QPushButton::clicked, this,
            [this] {
                m_creation.allowNamesake();
                showGone();
            });
    connect(offer(tr("Discard"), u"discardGone"_s), &QPushButton::clicked, this,
            &ServerCopyBanner::givenUp);
}

} // namespace Sluice
