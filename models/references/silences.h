// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QSettings;

namespace Sluice {

// Which rules about references are silent for which pipelines, and why: somebody looked, and it is
// meant so. Kept in the settings by account, project, pipeline and the rule's id, also while a
// pipeline is not listed; settings must outlive it.
class Silences final : public QObject
{
    Q_OBJECT

public:
    explicit Silences(QSettings *settings, QObject *parent = nullptr);

    bool isSilenced(const PipelineKey &pipeline, ReferenceRule rule) const;
    // What the user wrote when the rule was silenced; empty: nothing, or it is not silenced.
    QString reason(const PipelineKey &pipeline, ReferenceRule rule) const;
    // A rule that is silent already gets the new reason.
    void silence(const PipelineKey &pipeline, ReferenceRule rule, const QString &reason = {});
    void report(const PipelineKey &pipeline, ReferenceRule rule);
    // What is kept of the account is deleted.
    void forgetAccount(const QString &account);

Q_SIGNALS:
    void changed(const Sluice::PipelineKey &pipeline);

private:
    static qsizetype placeOf(const QStringList &rules, ReferenceRule rule);
    void keep(const PipelineKey &pipeline, const QStringList &rules);

    QSettings *m_settings;
    // "mixed-providers" or "mixed-providers test data only", also of rules that a later version
    // knows.
    QHash<PipelineKey, QStringList> m_rules;
};

} // namespace Sluice
