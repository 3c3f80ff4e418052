// SPDX-License-Identifier: Apache-2.0
#include "models/form/addresstext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Addresses as tools write them in, their parts out.
class TestAddressText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDatabases_data();
    void readsDatabases();
    void takesNoSecretForAUser_data();
    void takesNoSecretForAUser();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void readsAccounts_data();
    void readsAccounts();
    void seesPasswords_data();
    void seesPasswords();
};

void TestAddressText::readsDatabases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parts"); // source|host|port|database|user, if any
    QTest::addColumn<QString>("leftOut");
    QTest::addColumn<bool>("hasPassword");
    const auto row = [](const QString &text, const QString &parts, const QString &leftOut = {},
                        bool hasPassword = false) {
        QTest::newRow(qPrintable(text)) << text << parts << leftOut << hasPassword;
    };
    // SQL Server
    row(u"tcp:db.example,1433"_s, u"sqlserver|db.example|1433|"_s);
    row(u"db.example,1433"_s, u"sqlserver|db.example|1433|"_s);
    row(u"HOST\\INSTANCE"_s, u"sqlserver|HOST|0|"_s, u"the instance INSTANCE"_s);
    row(u"tcp:HOST\\SQL$1,14330"_s, u"sqlserver|HOST|14330|"_s, u"the instance SQL$1"_s);
    row(u"jdbc:sqlserver://db.example:1433;databaseName=shop;encrypt=true"_s,
        u"sqlserver|db.example|1433|shop"_s, u"settings of the driver"_s);
    row(u"jdbc:sqlserver://db.example\\X;database=a b;user=sa;password=p;w"_s,
        u"sqlserver|db.example|0|a b|sa"_s, u"the instance X"_s, true);
    row(u"jdbc:sqlserver://;serverName=db"_s, QString());
    row(u"Server=tcp:db.example,1433;Initial Catalog=shop;User ID=sa;Password=x;Encrypt=True;"_s,
        u"|db.example|1433|shop|sa"_s, u"settings of the driver"_s, true);
    row(u"Data Source=HOST\\X;Integrated Security=SSPI"_s, u"|HOST|0|"_s,
        u"the instance X, settings of the driver"_s);
    row(u"mssql+pyodbc://me:pw@db.example:1433/shop?driver=x"_s,
        u"sqlserver|db.example|1433|shop|me"_s, u"settings of the driver"_s, true);
    // PostgreSQL
    row(u"jdbc:postgresql://db.example:5432/shop"_s, u"postgres|db.example|5432|shop"_s);
    row(u"jdbc:postgresql://db.example/shop?user=me&password=x&ssl=true"_s,
        u"postgres|db.example|0|shop|me"_s, u"settings of the driver"_s, true);
    row(u"jdbc:postgresql://one:5432,two:5433/shop"_s, u"postgres|one|5432|shop"_s,
        u"further hosts"_s);
    row(u"postgres://me:p%40w@db.example:5433/my%20shop?sslmode=require"_s,
        u"postgres|db.example|5433|my shop|me"_s, u"settings of the driver"_s, true);
    row(u"postgresql://me@[2001:db8::1]:5432/shop"_s, u"postgres|2001:db8::1|5432|shop|me"_s);
    row(u"host=db.example port=5433 dbname=shop user=me"_s, u"|db.example|5433|shop|me"_s);
    // MySQL
    row(u"jdbc:mysql://db.example:3307/shop?useSSL=false"_s, u"mysql|db.example|3307|"_s,
        u"settings of the driver, the database shop (the schema of tables in MySQL)"_s);
    row(u"mysql://root:secret@db.example/shop"_s, u"mysql|db.example|0||root"_s,
        u"the database shop (the schema of tables in MySQL)"_s, true);
    row(u"jdbc:mariadb://db.example"_s, u"mysql|db.example|0|"_s);
    row(u"jdbc:mysql:replication://db1:3306,db2:3306/"_s, u"mysql|db1|3306|"_s, u"further hosts"_s);
    // Oracle
    row(u"jdbc:oracle:thin:@//db.example:1521/ORCLPDB1"_s, u"oracle|db.example|1521|"_s,
        u"the service or SID ORCLPDB1 (of the container or a pluggable database?)"_s);
    row(u"jdbc:oracle:thin:@db.example:1522:ORCL"_s, u"oracle|db.example|1522|"_s,
        u"the service or SID ORCL (of the container or a pluggable database?)"_s);
    row(u"jdbc:oracle:thin:scott/tiger@db.example:1521/x"_s, u"oracle|db.example|1521||scott"_s,
        u"the service or SID x (of the container or a pluggable database?)"_s, true);
    row(u"jdbc:oracle:thin:@tcps://db.example:2484/x.y?wallet_location=/w"_s,
        u"oracle|db.example|2484|"_s,
        u"settings of the driver, the service or SID x.y (of the container or a pluggable database?)"_s);
    row(u"(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example)(PORT=1521))"
        "(CONNECT_DATA=(SERVICE_NAME=x)))"_s,
        u"oracle|db.example|1521|"_s,
        u"the service or SID x (of the container or a pluggable database?)"_s);
    row(u"jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=one)(PORT=1521))(ADDRESS=(HOST=two)(PORT=1)))"_s,
        u"oracle|one|1521|"_s, u"further hosts"_s);
    row(u"//db.example:1521/x"_s, u"oracle|db.example|1521|"_s,
        u"the service or SID x (of the container or a pluggable database?)"_s);
    // Db2 for IBM i
    row(u"jdbc:as400://ibmi.example/MYLIB;naming=sql;user=ME;password=X"_s,
        u"db2ibmi|ibmi.example|0||ME"_s, u"settings of the driver, the library MYLIB"_s, true);
    row(u"jdbc:db2://ibmi.example:446/RDB:user=me;password=x;"_s, u"db2ibmi|ibmi.example|446||me"_s,
        u"the library RDB"_s, true);
    // Any
    row(u"[2001:db8::1]:1433"_s, u"|2001:db8::1|1433|"_s);
    row(u"[fe80::1]"_s, u"|fe80::1|0|"_s);
    row(u"db.example:5432"_s, u"|db.example|5432|"_s);
    row(u"db.example:5432/shop"_s, u"|db.example|5432|shop"_s);
    row(u" https://db.example:8443/a/b?c=d "_s, u"|db.example|8443|"_s,
        u"settings of the driver"_s);
    row(u"me@db.example"_s, u"|db.example|0||me"_s);
}

