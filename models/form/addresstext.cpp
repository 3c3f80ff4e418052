// SPDX-License-Identifier: Apache-2.0
#include "models/form/addresstext.h"

#include "models/definition/secret/secretguard.h"
#include "models/support/invisibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::AddressText {

namespace {

struct Phrase {
    Q_DECLARE_TR_FUNCTIONS(Sluice::AddressText)
};

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr int largestPort = 65535;

// The names that drivers and tools have for the sources.
struct Scheme {
    QLatin1StringView name;
    QLatin1StringView source;
};

constexpr std::array schemes{Scheme{"postgresql"_L1, "postgres"_L1},
                             Scheme{"postgres"_L1, "postgres"_L1},
                             Scheme{"pgsql"_L1, "postgres"_L1},
                             Scheme{"mysql"_L1, "mysql"_L1},
                             Scheme{"mysqlx"_L1, "mysql"_L1},
                             Scheme{"mariadb"_L1, "mysql"_L1},
                             Scheme{"sqlserver"_L1, "sqlserver"_L1},
                             Scheme{"mssql"_L1, "sqlserver"_L1},
                             Scheme{"oracle"_L1, "oracle"_L1},
                             Scheme{"as400"_L1, "db2ibmi"_L1},
                             Scheme{"db2"_L1, "db2ibmi"_L1},
                             Scheme{"ibmi"_L1, "db2ibmi"_L1},
                             Scheme{"http"_L1, ""_L1},
                             Scheme{"https"_L1, ""_L1},
                             Scheme{"tcp"_L1, ""_L1},
                             Scheme{"tcps"_L1, "oracle"_L1},
                             Scheme{"ssh"_L1, ""_L1}};

const Scheme *schemeNamed(const QString &name)
{
    const QString plain = name.section(u'+', 0, 0).toLower(); // "postgresql+psycopg2"
    const auto *found = std::find_if(schemes.begin(), schemes.end(),
                                     [&plain](const Scheme &one) { return one.name == plain; });
    return found == schemes.end() ? nullptr : found;
}

bool isHost(const QString &text)
{
    static const QRegularExpression name(uR"(^[\pL\pN_](?:[\pL\pN_.-]*[\pL\pN_.])?$)"_s);
    static const QRegularExpression six(uR"(^[0-9a-f:.]*:[0-9a-f:.]*(?:%\w+)?$)"_s, anyCase);
    return text.contains(name) || text.contains(six);
}

bool readPort(const QString &text, Database *address)
{
    bool ok = false;
    const int port = text.trimmed().toInt(&ok);
    address->port = ok ? port : 0;
    return ok && port > 0 && port <= largestPort;
}

// "db", "db:5432", "db,1433", "[2001:db8::1]:1433", "HOST\INSTANCE,1433".
bool readServer(QString text, Database *address)
{
    static const QRegularExpression server(
        uR"(^(?:\[([^\]]*)\]|([^\\:,\[\]]+|[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.%]*))(?:\\([\w$#-]+))?\s*(?:[:,]\s*(\d+))?$)"_s,
        anyCase);
    text = text.trimmed();
    const QRegularExpressionMatch match = server.match(text);
    if (!match.hasMatch())
        return false;
    address->host = match.captured(1) + match.captured(2).trimmed();
    if (!match.captured(3).isEmpty())
        address->leftOut.append(Phrase::tr("the instance %1").arg(match.captured(3)));
    return isHost(address->host) &&
           (match.captured(4).isEmpty() || readPort(match.captured(4), address));
}

// Takes nothing that could be a secret in the place of a name.
void takeUser(const QString &written, Database *address)
{
    static const QRegularExpression name(uR"(^[\pL\pN_$#.\\-]{1,64}$)"_s);
    const QString user = QUrl::fromPercentEncoding(written.toUtf8());
    if (user.contains(name) && SecretGuard::judge(user).isFine())
        address->user = user;
    else
        address->leftOut.append(Phrase::tr("the user"));
}

// "user:password@db:5432,db2:5432": takes the first of several hosts.
bool readAuthority(QString text, Database *address)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at >= 0) {
        static const QRegularExpression secret(uR"([:/].)"_s);
        static const QRegularExpression end(u"[:/]"_s);
        const QString user = text.first(at);
        address->hasPassword = address->hasPassword || user.contains(secret);
        takeUser(user.section(end, 0, 0), address);
        text = text.sliced(at + 1);
    }
    static const QRegularExpression more(uR"(,\s*[^\s\d])"_s);
    const qsizetype next = text.indexOf(more);
    if (next > 0) {
        address->leftOut.append(Phrase::tr("further hosts"));
        text = text.first(next);
    }
    return readServer(text, address);
}

