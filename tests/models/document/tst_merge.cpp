// SPDX-License-Identifier: Apache-2.0
#include "models/document/merge.h"
#include "models/json/jsontext.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unmovedServerGivesMine();
    void takesOverWhatDoesNotOverlap();
    void sameChangeOnBothSides();
    void sameNumberInTwoSpellings();
    void conflictWantsAChoice();
    void referenceIsNeverMixed();
    void replacedObjectAgainstChangeWithin();
    void severalChangesWithinAReplacedObject();
    void tablesOfBothSides();
    void renamedTableStaysInItsPlace();
    void removedObjectStaysAbsent();
    void typesAreNeverMixed();
    void oneSidesTypeMeetsTheOthersField();
    void addedListGoesWithItsTables();
    void anyChangesMerge();
};

void TestMerge::unmovedServerGivesMine()
{
    // Also what does not count as a difference: the order of tables, the case of choices.
    QJsonObject mine = withTables(guideDefinition(), {u"b"_s, u"a"_s});
    mine = with(mine, "streamingTarget/transformationType", u"change_log"_s);
    const Merge merge(withTables(guideDefinition(), {u"a"_s, u"b"_s}),
                      withTables(guideDefinition(), {u"a"_s, u"b"_s}), mine);
    QVERIFY(!merge.isMoved());
    QVERIFY(merge.items().isEmpty());
    QCOMPARE(merge.result(), mine);
}

void TestMerge::takesOverWhatDoesNotOverlap()
{
    const QJsonObject mine = with(guideDefinition(), "name", u"n"_s);
    const QJsonObject theirs = with(guideDefinition(), "streamingTarget/warehouse", u"L"_s);
    const Merge merge(guideDefinition(), theirs, mine);
    QVERIFY(merge.isMoved());
    QCOMPARE(merge.openCount(), 0);
    QCOMPARE(merge.items().size(), 2);
    QCOMPARE(merge.items().at(0).origin, MergeItem::Origin::Mine);
    QCOMPARE(merge.items().at(1).origin, MergeItem::Origin::Theirs);
    QCOMPARE(merge.result(), with(theirs, "name", u"n"_s));
}

void TestMerge::sameChangeOnBothSides()
{
    const QJsonObject same = with(guideDefinition(), "name", u"n"_s);
    const Merge merge(guideDefinition(), same, same);
    QCOMPARE(merge.items().size(), 1);
    QCOMPARE(merge.items().constFirst().origin, MergeItem::Origin::Both);
    QCOMPARE(merge.result(), same);
}

// 1 and 1.0: nobody has to choose between them, and the server's stays.
void TestMerge::sameNumberInTwoSpellings()
{
    const auto definition = [](const QByteArray &number) {
        return with(guideDefinition(), "advancedProperties/limit",
                    readJson('[' + number + ']').array().at(0));
    };
    const Merge both(definition("2"), definition("1.0"), definition("1"));
    QCOMPARE(both.openCount(), 0);
    QVERIFY(both.isAllThere());
    QCOMPARE(both.result(), definition("1.0"));
    const Merge theirs(definition("1"), definition("1.0"), definition("1"));
    QVERIFY(theirs.items().isEmpty());
    QCOMPARE(theirs.result(), definition("1.0"));
    const Merge conflict(definition("1"), definition("23958446825181076828"),
                         definition("23958446825181076829"));
    QCOMPARE(conflict.openCount(), 1);
}

void TestMerge::conflictWantsAChoice()
{
    const QJsonObject mine = with(with(guideDefinition(), "name", u"m"_s), "agentId", u"a"_s);
    const QJsonObject theirs = with(guideDefinition(), "name", u"t"_s);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.openCount(), 1);
    QCOMPARE(merge.items().constFirst().origin, MergeItem::Origin::Conflict);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.openCount(), 0);
    QCOMPARE(merge.result(), mine);
    merge.choose(0, MergeItem::Choice::Theirs);
    QCOMPARE(merge.result(), with(theirs, "agentId", u"a"_s));
}