void TestAddressText::readsDatabases()
{
    QFETCH(const QString, text);
    QFETCH(const QString, parts);
    const auto address = AddressText::readDatabase(text);
    QCOMPARE(address.has_value(), !parts.isEmpty());
    if (!address)
        return;
    QStringList found{address->source, address->host, QString::number(address->port),
                      address->database};
    if (!address->user.isEmpty())
        found.append(address->user);
    QTEST(found.join(u'|'), "parts");
    QTEST(address->leftOut.join(u", "_s), "leftOut");
    QTEST(address->hasPassword, "hasPassword");
}

// What could be a secret does not come into the field of the user, where it would be kept.
void TestAddressText::takesNoSecretForAUser_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("blanks") << u"correct horse"_s;
    QTest::newRow("signs") << u"s3cr%40t%21%3A"_s;
    QTest::newRow("token") << u"ghp_"_s + QString(36, u'a');
    QTest::newRow("long") << QString(80, u'a');
}

void TestAddressText::takesNoSecretForAUser()
{
    QFETCH(const QString, user);
    const QStringList texts{u"postgres://"_s + user + u"@db.example/shop"_s,
                            u"jdbc:sqlserver://db.example;user="_s + user};
    for (const QString &text : texts) {
        const auto address = AddressText::readDatabase(text);
        QVERIFY(address);
        QCOMPARE(address->host, u"db.example"_s);
        QCOMPARE(address->user, QString());
        QVERIFY(address->leftOut.contains(u"the user"_s));
    }
}

void TestAddressText::leavesOthersAlone_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        u"db.example.com"_s, u"2001:db8::15"_s,     u"::1"_s,           u"10.0.0.1"_s, QString(),
        u"db example"_s,     u"db:port"_s,          u"db:99999"_s,      u"-"_s,        u"jdbc:"_s,
        u"jdbc:h2:mem:x"_s,  u"mongodb://db:1/x"_s, u"größe.example"_s, u"\\"_s,       u"a b://c"_s,
        u"(DESCRIPTION=)"_s};
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text)) << text;
}

void TestAddressText::leavesOthersAlone()
{
    QFETCH(const QString, text);
    QVERIFY(!AddressText::readDatabase(text));
}

