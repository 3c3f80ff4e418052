// SPDX-License-Identifier: Apache-2.0
#include "models/api/address.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace Sluice {

bool isThisComputer(const QUrl &url)
{
    const QString host = url.host();
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QString addressProblem(const QUrl &url)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Address", text); };
    if (!url.isValid() || url.isRelative() || url.host().isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Address",
                                     "This is not a web address. Enter it whole, for example "
                                     "https://us1.api.matillion.com/dpc."));
    }
    if (!url.userInfo().isEmpty())
        return say(
            QT_TRANSLATE_NOOP("Address", "Leave user name and password out of the address."));
    if (url.scheme() == u"https" || (url.scheme() == u"http" && isThisComputer(url)))
        return {};
    return say(QT_TRANSLATE_NOOP(
        "Address", "Use an https:// address: with any other, the token could be read on the "
                   "way."));
}

} // namespace Sluice
