// SPDX-License-Identifier: Apache-2.0
#include "models/definition/tableset.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// Unknown keys of every shape at every level.
QJsonObject withUnknownKeys(QJsonObject object, QRandomGenerator &random)
{
    const QList<QJsonValue> values{QJsonValue(),
                                   u""_s,
                                   0,
                                   60.5,
                                   9007199254740991.0,
                                   false,
                                   QJsonArray(),
                                   QJsonObject(),
                                   u"ü"_s,
                                   QJsonObject{{"a.b"_L1, QJsonArray{1, QJsonValue(), u"x"_s}}}};
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (object.value(key).isObject())
            object.insert(key, withUnknownKeys(object.value(key).toObject(), random));
    }
    for (int number = 0; number < 2; ++number)
        object.insert(u"x-%1.%2"_s.arg(number).arg(random.bounded(9)),
                      values.at(random.bounded(int(values.size()))));
    return object;
}

} // namespace

class TestPipelineDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changingTheNameChangesNothingElse();
    void secretsAreRefused();
    void suspiciousBaseCanBeRestored();
    void revertsOneChange();
    void revertsARenamedTable();
    void revertsAField();
    void revertsAType();
    void revertsAll();
    void rebaseKeepsEdits();
    void draftsMakeItDirty();
    void orderOfTablesIsKept();
    void revertLeavesNothingEmptyBehind();
};

void TestPipelineDocument::changingTheNameChangesNothingElse()
{
    QRandomGenerator random(11);
    const QList<QJsonObject> all = exampleDefinitions();
    QVERIFY(all.size() > 5);
    for (int round = 0; round < 40; ++round) {
        for (const QJsonObject &plain : all) {
            const QJsonObject base = round == 0 ? plain : withUnknownKeys(plain, random);
            PipelineDocument document({}, base);
            QVERIFY(!document.isDirty());
            QVERIFY(document.form()->setValue(u"name"_s, u"renamed"_s));
            QJsonObject expected = base;
            expected.insert("name"_L1, u"renamed"_s);
            QCOMPARE(document.mine(), expected);
            QCOMPARE(document.changes().size(), 1);
            QCOMPARE(document.changes().constFirst().pathText(), u"name"_s);
        }
    }
}

void TestPipelineDocument::secretsAreRefused()
{
    PipelineDocument document({}, guideDefinition());
    const QJsonObject leak =
        with(guideDefinition(), "streamingSource/connection/password/secretName",
             u"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"_s);
    QVERIFY(!document.setMine(leak));
    QVERIFY(!document.isDirty());
    QVERIFY(!document.canUndo());
}

void TestPipelineDocument::suspiciousBaseCanBeRestored()
{
    const QJsonObject base =
        with(guideDefinition(), "streamingSource/connection/password/secretName",
             u"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"_s);
    PipelineDocument document({}, base);
    QVERIFY(document.setMine(guideDefinition()));
    document.undo();
    QCOMPARE(document.mine(), base);
    QCOMPARE(document.form()->definition(), base);
    document.redo();
    document.revertAll();
    QCOMPARE(document.mine(), base);
}

void TestPipelineDocument::revertsOneChange()
{
    PipelineDocument document({}, withTables(guideDefinition(), {u"a"_s, u"b"_s}));
    QJsonObject mine = withTables(document.mine(), {u"b"_s, u"c"_s});
    mine = with(mine, "x-new/deep", 1);
    mine = with(mine, "advancedProperties", absent);
    document.setMine(mine);
    QCOMPARE(document.changes().size(), 4);
    while (!document.changes().isEmpty()) {
        const qsizetype before = document.changes().size();
        document.revert({document.changes().constFirst()});
        QCOMPARE(document.changes().size(), before - 1);
    }
    QVERIFY(!document.mine().contains("x-new"_L1));
    document.undo();
    QCOMPARE(document.changes().size(), 1);
}