void TestAddressText::readsAccounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("account");
    const auto row = [](const QString &text, const QString &account) {
        QTest::newRow(qPrintable(text)) << text << account;
    };
    row(u"https://xy12345.us-east-2.aws.snowflakecomputing.com/"_s, u"xy12345.us-east-2.aws"_s);
    row(u"https://xy12345.us-east-2.aws.snowflakecomputing.com/console/login#/"_s,
        u"xy12345.us-east-2.aws"_s);
    row(u"xy12345.eu-central-1.snowflakecomputing.com"_s, u"xy12345.eu-central-1"_s);
    row(u"https://my_org-acc.snowflakecomputing.com"_s, u"my_org-acc"_s);
    row(u"HTTPS://MYORG-ACC.SNOWFLAKECOMPUTING.COM:443"_s, u"MYORG-ACC"_s);
    row(u"https://acc.west-europe.privatelink.snowflakecomputing.com"_s,
        u"acc.west-europe.privatelink"_s);
    row(u"https://acc.snowflakecomputing.cn"_s, u"acc"_s);
    row(u"https://app.snowflake.com/us-east-2.aws/xy12345/w1abc/query"_s,
        u"xy12345.us-east-2.aws"_s);
    row(u"https://app.snowflake.com/eu-central-1/xy12345"_s, u"xy12345.eu-central-1"_s);
    row(u"https://app.snowflake.com/us-west-2/xy12345"_s, u"xy12345"_s);
    row(u"https://app.snowflake.com/myorg/acc/#/homepage"_s, u"myorg-acc"_s);
    row(u"jdbc:snowflake://myorg-acc.snowflakecomputing.com/?db=x&warehouse=w"_s, u"myorg-acc"_s);
    row(u"snowflake://me:pw@myorg-acc/db/schema?role=r"_s, u"myorg-acc"_s);
    row(u"\u200bhttps://acc.snowflakecomputing.com/"_s, u"acc"_s);
    row(u"myorg-acc"_s, QString());
    row(u"xy12345.us-east-2.aws"_s, QString());
    row(u"https://example.com/x"_s, QString());
    row(u"https://app.snowflake.com/"_s, QString());
    row(u"https://evil.example/?a.snowflakecomputing.com"_s, QString());
    row(u".snowflakecomputing.com"_s, QString());
}

void TestAddressText::readsAccounts()
{
    QFETCH(const QString, text);
    const auto account = AddressText::readAccount(text);
    QTEST(account ? account->name : QString(), "account");
}

void TestAddressText::seesPasswords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSeen");
    const auto row = [](const QString &text, bool isSeen) {
        QTest::newRow(qPrintable(text)) << text << isSeen;
    };
    row(u"postgres://me:hunter2@db"_s, true);
    row(u"postgres://me:h"_s, true); // about to be typed
    row(u"postgres://me:12345@db"_s, true);
    row(u"postgres://:x@db"_s, true);
    row(u"jdbc:oracle:thin:scott/tiger@db"_s, true);
    row(u"scott/tiger@//db:1521/x"_s, true);
    row(u"me:pw@db.example:5432/shop"_s, true);
    row(u"me@db.example:5432/shop"_s, false);
    row(u"jdbc:sqlserver://db;user=sa;password=x"_s, true);
    row(u"Server=db;Pwd = x"_s, true);
    row(u"host=db password=x"_s, true);
    row(u"jdbc:postgresql://db/x?sslpassword=y"_s, true);
    row(u"jdbc:snowflake://a.b/?privateKeyPwd=y"_s, true);
    row(u"postgres://me@db:5432/x"_s, false);
    row(u"postgres://db:5432"_s, false);
    row(u"jdbc:sqlserver://db:1433;password="_s, false);
    row(u"jdbc:oracle:thin:@//db:1521/x"_s, false);
    row(u"jdbc:mysql://one:3306,two:3306/x"_s, false);
    row(u"https://[2001:db8::1]:443/"_s, false);
    row(u"HOST\\X,1433"_s, false);
    row(u"db.example.com"_s, false);
    row(u"compass=1"_s, false);
}

void TestAddressText::seesPasswords()
{
    QFETCH(const QString, text);
    QTEST(AddressText::mayHoldPassword(text), "isSeen");
}

SLUICE_TEST(TestAddressText, None)
#include "tst_addresstext.moc"
