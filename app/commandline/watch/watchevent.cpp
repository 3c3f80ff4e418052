// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/watchevent.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"
#include "models/support/agetext.h"
#include "models/support/hiddencharacters.h"

#include <QStringList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Local time with its offset, also where that is zero.
QString stamp(const QDateTime &time, const QString &format)
{
    const QDateTime local = time.toLocalTime();
    const int minutes = local.offsetFromUtc() / 60;
    return local.toString(format) + (minutes < 0 ? u'-' : u'+') +
           u"%1:%2"_s.arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
               .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
}

QString stampOf(const QDateTime &time)
{
    return stamp(time, u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
}

QString wordOf(WatchEvent::Kind kind)
{
    switch (kind) {
    case WatchEvent::Kind::Found: return u"found"_s;
    case WatchEvent::Kind::Changed: return u"changed"_s;
    case WatchEvent::Kind::Gone: return u"gone"_s;
    case WatchEvent::Kind::Trouble: return u"trouble"_s;
    case WatchEvent::Kind::Recovered: return u"recovered"_s;
    }
    return {};
}

QString nameOf(const QString &text)
{
    return Console::onOneLine(shownName(text));
}

QString change(const WatchEvent &event)
{
    const QString notKnown = CommandLine::tr("not known");
    const QString from = event.from.isEmpty() ? notKnown : event.from;
    switch (event.kind) {
    case WatchEvent::Kind::Found: return event.to.isEmpty() ? notKnown : event.to;
    case WatchEvent::Kind::Changed: return from + u" -> "_s + event.to;
    case WatchEvent::Kind::Gone: return from + u" -> "_s + CommandLine::tr("not there any more");
    case WatchEvent::Kind::Trouble:
    case WatchEvent::Kind::Recovered: break;
    }
    return event.message;
}

// What is known beside the two states, in brackets.
QString remarks(const WatchEvent &event)
{
    QStringList parts;
    if (event.kind == WatchEvent::Kind::Found)
        parts += CommandLine::tr("found");
    if (event.since.isValid())
        parts += CommandLine::tr("after %1").arg(durationText(event.since, event.time));
    if (event.isLongUnseen)
        parts +=
            CommandLine::tr("not seen for %1 before").arg(durationText(event.lastSeen, event.time));
    if (event.isUnexpected)
        parts += CommandLine::tr("stopped unexpectedly, or by somebody else");
    return parts.isEmpty() ? QString() : u'(' + parts.join(u"; "_s) + u')';
}

} // namespace

QString WatchEvent::line() const
{
    QStringList parts{stamp(time, u"yyyy-MM-ddTHH:mm:ss"_s)};
    if (!project.isEmpty())
        parts += nameOf(project);
    if (!pipeline.isEmpty())
        parts += nameOf(pipeline);
    parts += Console::onOneLine(change(*this));
    if (const QString more = remarks(*this); !more.isEmpty())
        parts += more;
    return parts.join(u"  "_s);
}

Tone WatchEvent::tone() const
{
    if (isUnexpected || kind == Kind::Trouble)
        return Tone::Bad;
    return kind == Kind::Found || kind == Kind::Changed ? toneOfState(to) : Tone::Plain;
}

QJsonObject WatchEvent::json() const
{
    QJsonObject json{{u"kind"_s, wordOf(kind)}, {u"time"_s, stampOf(time)}};
    const auto add = [&json](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    add(u"project"_s, project);
    add(u"projectId"_s, projectId);
    add(u"pipeline"_s, pipeline);
    add(u"pipelineId"_s, pipelineId);
    add(u"trouble"_s, word);
    add(u"message"_s, message);
    if (kind == Kind::Trouble || kind == Kind::Recovered)
        return json;
    if (kind != Kind::Found)
        json.insert(u"from"_s, from.isEmpty() ? QJsonValue() : QJsonValue(from));
    json.insert(u"to"_s, to.isEmpty() ? QJsonValue() : QJsonValue(to));
    if (since.isValid())
        json.insert(u"afterSeconds"_s, double(since.msecsTo(time)) / 1000.0);
    if (lastSeen.isValid())
        json.insert(u"lastSeen"_s, stampOf(lastSeen));
    if (isUnexpected)
        json.insert(u"unexpected"_s, true);
    return json;
}

} // namespace Sluice
