// SPDX-License-Identifier: Apache-2.0
#include "models/history/secretfree.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

class TestSecretFree : public QObject
{
    Q_OBJECT

private:
    static QJsonObject at(const QString &name, const QJsonValue &value)
    {
        return {{u"a"_s, QJsonArray{QJsonObject{{name, value}}}}};
    }

private Q_SLOTS:

    void leavesDefinitionsAlone()
    {
        const QFileInfoList files =
            QDir(QStringLiteral(SLUICE_TEST_DATA "/definitions")).entryInfoList({u"*.json"_s});
        QVERIFY(files.size() >= 5);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject read = QJsonDocument::fromJson(file.readAll()).object();
            QVERIFY(!read.isEmpty());
            QCOMPARE(SecretFree::definition(read), read);
            QCOMPARE(SecretFree::canonical(read),
                     QJsonDocument(read).toJson(QJsonDocument::Compact));
        }
    }

    void leavesSecretsOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QJsonValue>("expected");
        const QJsonValue none = QString();
        const QString key = u"-----BEGIN RSA PRIVATE KEY-----\nMII"_s;
        QTest::newRow("a password") << u"password"_s << QJsonValue(u"x"_s) << none;
        QTest::newRow("in other case") << u"AccountKey"_s << QJsonValue(u"x"_s) << none;
        QTest::newRow("a private key") << u"anything"_s << QJsonValue(key) << none;
        QTest::newRow("among others") << u"anything"_s << QJsonValue(QJsonArray{u"x"_s, key})
                                      << QJsonValue(QJsonArray{u"x"_s, none});
        QTest::newRow("in a reference")
            << u"anything"_s
            << QJsonValue(QJsonObject{{u"secretName"_s, u"Password=hunter2"_s}, {u"b"_s, 1}})
            << QJsonValue(QJsonObject{{u"secretName"_s, none}, {u"b"_s, 1}});
    }

    void leavesSecretsOut()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QFETCH(QJsonValue, expected);
        QCOMPARE(SecretFree::definition(at(name, value)), at(name, expected));
    }

    // What was left out when it was kept stands on the server still; restoring must not empty it.
    void keptTextsAreRefilled()
    {
        const QJsonObject there{
            {u"name"_s, u"now"_s},
            {u"password"_s, u"hunter2"_s},
            {u"source"_s, QJsonObject{{u"passphrase"_s, u"x y"_s}, {u"a"_s, 1}}}};
        QJsonObject kept = SecretFree::definition(there);
        kept.insert(u"name"_s, u"then"_s);
        QVERIFY(kept != there);
        QJsonObject expected = there;
        expected.insert(u"name"_s, u"then"_s);
        QCOMPARE(SecretFree::refilled(kept, there), expected);
        // Not where the kept one had something else, or nothing at all.
        kept.insert(u"password"_s, QJsonObject{{u"secretName"_s, u"n"_s}});
        kept.remove(u"source"_s);
        QCOMPARE(SecretFree::refilled(kept, there), kept);
    }

    void textThatIsNoJson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        for (const QString &fine : {uR"({"name": "x", "password": {"secretName": "prod/db")"_s,
                                    uR"({"host": "db1", "port": )"_s, u"\"\" \" \n\""_s}) {
            QTest::newRow(qPrintable(fine)) << fine << fine;
        }
        QTest::newRow("a password")
            << uR"({"Password" : "hunter2", "a": "b")"_s << uR"({"Password" : "", "a": "b")"_s;
        QTest::newRow("without quotes")
            << u"{\"password\": hunter2\n, \"a\": tru"_s << u"{\"password\": \n, \"a\": tru"_s;
        QTest::newRow("no value yet") << uR"({"password": null, "port": 1433, "passphrase":)"_s
                                      << uR"({"password": null, "port": 1433, "passphrase":)"_s;
        const QString longText(200'000, u'x');
        QTest::newRow("behind a long text") << u"[\"%1\", {\"password\": \"hunter2"_s.arg(longText)
                                            << u"[\"%1\", {\"password\": \""_s.arg(longText);
        QTest::newRow("not closed yet") << u"{\"password\": \"hunt"_s << u"{\"password\": \""_s;
        QTest::newRow("a connection string")
            << uR"(["Server=db;Password=hunter2")"_s << uR"([""))"_s.chopped(1);
        QTest::newRow("a private key, in lines")
            << u"{\"a\": \"-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\", \"b\""_s
            << u"{\"a\": \"\", \"b\""_s;
    }

    void textThatIsNoJson()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(SecretFree::jsonText(text), expected);
    }
};

QTEST_GUILESS_MAIN(TestSecretFree)
#include "tst_secretfree.moc"
