// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QSettings;

namespace Sluice {

// Which rules about references are silent for which pipelines: somebody looked, and it is meant so.
// Kept in the settings by account, project, pipeline and the rule's id, also while a pipeline is
// not listed; settings must outlive it.
class Silences final : public QObject
{
    Q_OBJECT

public:
    explicit Silences(QSettings *settings, QObject *parent = nullptr);

    bool isSilenced(const PipelineKey &pipeline, ReferenceRule rule) const;
    void setSilenced(const PipelineKey &pipeline, ReferenceRule rule, bool silenced);
    // What is kept of the account is deleted.
    void forgetAccount(const QString &account);

Q_SIGNALS:
    void changed(const Sluice::PipelineKey &pipeline);

private:
    void keep(const PipelineKey &pipeline, const QStringList &rules);

    QSettings *m_settings;
    QHash<PipelineKey, QStringList> m_rules; // by id, also those that a later version knows
};

} // namespace Sluice