// "user=me;password=x": settings by name. Takes those that are known.
void readSettings(const QString &text, const QRegularExpression &separator, Database *address)
{
    static const QRegularExpression databases(
        uR"(^(database|databasename|initialcatalog|dbname)$)"_s);
    static const QRegularExpression secrets(uR"((password|pwd|passwd|secret|token|^pass)$)"_s);
    static const QRegularExpression users(uR"(^(user|username|uid|userid)$)"_s);
    QStringList others;
    const QStringList settings = text.split(separator, Qt::SkipEmptyParts);
    for (const QString &setting : settings) {
        const QString key =
            setting.section(u'=', 0, 0).trimmed().toLower().remove(u' ').remove(u'_');
        const QString value = setting.section(u'=', 1).trimmed();
        if (value.isEmpty())
            continue;
        if (key.contains(databases))
            address->database = QUrl::fromPercentEncoding(value.toUtf8());
        else if (key.contains(secrets))
            address->hasPassword = true;
        else if (key.contains(users))
            takeUser(value, address);
        else if (key == "instancename"_L1 || key == "instance"_L1)
            address->leftOut.append(Phrase::tr("the instance %1").arg(value));
        else if (key == "portnumber"_L1 || key == "port"_L1)
            readPort(value, address);
        else
            others.append(key);
    }
    if (!others.isEmpty())
        address->leftOut.append(Phrase::tr("settings of the driver"));
}

// What stands behind the authority: "/shop?ssl=true", ";databaseName=shop".
void readRest(const QString &text, Database *address)
{
    static const QRegularExpression separators(u"[&;]"_s);
    const qsizetype settings = text.indexOf(QRegularExpression(u"[?;#]"_s));
    const QString path = settings < 0 ? text : text.first(settings);
    QString name = path.section(u'/', 1, 1).trimmed();
    // DB2 separates its settings with a colon.
    const qsizetype colon = name.indexOf(u':');
    QString more = settings < 0 ? QString() : text.sliced(settings + 1);
    if (colon >= 0) {
        more += u';' + name.sliced(colon + 1);
        name = name.first(colon);
    }
    address->database = QUrl::fromPercentEncoding(name.toUtf8());
    readSettings(more, separators, address);
}

// An address of Oracle does not say whether a name is that of a container or of a pluggable
// database. For the others there is no field for it.
void placeDatabase(Database *address)
{
    if (address->database.isEmpty())
        return;
    if (address->source == "oracle"_L1)
        address->leftOut.append(
            Phrase::tr("the service or SID %1 (of the container or a pluggable database?)")
                .arg(address->database));
    else if (address->source == "mysql"_L1)
        address->leftOut.append(
            Phrase::tr("the database %1 (the schema of tables in MySQL)").arg(address->database));
    else if (address->source == "db2ibmi"_L1)
        address->leftOut.append(Phrase::tr("the library %1").arg(address->database));
    else
        return;
    address->database.clear();
}

std::optional<Database> fromAuthority(const QString &text, const QString &source)
{
    Database address{.source = source};
    const qsizetype at = text.lastIndexOf(u'@', text.indexOf(QRegularExpression(u"[?;]"_s)));
    const qsizetype end = text.indexOf(QRegularExpression(u"[/?;#]"_s), qMax(qsizetype(0), at));
    const QString authority = end < 0 ? text : text.first(end);
    if (!readAuthority(authority, &address))
        return std::nullopt;
    if (end >= 0)
        readRest(text.sliced(end), &address);
    return address;
}

// (DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=x)))
std::optional<Database> fromDescription(const QString &text)
{
    static const QRegularExpression host(uR"(\(\s*HOST\s*=\s*([^)\s]+)\s*\))"_s, anyCase);
    static const QRegularExpression port(uR"(\(\s*PORT\s*=\s*(\d+)\s*\))"_s, anyCase);
    static const QRegularExpression service(uR"(\(\s*(?:SERVICE_NAME|SID)\s*=\s*([^)\s]+)\s*\))"_s,
                                            anyCase);
    Database address{.source = u"oracle"_s, .host = host.match(text).captured(1)};
    if (!isHost(address.host))
        return std::nullopt;
    readPort(port.match(text).captured(1), &address);
    address.database = service.match(text).captured(1);
    if (text.count(host) > 1)
        address.leftOut.append(Phrase::tr("further hosts"));
    return address;
}

