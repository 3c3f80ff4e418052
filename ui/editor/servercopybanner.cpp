// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/servercopybanner.h"

#include "models/document/pipelinedocument.h"
#include "models/exchange/portable.h"
#include "models/fleet/account.h"
#include "models/fleet/fleet.h"
#include "models/pipeline/jsontext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

ServerCopyBanner::ServerCopyBanner(Fleet *fleet, PipelineDocument *document, QWidget *parent)
    : Banner(Kind::Warning, parent)
    , m_fleet(fleet)
    , m_document(document)
{
    setObjectName(u"editorBanner"_s);
    hide();
    const PipelineModel *model = fleet->pipelines();
    connect(model, &PipelineModel::dataChanged, this,
            [this, model](const QModelIndex &first, const QModelIndex &last) {
                const int row = model->rowOf(m_document->key());
                if (row >= first.row() && row <= last.row())
                    Q_EMIT serverMoved();
            });
    connect(model, &PipelineModel::rowsRemoved, this, &ServerCopyBanner::serverMoved);
    connect(model, &PipelineModel::rowsInserted, this, &ServerCopyBanner::serverMoved);
    connect(fleet, &Fleet::accountAdded, this, &ServerCopyBanner::watch);
    if (const Account *account = fleet->account(document->key().account))
        watch(account);
}

void ServerCopyBanner::watch(const Account *account)
{
    if (account->id() != m_document->key().account)
        return;
    connect(account, &Account::pipelinesStateChanged, this, [this](const QString &project) {
        if (project == m_document->key().project && m_place == Place::NotRead)
            Q_EMIT serverMoved();
    });
}

bool ServerCopyBanner::isListRead() const
{
    const PipelineKey &key = m_document->key();
    const Account *account = m_fleet->account(key.account);
    return account && (m_wasHere || account->pipelinesState(key.project) == LoadState::Loaded);
}

void ServerCopyBanner::setPlace(Place place)
{
    if (m_place == place)
        return;
    m_place = place;
    Q_EMIT placeChanged();
}

void ServerCopyBanner::follow(bool hasEdits)
{
    const PipelineModel *model = m_fleet->pipelines();
    const PipelineKey &key = m_document->key();
    if (model->rowOf(key) < 0) {
        if (!isListRead())
            showNotRead();
        else if (m_place != Place::Gone)
            showGone();
        return;
    }
    const bool wasMissing = m_place != Place::Here;
    m_wasHere = true;
    setPlace(Place::Here);
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
    setPlace(Place::NotRead);
    setKind(Kind::Information);
    clearButtons();
    setText(tr("The server's copy has not been read yet."),
            tr("Go on editing; it can be saved once its account is connected."));
    setClosable(false);
    show();
}

void ServerCopyBanner::showGone()
{
    setKind(Kind::Problem);
    setText(tr("The pipeline was deleted meanwhile."),
            tr("Create it again with your edits, or discard them. A new one gets a new id."));
    clearButtons();
    setClosable(false);
    QPushButton *create = addButton(tr("Create again"));
    create->setObjectName(u"createAgain"_s);
    QPushButton *discard = addButton(tr("Discard"));
    discard->setObjectName(u"discardGone"_s);
    connect(create, &QPushButton::clicked, this, &ServerCopyBanner::createAgain);
    connect(discard, &QPushButton::clicked, this, &ServerCopyBanner::givenUp);
    show();
    setPlace(Place::Gone);
}

void ServerCopyBanner::createAgain()
{
    setEnabled(false); // one request at a time
    const PipelineKey key = m_document->key();
    m_fleet->createPipeline(
        key.account, key.project, jsonText(portableDefinition(m_document->mine())), this,
        [this, key](const Result<QJsonObject> &created) {
            setEnabled(true);
            if (created) {
                Q_EMIT recreated({key.account, key.project,
                                  created->value("streamingPipelineId"_L1).toString()});
                return;
            }
            const ApiError &error = created.error();
            setText(tr("It was not created again."),
                    (error.summary() + u' ' + error.nextStep()).trimmed());
            m_document->form()->setServerErrors(error.violations);
        });
}

} // namespace Sluice
