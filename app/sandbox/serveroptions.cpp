// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/serveroptions.h"

#include <QCommandLineParser>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A local server that answers as the Maia API does. When it is ready it prints one line of "
        "JSON: its addresses and the credentials it accepts."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"port"_s, u"Listen on this port of 127.0.0.1; 0 takes a free one."_s, u"N"_s, u"0"_s},
        {u"data"_s, u"Keep everything in this folder; without it nothing is kept."_s, u"DIR"_s},
        {u"seed"_s, u"What an empty server starts with: guide, demo, or a number of pipelines."_s,
         u"guide|demo|N"_s, u"guide"_s},
        {u"rate-limit"_s, u"Requests a minute; 0 means no limit."_s, u"PER_MINUTE"_s, u"1000"_s},
        {u"token-lifetime"_s, u"Seconds an access token lives."_s, u"S"_s, u"1800"_s},
        {u"latency"_s, u"Milliseconds to wait before each answer."_s, u"MS"_s, u"0"_s},
        {u"speed"_s, u"How many times as fast pipelines live."_s, u"X"_s, u"1"_s},
        {u"status-case"_s, u"Spelling of statuses: upper or lower."_s, u"upper|lower"_s,
         u"upper"_s},
        {u"snapshots"_s,
         u"When pipelines take their snapshot: at their first start (first), or after they have "
         "streamed for a while, streaming paused meanwhile (on-demand; one in four takes long). "
         "With mixed the pipeline's id decides."_s,
         u"first|on-demand|mixed"_s, u"first"_s},
        {u"unrest"_s,
         u"Let something happen without a request; 0 means nothing. Within every 4 x S seconds "
         "one pipeline in four stops by itself and one in four is stopped by somebody else, whom "
         "the audit events name; somebody starts both again S seconds later. After 2 x S seconds, "
         "and every 4 x S seconds from then on, one runner in four disconnects, all at the same "
         "moment, and is back S / 2 seconds later. Which ones follows from the ids, so it is the "
         "same on every run. The times follow --speed."_s,
         u"S"_s, u"0"_s},
        {u"audit"_s,
         u"Whether the credentials may read audit events and consumption; with no both are "
         "answered 403."_s,
         u"yes|no"_s, u"yes"_s},
        {u"log"_s,
         u"Append each state that a pipeline comes into to this file, a line of JSON each: time, "
         "project, pipeline, name, from, to, cause. The lines stand in the order of their times, "
         "and are complete when the server ends cleanly."_s,
         u"FILE"_s},
        {u"with-parent"_s, u"End when standard input closes."_s},
    });
}

// A pipeline that somebody starts again must be streaming before the next incident.
constexpr int leastUnrest = 10;

Snapshots snapshotsOf(const QString &name)
{
    if (name == "on-demand"_L1)
        return Snapshots::OnDemand;
    return name == "mixed"_L1 ? Snapshots::Mixed : Snapshots::First;
}

// Reads the values of the options, and keeps the first fault.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    int number(const QString &name, int low, int high)
    {
        bool isNumber = false;
        const int value = m_parser.value(name).toInt(&isNumber);
        if (!isNumber || value < low || value > high)
            refuse(name, u"a number from %1 to %2"_s.arg(low).arg(high));
        return value;
    }

    double factor(const QString &name)
    {
        bool isNumber = false;
        const double value = m_parser.value(name).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(value) || value < 0.001 || value > 1e6)
            refuse(name, u"a number from 0.001 to 1000000"_s);
        return value;
    }

    QString choice(const QString &name, const QStringList &choices)
    {
        QString value = m_parser.value(name);
        if (!choices.contains(value))
            refuse(name, choices.join(u" or "_s));
        return value;
    }

    QString seed()
    {
        QString value = m_parser.value(u"seed"_s);
        if (value != "guide"_L1 && value != "demo"_L1) {
            bool isNumber = false;
            const int count = value.toInt(&isNumber);
            if (!isNumber || count < 0 || count > 100000)
                refuse(u"seed"_s, u"guide, demo or a number up to 100000"_s);
        }
        return value;
    }

    QString path(const QString &name, const QString &wanted)
    {
        QString value = m_parser.value(name);
        if (m_parser.isSet(name) && value.isEmpty())
            refuse(name, wanted);
        return value;
    }

    int unrest()
    {
        const int seconds = number(u"unrest"_s, 0, 1'000'000);
        if (seconds > 0 && seconds < leastUnrest)
            refuse(u"unrest"_s, u"0, or a number from %1"_s.arg(leastUnrest));
        return seconds;
    }

    QString fault() const { return m_fault; }

private:
    void refuse(const QString &name, const QString &wanted)
    {
        if (m_fault.isEmpty())
            m_fault = u"--%1 takes %2, not \"%3\"."_s.arg(name, wanted, m_parser.value(name));
    }

    const QCommandLineParser &m_parser;
    QString m_fault;
};

} // namespace

std::variant<ServerOptions, Usage> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return Usage{parser.errorText(), 2};
    if (parser.isSet(u"help"_s))
        return Usage{parser.helpText(), 0};
    if (parser.isSet(u"version"_s))
        return Usage{u"sluice-sandbox " SLUICE_VERSION "\n"_s, 0};
    if (!parser.positionalArguments().isEmpty())
        return Usage{
            u"Unexpected argument \"%1\"."_s.arg(parser.positionalArguments().constFirst()), 2};

    constexpr int most = std::numeric_limits<int>::max();
    Reader reader(parser);
    ServerOptions options;
    options.port = quint16(reader.number(u"port"_s, 0, 65535));
    options.dataDir = reader.path(u"data"_s, u"a folder"_s);
    options.seed = reader.seed();
    options.rateLimit = reader.number(u"rate-limit"_s, 0, most);
    options.tokenLifetime = reader.number(u"token-lifetime"_s, 1, most);
    options.latency = reader.number(u"latency"_s, 0, 600000);
    options.speed = reader.factor(u"speed"_s);
    options.lowerCaseStatus =
        reader.choice(u"status-case"_s, {u"upper"_s, u"lower"_s}) == "lower"_L1;
    options.snapshots =
        snapshotsOf(reader.choice(u"snapshots"_s, {u"first"_s, u"on-demand"_s, u"mixed"_s}));
    options.unrest = reader.unrest();
    options.mayAudit = reader.choice(u"audit"_s, {u"yes"_s, u"no"_s}) == "yes"_L1;
    options.log = reader.path(u"log"_s, u"a file"_s);
    options.endsWithParent = parser.isSet(u"with-parent"_s);
    if (!reader.fault().isEmpty())
        return Usage{reader.fault(), 2};
    return options;
}

} // namespace Sluice::Sandbox