// Behind jdbc:oracle:thin: - user/password@, then //db:1521/service, db:1521:SID or a description.
std::optional<Database> fromOracle(const QString &text)
{
    static const QRegularExpression sid(uR"(^([^:/]+):(\d+):([\w$#.-]+)$)"_s);
    const qsizetype at =
        text.contains(u'(') ? text.lastIndexOf(u'@', text.indexOf(u'(')) : text.lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : text.first(at);
    QString rest = text.sliced(at + 1);
    std::optional<Database> address;
    if (rest.startsWith(u'(')) {
        address = fromDescription(rest);
    } else if (const QRegularExpressionMatch match = sid.match(rest); match.hasMatch()) {
        address = fromAuthority(match.captured(1) + u':' + match.captured(2), u"oracle"_s);
        if (address)
            address->database = match.captured(3);
    } else {
        static const QRegularExpression start(uR"(^(?:\w+:)?//)"_s);
        address = fromAuthority(rest.remove(start), u"oracle"_s);
        if (address) // "service:dedicated/instance"
            address->database = address->database.section(u':', 0, 0);
    }
    if (address && !user.isEmpty()) {
        address->hasPassword = user.contains(u'/');
        takeUser(user.section(u'/', 0, 0), &*address);
    }
    return address;
}

std::optional<Database> fromJdbc(const QString &text)
{
    static const QRegularExpression oracle(uR"(^oracle:(?:thin|oci\d?):(.*)$)"_s, anyCase);
    static const QRegularExpression other(uR"(^(?:\w+:)*?([\w+]+):(?:\w+:)*//(.*)$)"_s);
    if (const QRegularExpressionMatch match = oracle.match(text); match.hasMatch())
        return fromOracle(match.captured(1));
    const QRegularExpressionMatch match = other.match(text);
    const QStringList names = text.section(u"//"_s, 0, 0).split(u':', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const Scheme *scheme = schemeNamed(name);
        if (match.hasMatch() && scheme && !scheme->source.isEmpty())
            return fromAuthority(match.captured(2), scheme->source);
    }
    return std::nullopt;
}

std::optional<Database> fromUrl(const QString &scheme, const QString &rest)
{
    const Scheme *found = schemeNamed(scheme);
    if (!found)
        return std::nullopt;
    std::optional<Database> address = fromAuthority(rest, found->source);
    if (address && found->source.isEmpty()) // the path of a page is no database
        address->database.clear();
    return address;
}

// "Server=tcp:db,1433;Initial Catalog=shop;..." and "host=db port=5432 dbname=shop"
std::optional<Database> fromSettings(const QString &text)
{
    static const QRegularExpression server(
        uR"((?:^|[;\s])(?:server|data\s?source|addr(?:ess)?|network address|host(?:name|addr)?)\s*=\s*([^;\s]+))"_s,
        anyCase);
    static const QRegularExpression semicolons(u";"_s);
    static const QRegularExpression blanks(uR"(\s+(?=\w+\s*=))"_s);
    const QRegularExpressionMatch match = server.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    static const QRegularExpression protocol(uR"(^(?:tcp|np|lpc|admin):)"_s, anyCase);
    Database address;
    if (!readServer(match.captured(1).remove(protocol), &address))
        return std::nullopt;
    QString others = text;
    others.remove(match.capturedStart(), match.capturedLength());
    readSettings(others, text.contains(u';') ? semicolons : blanks, &address);
    return address;
}

// As a shell and the tools of SQL Server accept it.
std::optional<Database> fromServer(QString text)
{
    static const QRegularExpression protocol(uR"(^(?:tcp|np|lpc|admin):(?=[^/\d]))"_s, anyCase);
    static const QRegularExpression start(u"^//"_s);
    const bool isSqlServer = text.contains(protocol) || text.contains(u'\\') || text.contains(u',');
    const bool isOracle = text.contains(start);
    text.remove(protocol).remove(start);
    std::optional<Database> address = fromAuthority(text, {});
    if (!address)
        return std::nullopt;
    if (isSqlServer)
        address->source = u"sqlserver"_s;
    else if (isOracle)
        address->source = u"oracle"_s;
    return address;
}

