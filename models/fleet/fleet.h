// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/fleet/account.h"
#include "models/fleet/pipelinemodel.h"
#include "models/fleet/statuspoller.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Sluice {

// All signed-in accounts, their pipelines in one model, a poller for each, and the actions on
// pipelines.
class Fleet final : public QObject
{
    Q_OBJECT

public:
    explicit Fleet(StatusPoller::Intervals intervals = {}, QObject *parent = nullptr);
    ~Fleet() override;

    Account *addAccount(std::unique_ptr<Account> account); // reads it and starts polling
    void removeAccount(const QString &id);
    QList<Account *> accounts() const;
    Account *account(const QString &id) const;
    StatusPoller *poller(const QString &account) const;

    PipelineModel *pipelines() { return &m_pipelines; }

    // Reads all definitions again and asks all statuses.
    void refreshAll();
    void refresh(const PipelineKey &key);
    void setPolling(bool on); // off while the window is hidden

    // Sends the guide's command. The row shows it as requested at once; refusal takes that back and
    // actionFailed comes.
    void sendCommand(const PipelineKey &key, PipelineCommand command);
    void deletePipeline(const PipelineKey &key);
    // Creates from JSON text; the handler gets the new definition. The row appears by itself.
    void createPipeline(const QString &account, const QString &projectId, const QByteArray &json,
                        QObject *context, Handler<QJsonObject> handler);

Q_SIGNALS:
    void accountAdded(Sluice::Account *account);
    void accountAboutToBeRemoved(Sluice::Account *account);
    // what: "start my-pipeline", for the banner.
    void actionFailed(const Sluice::PipelineKey &key, const QString &what,
                      const Sluice::ApiError &error);
    void pipelineDeleted(const Sluice::PipelineKey &key, const QString &name);
    void commandAccepted(const Sluice::PipelineKey &key, Sluice::PipelineCommand command);

private:
    struct Entry;
    PipelineModel m_pipelines;
    StatusPoller::Intervals m_intervals;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace Sluice
