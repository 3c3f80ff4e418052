// SPDX-License-Identifier: Apache-2.0
#include "models/references/silences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto group = "secretSilences"_L1;

// Ids come from the server; a slash in one would be a group of its own.
QString encoded(const QString &id)
{
    return QString::fromLatin1(id.toUtf8().toPercentEncoding());
}

QString decoded(const QString &part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toLatin1()));
}

QString keyOf(const PipelineKey &pipeline)
{
    return QStringList{group, encoded(pipeline.account), encoded(pipeline.project),
                       encoded(pipeline.pipeline)}
        .join(u'/');
}

} // namespace

Silences::Silences(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    settings->beginGroup(group);
    const QStringList keys = settings->allKeys();
    for (const QString &key : keys) {
        const QStringList parts = key.split(u'/');
        if (parts.size() == 3)
            m_rules.insert({decoded(parts.at(0)), decoded(parts.at(1)), decoded(parts.at(2))},
                           settings->value(key).toStringList());
    }
    settings->endGroup();
}

bool Silences::isSilenced(const PipelineKey &pipeline, ReferenceRule rule) const
{
    return m_rules.value(pipeline).contains(idOf(rule));
}

void Silences::setSilenced(const PipelineKey &pipeline, ReferenceRule rule, bool silenced)
{
    if (isSilenced(pipeline, rule) == silenced)
        return;
    QStringList rules = m_rules.value(pipeline);
    if (silenced)
        rules.append(idOf(rule));
    else
        rules.removeAll(idOf(rule));
    keep(pipeline, rules);
    Q_EMIT changed(pipeline);
}

void Silences::keep(const PipelineKey &pipeline, const QStringList &rules)
{
    if (rules.isEmpty()) {
        m_rules.remove(pipeline);
        m_settings->remove(keyOf(pipeline));
    } else {
        m_rules.insert(pipeline, rules);
        m_settings->setValue(keyOf(pipeline), rules);
    }
}

void Silences::forgetAccount(const QString &account)
{
    const QList<PipelineKey> all = m_rules.keys();
    for (const PipelineKey &pipeline : all) {
        if (pipeline.account != account)
            continue;
        keep(pipeline, {});
        Q_EMIT changed(pipeline);
    }
}

} // namespace Sluice