void TestMerge::referenceIsNeverMixed()
{
    const QJsonObject mine =
        with(guideDefinition(), "streamingSource/connection/password/secretName", u"m"_s);
    const QJsonObject theirs =
        with(guideDefinition(), "streamingSource/connection/password/secretLocation", u"t"_s);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.openCount(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.result(), mine);
}

void TestMerge::replacedObjectAgainstChangeWithin()
{
    const char *place = "streamingTarget/connection/authentication";
    const QJsonObject theirs = with(guideDefinition(), place, QJsonValue());
    const QJsonObject mine =
        with(guideDefinition(), "streamingTarget/connection/authentication/type", u"password"_s);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.openCount(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.result(), mine);
    merge.choose(0, MergeItem::Choice::Theirs);
    QCOMPARE(merge.result(), theirs);
}

void TestMerge::severalChangesWithinAReplacedObject()
{
    const QJsonObject theirs = with(guideDefinition(), "streamingSource/connection", u"moved"_s);
    QJsonObject mine = with(guideDefinition(), "streamingSource/connection/host", u"h"_s);
    mine = with(mine, "streamingSource/connection/port", 1);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.items().size(), 1);
    QCOMPARE(merge.items().constFirst().mine.size(), 2);
    QCOMPARE(merge.items().constFirst().theirs.size(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.result(), mine);
    // And the other way round.
    Merge turned(guideDefinition(), mine, theirs);
    QCOMPARE(turned.items().size(), 1);
    turned.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(turned.result(), theirs);
}

void TestMerge::tablesOfBothSides()
{
    const QJsonObject base = withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s});
    const QJsonObject mine = withTables(guideDefinition(), {u"a"_s, u"c"_s, u"m"_s});
    const QJsonObject theirs = withTables(guideDefinition(), {u"t"_s, u"b"_s, u"c"_s});
    const Merge merge(base, theirs, mine);
    QCOMPARE(merge.openCount(), 0);
    QCOMPARE(namesOfTables(merge.result()), (QStringList{u"t"_s, u"c"_s, u"m"_s}));
}

void TestMerge::renamedTableStaysInItsPlace()
{
    const QJsonObject base = withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s});
    const QJsonObject mine = withTables(guideDefinition(), {u"a"_s, u"x"_s, u"c"_s});
    const QJsonObject theirs =
        with(withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s, u"d"_s}), "name", u"other"_s);
    QCOMPARE(namesOfTables(Merge(base, theirs, mine).result()),
             QStringList({u"a"_s, u"x"_s, u"c"_s, u"d"_s}));
    // They removed it meanwhile: the new name is one more table.
    const QJsonObject without = withTables(guideDefinition(), {u"a"_s, u"c"_s});
    QCOMPARE(namesOfTables(Merge(base, without, mine).result()),
             QStringList({u"a"_s, u"c"_s, u"x"_s}));
    // They added a table of the new name meanwhile, with more in it: it is there once.
    const DefinitionPath path({u"streamingSource"_s, u"tables"_s});
    QJsonArray tables = path.valueIn(theirs).toArray();
    QJsonObject added = path.valueIn(mine).toArray().at(1).toObject();
    added.insert(u"extra"_s, true);
    tables.append(added);
    QJsonObject both = theirs;
    path.setIn(both, tables);
    Merge merge(base, both, mine);
    QCOMPARE(merge.openCount(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(namesOfTables(merge.result()), QStringList({u"a"_s, u"c"_s, u"d"_s, u"x"_s}));
    QVERIFY(!path.valueIn(merge.result()).toArray().at(3).toObject().contains(u"extra"_s));
}

void TestMerge::removedObjectStaysAbsent()
{
    const QJsonObject mine = with(guideDefinition(), "advancedProperties", absent);
    const QJsonObject theirs = with(guideDefinition(), "name", u"t"_s);
    const Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.result(), with(mine, "name", u"t"_s));
}

