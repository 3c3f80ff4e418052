// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/curl/curltext.h"

#include "models/api/address.h"
#include "models/api/clientcredentials.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype mostInline = 100'000; // bytes

// PowerShell takes typographic quotes for straight ones.
bool isPowerShellQuote(QChar character)
{
    return character == u'\'' || (character >= u'\u2018' && character <= u'\u201B');
}

QString quoted(Shell shell, QString text)
{
    if (shell == Shell::Posix)
        return u'\'' + text.replace(u'\'', uR"('\'')"_s) + u'\'';
    QString doubled;
    for (const QChar character : std::as_const(text)) {
        doubled += character;
        if (isPowerShellQuote(character))
            doubled += character;
    }
    return u'\'' + doubled + u'\'';
}

// The same JSON in ASCII. Only texts can have other characters.
QString asciiJson(const QString &json)
{
    QString ascii;
    for (const QChar character : json) {
        if (character.unicode() < 0x80)
            ascii += character;
        else
            ascii += u"\\u"_s + QString::number(character.unicode(), 16).rightJustified(4, u'0');
    }
    return ascii;
}

QString address(const Request &request, const QUrl &baseUrl)
{
    QString url = baseUrl
                      .adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery |
                                QUrl::RemoveFragment | QUrl::RemoveUserInfo)
                      .toString(QUrl::FullyEncoded) +
                  request.path;
    if (!request.query.isEmpty())
        url += u'?' + request.query.toString(QUrl::FullyEncoded);
    return url;
}

QString bodyArgument(const Request &request, const CurlOptions &options)
{
    if (!options.bodyFile.isEmpty())
        return u"--data-binary "_s + quoted(options.shell, u'@' + options.bodyFile);
    if (options.shell == Shell::PowerShell)
        return u"--data-binary "_s + quoted(options.shell, u"@-"_s);
    // --data-raw, not --data-binary: a body that starts with "@" must not be read as a file name.
    return u"--data-raw "_s + quoted(options.shell, QString::fromUtf8(*request.body));
}

QStringList arguments(const Request &request, const QUrl &baseUrl, const CurlOptions &options)
{
    const QString token = options.shell == Shell::Posix ? u"$MAIA_TOKEN"_s : u"$env:MAIA_TOKEN"_s;
    QStringList words;
    if (request.verb != Verb::Get)
        words += u"--request "_s + QString::fromLatin1(verbName(request.verb));
    words += u"--header \"Authorization: Bearer "_s + token + u'"';
    if (!options.accountId.isEmpty()) {
        words += u"--header "_s +
                 quoted(options.shell, u"account-id: "_s + QString::fromUtf8(options.accountId));
    }
    if (request.body) {
        words += u"--header "_s + quoted(options.shell, u"Content-Type: application/json"_s);
        words += bodyArgument(request, options);
    }
    const QString url = address(request, baseUrl);
    if (url.contains(u'[') || url.contains(u'{'))
        words += u"--globoff"_s; // brackets mean ranges to curl
    words += quoted(options.shell, url);
    return words;
}

} // namespace

QString curlText(const Request &request, const QUrl &baseUrl, const CurlOptions &options)
{
    // A comment in both shells, because curl would change such a path to another one.
    if (const QString problem = pathProblem(request.path); !problem.isEmpty())
        return u"# "_s + problem;
    const QStringList words = arguments(request, baseUrl, options);
    if (options.shell == Shell::Posix)
        return u"curl "_s + words.join(u" \\\n  "_s);
    // Without ".exe" Windows PowerShell runs a command of its own under that name.
    QString command = u"curl.exe "_s + words.join(u" `\n  "_s);
    if (!request.body || !options.bodyFile.isEmpty())
        return command;
    const QString body = asciiJson(QString::fromUtf8(*request.body));
    return quoted(options.shell, body) + u" | "_s + command;
}

// In PowerShell the form goes through a pipe too; "--data" drops the line end that the pipe adds.
QString curlTokenText(const QUrl &tokenUrl, const QString &clientId, Shell shell)
{
    const QString audience = ClientCredentials::Settings().audience;
    const QString url = quoted(shell, tokenUrl.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded));
    if (shell == Shell::Posix) {
        return QStringList{u"curl --request POST"_s,
                           u"--data-urlencode 'grant_type=client_credentials'"_s,
                           u"--data-urlencode "_s + quoted(shell, u"client_id="_s + clientId),
                           u"--data-urlencode \"client_secret=$MAIA_CLIENT_SECRET\""_s,
                           u"--data-urlencode "_s + quoted(shell, u"audience="_s + audience),
                           url}
            .join(u" \\\n  "_s);
    }
    const auto encoded = [](const QString &value) {
        return QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    const QString form = u"\"grant_type=client_credentials&client_id="_s + encoded(clientId) +
                         u"&client_secret=$([uri]::EscapeDataString($env:MAIA_CLIENT_SECRET))"_s +
                         u"&audience="_s + encoded(audience) + u'"';
    return form + u" | curl.exe --request POST `\n  --data '@-' `\n  "_s + url;
}

bool fitsCommandLine(const Request &request)
{
    return !request.body || request.body->size() <= mostInline;
}

} // namespace Sluice
