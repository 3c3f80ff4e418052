// SPDX-License-Identifier: Apache-2.0
#include "tests/support/formmodelfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Where the server's messages are shown, and what answers them.
class TestFormErrors final : public FormModelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void showsServersWords();
    void placesErrors_data();
    void placesErrors();
    void editAnswersErrors();
    void visitsProblemsInOrder();
};

void TestFormErrors::showsServersWords()
{
    model()->setDefinition(fixture(u"guide/create-invalid.json"_s));
    QSignalSpy changes(model(), &QAbstractItemModel::dataChanged);
    QSignalSpy problems(model(), &FormModel::problemsChanged);
    model()->setServerErrors({{authentication, u"must not be null"_s},
                              {username, u"must not be empty"_s},
                              {u"name"_s, u"is taken"_s}});
    QCOMPARE(error(username), u"Enter a username. The server says: \"must not be empty\"."_s);
    QCOMPARE(error(authentication), u"Set up how the runner signs in to Snowflake. "
                                    "The server says: \"must not be null\"."_s);
    QCOMPARE(error(u"name"_s), u"The server says: \"is taken\"."_s);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(problems.count(), 1);
    QVERIFY(model()->unplacedErrors().isEmpty());
    QCOMPARE(model()->problemCount(Section::SourceConnection), 1);
    QCOMPARE(model()->problemCount(Section::TargetConnection), 1);
    // The client check does not say the same again.
    model()->markAllVisited();
    QCOMPARE(error(username), u"Enter a username. The server says: \"must not be empty\"."_s);
    model()->clearServerErrors();
    QCOMPARE(error(username), u"Enter a username."_s);
    QCOMPARE(error(u"name"_s), QString());
    QCOMPARE(problems.count(), 2);
}

void TestFormErrors::placesErrors_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("row");   // empty: unplaced
    QTest::addColumn<QString>("place"); // as serverErrors() says it
    QTest::addColumn<QString>("text");
    QTest::newRow("index in brackets")
        << u"streamingSource.tables[1].schema"_s << sourceTables << u"[1].schema"_s
        << u"Enter a schema in row 2. The server says: \"must not be empty\"."_s;
    QTest::newRow("index with dots")
        << u"streamingSource.tables.1.table"_s << sourceTables << u"[1].table"_s
        << u"Enter a table in row 2. The server says: \"must not be empty\"."_s;
    QTest::newRow("part of a reference")
        << password + u".secretName"_s << password << u"secretName"_s
        << u"Enter the name of the secret. The server says: \"must not be empty\"."_s;
    QTest::newRow("key of a map") << u"advancedProperties.max.batch.size"_s
                                  << u"advancedProperties"_s << u"max.batch.size"_s
                                  << u"The server says of max.batch.size: \"must not be empty\"."_s;
    QTest::newRow("unknown key of a group")
        << authentication + u".kind"_s << authentication << u"kind"_s
        << u"The server says of kind: \"must not be empty\"."_s;
    QTest::newRow("object without a row")
        << u"streamingSource.connection"_s << host << QString()
        << u"Enter the host of the database. The server says: \"must not be empty\"."_s;
    QTest::newRow("whole target") << u"streamingTarget"_s << targetType << QString()
                                  << u"Choose a target. The server says: \"must not be empty\"."_s;
    QTest::newRow("unknown") << u"streamingSource.connection.charset"_s << QString() << QString()
                             << QString();
    QTest::newRow("begins alike") << u"names"_s << QString() << QString() << QString();
    QTest::newRow("without a place") << QString() << QString() << QString() << QString();
}

void TestFormErrors::placesErrors()
{
    QFETCH(QString, field);
    QFETCH(QString, row);
    QFETCH(QString, place);
    QFETCH(QString, text);
    model()->setDefinition(guide());
    QSignalSpy problems(model(), &FormModel::problemsChanged);
    const Violation violation{field, u"must not be empty"_s};
    model()->setServerErrors({violation});
    QCOMPARE(problems.count(), 1);
    if (row.isEmpty()) {
        QCOMPARE(model()->unplacedErrors(), QList<Violation>{violation});
        QCOMPARE(model()->problemCount(), 0);
        return;
    }
    QVERIFY(model()->unplacedErrors().isEmpty());
    QCOMPARE(model()->problemCount(), 1);
    QCOMPARE(error(row), text);
    QCOMPARE(model()->serverErrors(model()->indexOf(row)),
             (QList<Violation>{{place, u"must not be empty"_s}}));
}

void TestFormErrors::editAnswersErrors()
{
    model()->setDefinition(fixture(u"guide/create-invalid.json"_s));
    const auto refuse = [this] {
        model()->setServerErrors({{authentication, u"must not be null"_s},
                                  {username, u"must not be empty"_s},
                                  {u"streamingSource.connection"_s, u"is odd"_s},
                                  {u"elsewhere"_s, u"is odd"_s}});
    };
    refuse();
    // A row of the group answers the group's message; others stay.
    QVERIFY(set(authentication + u".type"_s, u"key-pair"_s));
    QCOMPARE(error(authentication), QString());
    QVERIFY(!error(username).isEmpty());
    QVERIFY(!error(host).isEmpty());
    // The message about the connection stands at the host, and any edit below it answers it.
    QVERIFY(set(username, u"sa"_s));
    QCOMPARE(error(username), QString());
    QCOMPARE(error(host), QString());
    QCOMPARE(model()->problemCount(), 0);
    QCOMPARE(model()->unplacedErrors().size(), 1);
    refuse();
    // Another type: what was said of the former one is answered.
    QVERIFY(set(sourceType, u"mysql"_s));
    QCOMPARE(model()->problemCount(Section::SourceConnection), 0);
    QCOMPARE(model()->problemCount(Section::TargetConnection), 1);
}

void TestFormErrors::visitsProblemsInOrder()
{
    model()->setDefinition(guide());
    QVERIFY(!model()->nextProblem({}).isValid());
    model()->setServerErrors(
        {{u"streamingTarget.role"_s, u"x"_s}, {u"advancedProperties"_s, u"x"_s}, {host, u"x"_s}});
    const QModelIndex first = model()->indexOf(host);
    const QModelIndex second = model()->indexOf(u"streamingTarget.role"_s);
    const QModelIndex third = model()->indexOf(u"advancedProperties"_s);
    QCOMPARE(model()->nextProblem({}), first);
    QCOMPARE(model()->nextProblem(first), second);
    QCOMPARE(model()->nextProblem(second), third);
    QCOMPARE(model()->nextProblem(third), first);
    QCOMPARE(model()->nextProblem(model()->index(0)), first);
    QCOMPARE(model()->nextProblem({}, true), third);
    QCOMPARE(model()->nextProblem(first, true), third);
    QCOMPARE(model()->nextProblem(third, true), second);
    model()->setServerErrors({{host, u"x"_s}});
    QCOMPARE(model()->nextProblem(first), first);
}

SLUICE_TEST(TestFormErrors, None)
#include "tst_formerrors.moc"
