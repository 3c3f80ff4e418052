// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

#include <QHash>
#include <QObject>
#include <QStringList>

class QSettings;

namespace Sluice {

// The rules about references that the user silenced for a pipeline, with the reasons. They are kept
// in the settings by account, project, pipeline and rule, also while a pipeline is not listed. The
// settings must outlive it.
class Silences final : public QObject
{
    Q_OBJECT

public:
    explicit Silences(QSettings *settings, QObject *parent = nullptr);

    bool isSilenced(const PipelineKey &pipeline, ReferenceRule rule) const;
    // What the user wrote when the rule was silenced; empty: nothing, or it is not silenced.
    QString reason(const PipelineKey &pipeline, ReferenceRule rule) const;
    // A rule that is silent already gets the new reason; without one it keeps what it has.
    void silence(const PipelineKey &pipeline, ReferenceRule rule, const QString &reason = {});
    void report(const PipelineKey &pipeline, ReferenceRule rule);
    // Deletes all that is kept of the account.
    void forgetAccount(const QString &account);

Q_SIGNALS:
    void changed(const Sluice::PipelineKey &pipeline);

private:
    static qsizetype placeOf(const QStringList &rules, ReferenceRule rule);
    void keep(const PipelineKey &pipeline, const QStringList &rules);

    QSettings *m_settings;
    // Each entry is "mixed-providers" or "mixed-providers test data only". Rules that only a later
    // version knows are kept.
    QHash<PipelineKey, QStringList> m_rules;
};

} // namespace Sluice
