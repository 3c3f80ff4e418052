// SPDX-License-Identifier: Apache-2.0
#include "models/form/servererrors.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

DefinitionPath rowAt(const QString &text)
{
    return DefinitionPath::fromText(text);
}

} // namespace

// Which row shows a message of the server, and which change answers it.
class TestServerErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesEachMessage_data();
    void placesEachMessage();
    void dropsAlongThePath();
    void keepsWhatNamesNoPlace();
};

void TestServerErrors::placesEachMessage_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("row");
    QTest::newRow("the row") << u"source.user"_s << u"source.user"_s;
    QTest::newRow("below a row") << u"source.tables[3].schema"_s << u"source.tables"_s;
    QTest::newRow("above rows: the first") << u"source"_s << u"source.user"_s;
    QTest::newRow("beside rows: none") << u"target.bucket"_s << QString();
    QTest::newRow("nowhere: none") << QString() << QString();
}

void TestServerErrors::placesEachMessage()
{
    QFETCH(const QString, path);
    QFETCH(const QString, row);
    ServerErrors errors;
    errors.place({{path, u"bad"_s}},
                 {rowAt(u"name"_s), rowAt(u"source.user"_s), rowAt(u"source.tables"_s)});
    QCOMPARE(errors.unplaced().size(), row.isEmpty() ? 1 : 0);
    QCOMPARE(errors.at(rowAt(row)).size(), row.isEmpty() ? 0 : 1);
}

void TestServerErrors::dropsAlongThePath()
{
    ServerErrors errors;
    errors.place({{u"source.tables[0].schema"_s, u"a"_s},
                  {u"source.user"_s, u"b"_s},
                  {u"other.key"_s, u"c"_s}},
                 {rowAt(u"source.user"_s), rowAt(u"source.tables"_s)});
    ServerErrors::Dropped dropped = errors.drop(rowAt(u"source.tables"_s));
    QCOMPARE(dropped.rows, QSet<DefinitionPath>{rowAt(u"source.tables"_s)});
    QVERIFY(!dropped.hasUnplaced);
    QVERIFY(errors.at(rowAt(u"source.tables"_s)).isEmpty());
    dropped = errors.drop(rowAt(u"source"_s));
    QCOMPARE(dropped.rows, QSet<DefinitionPath>{rowAt(u"source.user"_s)});
    dropped = errors.drop(rowAt(u"other"_s));
    QVERIFY(dropped.rows.isEmpty());
    QVERIFY(dropped.hasUnplaced);
    QVERIFY(errors.paths().isEmpty());
}

void TestServerErrors::keepsWhatNamesNoPlace()
{
    ServerErrors errors;
    errors.place({{QString(), u"a"_s}, {u"name"_s, u"b"_s}}, {rowAt(u"name"_s)});
    QCOMPARE(errors.paths(), QList<DefinitionPath>{rowAt(u"name"_s)});
    errors.drop(rowAt(u"name"_s));
    QCOMPARE(errors.unplaced().size(), 1);
}

SLUICE_TEST(TestServerErrors, None)
#include "tst_servererrors.moc"
