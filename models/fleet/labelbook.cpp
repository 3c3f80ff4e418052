// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/labelbook.h"

#include "models/fleet/fleet.h"

namespace Sluice {

LabelBook::LabelBook(Fleet *fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    connect(fleet->pipelines(), &PipelineModel::pipelinesAdded, this, &LabelBook::give);
}

QStringList LabelBook::tags() const
{
    QStringList tags;
    for (const PipelineLabel &label : m_labels) {
        for (const QString &tag : label.tags) {
            if (!tags.contains(tag, Qt::CaseInsensitive))
                tags += tag;
        }
    }
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

void LabelBook::set(const Labels &labels)
{
    QSet<PipelineKey> keys;
    for (auto [key, label] : labels.asKeyValueRange()) {
        if (m_labels.value(key) == label)
            continue;
        if (label.isEmpty())
            m_labels.remove(key);
        else
            m_labels.insert(key, label);
        keys.insert(key);
    }
    if (keys.isEmpty())
        return;
    m_set += keys;
    give(keys.values());
    Q_EMIT labelsSet(keys);
    Q_EMIT changed();
}

void LabelBook::recall(const Labels &labels)
{
    QList<PipelineKey> keys;
    for (auto [key, label] : labels.asKeyValueRange()) {
        if (m_set.contains(key) || label.isEmpty())
            continue;
        m_labels.insert(key, label);
        keys += key;
    }
    give(keys);
    m_isRecalled = true;
    Q_EMIT recalled();
    Q_EMIT changed();
}

void LabelBook::whenRecalled(QObject *context, const std::function<void()> &then)
{
    if (m_isRecalled)
        then();
    else
        connect(this, &LabelBook::recalled, context, then,
                static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection));
}

void LabelBook::forgetAccount(const QString &account)
{
    const qsizetype count =
        m_labels.removeIf([&account](const auto &entry) { return entry.key().account == account; });
    if (count > 0)
        Q_EMIT changed();
}

void LabelBook::give(const QList<PipelineKey> &keys)
{
    QSet<PipelineKey> pinned;
    for (auto [key, label] : m_labels.asKeyValueRange()) {
        if (label.isPinned)
            pinned.insert(key);
    }
    m_fleet->setPinned(pinned);
    for (const PipelineKey &key : keys)
        m_fleet->pipelines()->setLabel(key, m_labels.value(key));
}

} // namespace Sluice
