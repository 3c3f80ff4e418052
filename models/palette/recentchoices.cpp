// SPDX-License-Identifier: Apache-2.0
#include "models/palette/recentchoices.h"

#include "models/definition/pipelinekey.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto recentKey = "palette/recent"_L1;
constexpr qsizetype partsOfPipeline = 4; // verb, account, project, pipeline

} // namespace

RecentChoices::RecentChoices(QSettings *settings)
    : m_settings(settings)
    , m_ids(settings->value(recentKey).toStringList().mid(0, most))
{
    m_ids.removeDuplicates();
}

void RecentChoices::add(const QString &id)
{
    m_ids.removeAll(id);
    m_ids.prepend(id);
    m_ids = m_ids.mid(0, most);
    keep();
}

void RecentChoices::forgetAccount(const QString &account)
{
    m_ids.removeIf([&account](const QString &id) { return id.section(u'/', 1, 1) == account; });
    keep();
}

void RecentChoices::keep()
{
    m_settings->setValue(recentKey, m_ids);
}

QString RecentChoices::idOf(const QString &verb, const PipelineKey &key)
{
    return QStringList{verb, key.account, key.project, key.pipeline}.join(u'/');
}

QString RecentChoices::idOf(const QString &kind, const QString &account, const QString &project)
{
    return project.isEmpty() ? kind + u'/' + account : kind + u'/' + account + u'/' + project;
}

PipelineKey RecentChoices::keyIn(const QString &id)
{
    const QStringList parts = id.split(u'/');
    if (parts.size() != partsOfPipeline)
        return {};
    return {parts.at(1), parts.at(2), parts.at(3)};
}

QString RecentChoices::verbIn(const QString &id)
{
    return id.section(u'/', 0, 0);
}

} // namespace Sluice
