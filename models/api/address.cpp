// SPDX-License-Identifier: Apache-2.0
#include "models/api/address.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr auto apiPath = "/dpc"_L1;
constexpr auto tokenPath = "/oauth/dpc/token"_L1;

QString withPath(QUrl url, const QString &path)
{
    url.setPath(path);
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).toString();
}

bool isBelow(const QString &host, QLatin1String domain)
{
    return host == domain || host.endsWith(u"."_s + domain);
}

bool isVendors(const QString &host)
{
    return isBelow(host, "matillion.com"_L1) || isBelow(host, "maia.ai"_L1);
}

// The API of the region in the host's name. Else the one in the examples of the documentation.
QString vendorsApi(const QString &host)
{
    static const QRegularExpression region(u"(^|\\.)([a-z]{2}\\d)\\."_s);
    const QString named = region.match(host).captured(2);
    return u"https://%1.api.matillion.com/dpc"_s.arg(named.isEmpty() ? u"us1"_s : named);
}

// Decodes as often as anything on the way to the server might do it.
QString wholly(const QString &encoded)
{
    constexpr int mostTimes = 4;
    QString text = encoded;
    for (int i = 0; i < mostTimes; ++i) {
        const QString decoded = QUrl::fromPercentEncoding(text.toUtf8());
        if (decoded == text)
            break;
        text = decoded;
    }
    return text;
}

bool isSafeSegment(const QString &segment)
{
    static const QRegularExpression slash(u"[/\\\\]"_s);
    const QStringList pieces = wholly(segment).split(slash);
    return std::all_of(pieces.begin(), pieces.end(), [](const QString &piece) {
        const QString name = piece.section(u';', 0, 0).trimmed(); // without path parameters
        const bool isPlain =
            std::all_of(piece.begin(), piece.end(), [](QChar c) { return c.isPrint(); });
        return isPlain && !name.isEmpty() && name != "."_L1 && name != ".."_L1;
    });
}

} // namespace

bool isThisComputer(const QUrl &url)
{
    const QString host = url.host();
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QString hostAndPort(const QUrl &url)
{
    if (url.host().isEmpty())
        return {};
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return u"%1:%2"_s.arg(host, QString::number(url.port(url.scheme() == "http"_L1 ? 80 : 443)));
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

QString baseAddressAdvice(const QUrl &url)
{
    const QString host = url.host().toLower();
    const QString path = url.adjusted(QUrl::StripTrailingSlash).path();
    const auto looksWrong = [](const QString &better) {
        return QCoreApplication::translate("Address", "The address looks wrong. Try %1.")
            .arg(better);
    };
    if (isVendors(host) && !isBelow(host, "api.matillion.com"_L1))
        return looksWrong(vendorsApi(host));
    if (path == apiPath || (path.endsWith(apiPath) && !isVendors(host)))
        return {};
    const QStringList segments = path.toLower().split(u'/', Qt::SkipEmptyParts);
    const qsizetype api = segments.indexOf("dpc"_L1);
    const qsizetype version = segments.indexOf("v1"_L1);
    if (isVendors(host) || segments.isEmpty())
        return looksWrong(withPath(url, apiPath));
    // The part before it may be the user's own.
    const QStringList spelled = path.split(u'/', Qt::SkipEmptyParts);
    if (api >= 0)
        return looksWrong(
            withPath(url, u'/' + QStringList(spelled.mid(0, api) << u"dpc"_s).join(u'/')));
    if (version >= 0)
        return looksWrong(
            withPath(url, u'/' + QStringList(spelled.mid(0, version) << u"dpc"_s).join(u'/')));
    return {};
}

QString tokenAddressAdvice(const QUrl &url)
{
    const bool isVendor = isVendors(url.host().toLower());
    const QString better =
        isVendor ? "https://id.core.matillion.com"_L1 + tokenPath : withPath(url, tokenPath);
    if (isVendor ? url.adjusted(QUrl::RemoveQuery).toString() == better : url.path() == tokenPath)
        return {};
    return QCoreApplication::translate("Address", "The address of the sign-in looks wrong. Try %1.")
        .arg(better);
}

QString pathProblem(const QString &encodedPath)
{
    const QStringList segments = encodedPath.mid(1).split(u'/');
    const bool isSafe = encodedPath.startsWith(u'/') &&
                        std::all_of(segments.begin(), segments.end(), isSafeSegment);
    if (isSafe)
        return {};
    return QCoreApplication::translate(
               "Address", "Nothing was sent: an id is missing or senseless, so that \"%1\" would "
                          "lead to something else than was meant.")
        .arg(encodedPath);
}

} // namespace Sluice
