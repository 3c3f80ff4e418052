// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/elidedsource.h"

#include <QFontMetrics>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The first label of a host name; an address of numbers has no domain to cut.
QString hostName(const QString &host)
{
    const auto inNumber = [](QChar c) { return c.isDigit() || c == u'.'; };
    const bool isAddress = host.contains(u':') || std::all_of(host.cbegin(), host.cend(), inNumber);
    return isAddress ? host : host.section(u'.', 0, 0);
}

} // namespace

QString shortSource(const QString &host, const QString &database)
{
    const QString name = hostName(host);
    if (database.isEmpty())
        return host;
    return name == host ? host + u'/' + database : name + u"…/"_s + database;
}

QString elidedSource(const QString &host, const QString &database, const QFontMetrics &metrics,
                     int width)
{
    if (database.isEmpty())
        return metrics.elidedText(host, Qt::ElideRight, width);
    const QString tail = u'/' + database;
    if (metrics.horizontalAdvance(host + tail) <= width)
        return host + tail;
    QString cut = shortSource(host, database);
    if (metrics.horizontalAdvance(cut) <= width)
        return cut;
    // Both pieces together may be a little wider than each one alone.
    const int room = width - metrics.horizontalAdvance(tail) - 2;
    if (room >= metrics.horizontalAdvance(u"mm…"_s))
        return metrics.elidedText(host, Qt::ElideRight, room) + tail;
    return metrics.elidedText(u'…' + tail, Qt::ElideRight, width);
}

} // namespace Sluice
