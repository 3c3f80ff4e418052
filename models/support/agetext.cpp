// SPDX-License-Identifier: Apache-2.0
#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Age)
};

// Clocks may differ by a little; what lies ahead of now is now.
qint64 secondsBetween(const QDateTime &then, const QDateTime &now)
{
    return qMax<qint64>(0, then.secsTo(now));
}

} // namespace

QString agoText(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = secondsBetween(then, now);
    if (seconds < minute)
        return Text::tr("%1 s ago").arg(seconds);
    if (seconds < hour)
        return Text::tr("%1 min ago").arg(seconds / minute);
    const QDateTime local = then.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return local.toString(u"HH:mm"_s);
    return QLocale().toString(local, days < 7 ? u"ddd HH:mm"_s : u"d MMM HH:mm"_s);
}

QString durationText(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = secondsBetween(then, now);
    if (seconds < minute)
        return Text::tr("%1 s").arg(seconds);
    if (seconds < hour)
        return Text::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return Text::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return Text::tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
}

QString momentText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return Text::tr("%1 (%2 UTC)")
        .arg(QLocale().toString(moment.toLocalTime(), u"d MMMM yyyy HH:mm:ss"_s),
             moment.toUTC().toString(u"HH:mm:ss"_s));
}

} // namespace Sluice