std::optional<Database> readForm(const QString &text)
{
    static const QRegularExpression url(uR"(^([A-Za-z][\w+.-]*)://(.*)$)"_s);
    if (text.startsWith("jdbc:"_L1, Qt::CaseInsensitive))
        return fromJdbc(text.sliced(5).trimmed());
    if (text.startsWith(u'('))
        return fromDescription(text);
    if (const QRegularExpressionMatch match = url.match(text); match.hasMatch())
        return fromUrl(match.captured(1), match.captured(2));
    if (text.contains(u'='))
        return fromSettings(text);
    return fromServer(text);
}

bool isAccount(const QString &text)
{
    static const QRegularExpression account(uR"(^[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)*$)"_s);
    return text.contains(account);
}

// app.snowflake.com/REGION/LOCATOR or /ORGANISATION/ACCOUNT: Names of organisations have neither
// dots nor hyphens, names of regions do. A locator of the first region has no region before it.
QString fromApp(const QString &path)
{
    static const QRegularExpression region(u"[.-]"_s);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return {};
    const QString &first = parts.at(0);
    const QString &second = parts.at(1);
    if (!first.contains(region))
        return first + u'-' + second;
    return first.compare("us-west-2"_L1, Qt::CaseInsensitive) == 0 ? second : second + u'.' + first;
}

} // namespace

std::optional<Database> readDatabase(const QString &text)
{
    const QString plain = InvisibleText::trimmed(text);
    std::optional<Database> address = plain.isEmpty() ? std::nullopt : readForm(plain);
    if (!address || address->host == plain)
        return std::nullopt;
    address->hasPassword = address->hasPassword || mayHoldPassword(plain);
    placeDatabase(&*address);
    address->leftOut.removeDuplicates();
    return address;
}

std::optional<Account> readAccount(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(?:(?:jdbc:)?[a-z][a-z0-9+]*://)?(?:([^/?#@]*)@)?([^/?#:]+)(?::\d+)?([/?#].*)?$)"_s,
        anyCase);
    static const QRegularExpression domain(uR"(\.snowflakecomputing\.(?:com|cn)$)"_s, anyCase);
    const QString plain = InvisibleText::trimmed(text);
    const QRegularExpressionMatch match = form.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    QString host = match.captured(2);
    const QString rest = match.captured(3);
    const bool isDriver = plain.startsWith("snowflake://"_L1, Qt::CaseInsensitive);
    Account account;
    account.hasMore = rest.size() > 1 || !match.captured(1).isEmpty();
    account.hasPassword = match.captured(1).contains(u':') || mayHoldPassword(plain);
    if (host.compare("app.snowflake.com"_L1, Qt::CaseInsensitive) == 0 ||
        host.compare("app.snowflake.cn"_L1, Qt::CaseInsensitive) == 0) {
        account.name = fromApp(rest);
        account.hasMore = false;
    } else if (host.contains(domain) || isDriver) {
        account.name = host.remove(domain);
    }
    return isAccount(account.name) && account.name != plain ? std::optional(account) : std::nullopt;
}

bool mayHoldPassword(const QString &text)
{
    // user:x before or without its @, where a number may be a port; user/x@ as Oracle's tools take
    // it
    static const QRegularExpression inAddress(
        uR"(://[^/@\s\[\]]*:(?!\d*(?:[/?#;,]|$))[^@\s]|://[^/@\s\[\]]*:[^/@\s]+@)"
        uR"(|:(?:thin|oci\d?):[^/@\s(]+/[^\s@]|^[^/\s@\\:]+/[^\s@/]+@\S)"
        uR"(|^(?!jdbc:)(?!.*//)[^\s@]*[:/][^\s@]+@[^\s@])"_s,
        anyCase);
    static const QRegularExpression assigned(
        uR"((?:^|[;?&\s,(])\s*(?:[\w ]*(?:password|passwd|pwd|passphrase)|pass)\s*=\s*\S)"_s,
        anyCase);
    constexpr qsizetype longest = 4096; // of an address; the time to search grows with its square
    return text.left(longest).contains(inAddress) || text.contains(assigned);
}

} // namespace Sluice::AddressText
