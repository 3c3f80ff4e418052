// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QSettings;

namespace Sluice {

struct PipelineKey;

// The last entries that were chosen in the palette, the latest first. Only ids are kept, in the
// settings, which must outlive it.
class RecentChoices
{
public:
    static constexpr qsizetype most = 20;

    explicit RecentChoices(QSettings *settings);

    const QStringList &ids() const { return m_ids; }

    void add(const QString &id);
    // Deletes what is kept of the account.
    void forgetAccount(const QString &account);

    // The id of an entry: what is done, and the ids of what it is done to.
    static QString idOf(const QString &verb, const PipelineKey &key);
    static QString idOf(const QString &kind, const QString &account, const QString &project = {});
    // The reverse for a pipeline. Not valid: the id is that of something else.
    static PipelineKey keyIn(const QString &id);
    static QString verbIn(const QString &id);

private:
    void keep();

    QSettings *m_settings;
    QStringList m_ids;
};

} // namespace Sluice
