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

qsizetype Silences::placeOf(const QStringList &rules, ReferenceRule rule)
{
    const QString id = idOf(rule);
    for (qsizetype place = 0; place < rules.size(); ++place) {
        if (rules.at(place) == id || rules.at(place).startsWith(id + u' '))
            return place;
    }
    return -1;
}

bool Silences::isSilenced(const PipelineKey &pipeline, ReferenceRule rule) const
{
    return placeOf(m_rules.value(pipeline), rule) >= 0;
}

QString Silences::reason(const PipelineKey &pipeline, ReferenceRule rule) const
{
    const QStringList rules = m_rules.value(pipeline);
    const qsizetype place = placeOf(rules, rule);
    return place < 0 ? QString() : rules.at(place).mid(idOf(rule).size() + 1);
}

void Silences::silence(const PipelineKey &pipeline, ReferenceRule rule, const QString &reason)
{
    QStringList rules = m_rules.value(pipeline);
    const QString words = reason.simplified();
    const QString entry = words.isEmpty() ? idOf(rule) : idOf(rule) + u' ' + words;
    const qsizetype place = placeOf(rules, rule);
    if (place >= 0 && (words.isEmpty() || rules.at(place) == entry))
        return; // a reason that was given stays
    if (place >= 0)
        rules[place] = entry;
    else
        rules.append(entry);
    keep(pipeline, rules);
    Q_EMIT changed(pipeline);
}

void Silences::report(const PipelineKey &pipeline, ReferenceRule rule)
{
    QStringList rules = m_rules.value(pipeline);
    const qsizetype place = placeOf(rules, rule);
    if (place < 0)
        return;
    rules.removeAt(place);
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
