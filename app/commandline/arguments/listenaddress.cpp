// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/listenaddress.h"

#include "app/commandline/arguments/commandline.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QHostAddress hostOf(const QString &word)
{
    if (word.isEmpty() || word.compare(u"localhost", Qt::CaseInsensitive) == 0)
        return {QHostAddress::LocalHost};
    const bool isBracketed = word.startsWith(u'[') && word.endsWith(u']');
    const QHostAddress host(isBracketed ? word.mid(1, word.size() - 2) : word);
    const bool isSix = host.protocol() == QAbstractSocket::IPv6Protocol;
    return isSix == isBracketed ? host : QHostAddress();
}

} // namespace

ListenAddress ListenAddress::from(const QString &text)
{
    ListenAddress address;
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    address.port = text.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber) {
        address.problem = CommandLine::tr("--metrics takes a port from 0 to 65535, or IP:PORT, not "
                                          "\"%1\".")
                              .arg(text);
        return address;
    }
    address.host = hostOf(text.left(std::max<qsizetype>(colon, 0)));
    if (address.host.isNull())
        address.problem =
            CommandLine::tr("--metrics takes localhost or an IP address before the port, not "
                            "\"%1\"; an IPv6 address stands in brackets.")
                .arg(text.left(colon));
    return address;
}

QString ListenAddress::textOf(const QHostAddress &host, quint16 port)
{
    const bool isSix = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (isSix ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host.toString()).arg(port);
}

} // namespace Sluice