// Both sides chose another target: a bucket has no place in a container's definition.
void TestMerge::typesAreNeverMixed()
{
    const QJsonObject blob{{u"type"_s, u"abs"_s}, {u"container"_s, u"c"_s}};
    const QJsonObject bucket{{u"type"_s, u"s3"_s}, {u"bucket"_s, u"b"_s}};
    const QJsonObject mine = with(guideDefinition(), "streamingTarget", blob);
    const QJsonObject theirs = with(guideDefinition(), "streamingTarget", bucket);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.openCount(), 1);
    QCOMPARE(merge.items().size(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.result(), mine);
    merge.choose(0, MergeItem::Choice::Theirs);
    QCOMPARE(merge.result(), theirs);

    const Merge same(guideDefinition(), mine, mine);
    QCOMPARE(same.openCount(), 0);
    QCOMPARE(same.result(), mine);
}

void TestMerge::oneSidesTypeMeetsTheOthersField()
{
    const QJsonObject blob{{u"type"_s, u"abs"_s}, {u"container"_s, u"c"_s}};
    const QJsonObject mine = with(with(guideDefinition(), "streamingTarget", blob), "name", u"n"_s);
    const QJsonObject theirs = with(with(guideDefinition(), "streamingTarget/x-new", 1),
                                    "streamingSource/connection/host", u"h"_s);
    Merge merge(guideDefinition(), theirs, mine);
    QCOMPARE(merge.openCount(), 1);
    merge.choose(0, MergeItem::Choice::Mine);
    QCOMPARE(merge.result(), with(mine, "streamingSource/connection/host", u"h"_s));
    merge.choose(0, MergeItem::Choice::Theirs);
    QCOMPARE(merge.result(), with(theirs, "name", u"n"_s));
}

void TestMerge::addedListGoesWithItsTables()
{
    const QJsonObject base = withTables(guideDefinition(), {u"a"_s});
    const QJsonObject mine = with(base, "streamingSource/tables", absent);
    const QJsonObject theirs = with(base, "name", u"t"_s);
    const Merge merge(base, theirs, mine);
    QCOMPARE(merge.openCount(), 0);
    QCOMPARE(merge.result(), with(mine, "name", u"t"_s));
}

// Whatever is changed on two sides: without conflicts nothing is lost, and every place ends as one
// of the two sides has it.
void TestMerge::anyChangesMerge()
{
    QRandomGenerator random(7);
    const QStringList places{
        u"name"_s,
        u"agentId"_s,
        u"streamingSource/connection/host"_s,
        u"streamingSource/connection/password/secretName"_s,
        u"streamingSource/connection/jdbcProperties/lockTimeout"_s,
        u"streamingSource/connection/jdbcProperties"_s,
        u"streamingTarget/connection/authentication"_s,
        u"streamingTarget/connection/authentication/type"_s,
        u"advancedProperties/max.batch.size"_s,
        u"x-new"_s,
        u"x-new/deep"_s,
    };
    const auto changed = [&random, &places] {
        QJsonObject definition = guideDefinition();
        const int changes = random.bounded(4);
        for (int change = 0; change < changes; ++change) {
            const QList<QJsonValue> values{absent, QJsonValue(), random.bounded(3),
                                           QJsonObject{{"deep"_L1, 1}}, QJsonObject()};
            const DefinitionPath path(places.at(random.bounded(int(places.size()))).split(u'/'));
            path.setIn(definition, values.at(random.bounded(int(values.size()))));
        }
        return definition;
    };
    for (int round = 0; round < 2000; ++round) {
        const QJsonObject mine = changed();
        const QJsonObject theirs = changed();
        Merge merge(guideDefinition(), theirs, mine);
        for (int item = 0; item < merge.items().size(); ++item)
            merge.choose(item, MergeItem::Choice::Mine);
        // All of mine is in the result: merging it once more with the server changes nothing.
        const QJsonObject result = merge.result();
        const QList<Change> wanted = semanticDiff(guideDefinition(), mine);
        for (const Change &change : wanted)
            QCOMPARE(change.path.valueIn(result), change.path.valueIn(mine));
        for (const MergeItem &item : merge.items()) {
            if (item.origin != MergeItem::Origin::Theirs)
                continue;
            for (const Change &change : item.theirs)
                QCOMPARE(change.path.valueIn(result), change.path.valueIn(theirs));
        }
    }
}

SLUICE_TEST(TestMerge, Core)
#include "tst_merge.moc"