void TestPipelineDocument::revertsARenamedTable()
{
    const QJsonObject base = withTables(guideDefinition(), {u"a"_s, u"b"_s, u"c"_s});
    PipelineDocument document({}, base);
    QVERIFY(document.setMine(withTables(guideDefinition(), {u"a"_s, u"x"_s, u"c"_s})));
    QCOMPARE(document.changes().size(), 2);
    document.revert(document.changes());
    QCOMPARE(document.mine(), base); // the order, too
}

void TestPipelineDocument::revertsAField()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    type(document, userPath, u"u"_s);
    document.revertField(userPath);
    QCOMPARE(document.changes().size(), 1);
    QCOMPARE(document.form()->value(userPath).toString(), u"sa"_s);
    document.form()->setValue(u"advancedProperties"_s, absent);
    document.revertField(u"advancedProperties"_s);
    QCOMPARE(document.changes().size(), 1);
}

void TestPipelineDocument::revertsAType()
{
    PipelineDocument document({}, guideDefinition());
    document.form()->setValue(u"streamingTarget.type"_s, u"s3"_s);
    document.revertField(u"streamingTarget.type"_s);
    QCOMPARE(document.mine(), guideDefinition());
}

void TestPipelineDocument::revertsAll()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    document.form()->setDraft(u"advancedProperties"_s, u"Give the property a name."_s, u"x"_s);
    document.revertAll();
    QVERIFY(!document.isDirty());
    document.undo();
    QCOMPARE(document.form()->value(hostPath).toString(), u"h"_s);
}

void TestPipelineDocument::rebaseKeepsEdits()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    const QJsonObject saved = document.mine();
    document.rebase(saved, saved);
    QVERIFY(!document.isDirty());
    QVERIFY(document.canUndo());
    QVERIFY(!document.form()->indexOf(hostPath).data(FormModel::ChangedRole).toBool());
    document.undo();
    QVERIFY(document.isDirty());
    QVERIFY(document.form()->indexOf(hostPath).data(FormModel::ChangedRole).toBool());

    const QJsonObject moved = with(saved, "name", u"moved"_s);
    document.rebase(moved, with(moved, "agentId", u"a"_s));
    QCOMPARE(document.changes().size(), 1);
    QCOMPARE(document.form()->value(u"name"_s).toString(), u"moved"_s);
}

void TestPipelineDocument::draftsMakeItDirty()
{
    PipelineDocument document({}, guideDefinition());
    QSignalSpy changed(&document, &PipelineDocument::changed);
    document.form()->setDraft(u"advancedProperties"_s, u"Give the property a name."_s, u"x"_s);
    QVERIFY(document.isDirty());
    QVERIFY(!changed.isEmpty());
}

void TestPipelineDocument::orderOfTablesIsKept()
{
    PipelineDocument document({}, withTables(guideDefinition(), {u"a"_s, u"b"_s}));
    document.setMine(withTables(guideDefinition(), {u"b"_s, u"a"_s}));
    QVERIFY(document.changes().isEmpty());
    QVERIFY(document.isDirty());
    QCOMPARE(namesOfTables(document.mine()), (QStringList{u"b"_s, u"a"_s}));
}

void TestPipelineDocument::revertLeavesNothingEmptyBehind()
{
    const QJsonObject base = with(with(guideDefinition(), "streamingSource/tables", absent),
                                  "streamingSource/connection/jdbcProperties", absent);
    PipelineDocument document({}, base);
    document.setMine(withTables(base, {u"a"_s, u"b"_s}));
    document.revert(document.changes());
    QCOMPARE(document.mine(), base);

    document.setMine(with(base, "streamingSource/connection/jdbcProperties/timeout", 1));
    document.revertField(u"streamingSource.connection.jdbcProperties"_s);
    QCOMPARE(document.mine(), base);

    const QJsonObject bare = with(base, "streamingTarget/connection", absent);
    PipelineDocument second({}, bare);
    second.setMine(with(bare, "streamingTarget/connection/username", u"u"_s));
    second.revertField(u"streamingTarget.connection.username"_s);
    QCOMPARE(second.mine(), bare);
}

SLUICE_TEST(TestPipelineDocument, Core)
#include "tst_pipelinedocument.moc"
