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
        {u"with-parent"_s, u"End when standard input closes."_s},
    });
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

    QString folder()
    {
        QString value = m_parser.value(u"data"_s);
        if (m_parser.isSet(u"data"_s) && value.isEmpty())
            refuse(u"data"_s, u"a folder"_s);
        return value;
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
    options.dataDir = reader.folder();
    options.seed = reader.seed();
    options.rateLimit = reader.number(u"rate-limit"_s, 0, most);
    options.tokenLifetime = reader.number(u"token-lifetime"_s, 1, most);
    options.latency = reader.number(u"latency"_s, 0, 600000);
    options.speed = reader.factor(u"speed"_s);
    options.lowerCaseStatus =
        reader.choice(u"status-case"_s, {u"upper"_s, u"lower"_s}) == "lower"_L1;
    options.endsWithParent = parser.isSet(u"with-parent"_s);
    if (!reader.fault().isEmpty())
        return Usage{reader.fault(), 2};
    return options;
}

} // namespace Sluice::Sandbox
