// SPDX-License-Identifier: Apache-2.0
#include "models/definition/tableset.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What is one step of a document's undo history, and what undo and redo bring back.
class TestDocumentUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingIsOneStep();
    void anotherFieldIsAnotherStep();
    void sealedTypingIsTwoSteps();
    void stepUndoneByHandIsGone();
    void jsonEditsAreSteps();
    void undoGoesThroughFormAndJson();
    void randomEditsUndoAndRedo();
    void namesWhatUndoChanges();
    void newsOfAnUneditedDocumentIsNoStep();
    void tellsOfAnEditWhenItIsWhole();
};

void TestDocumentUndo::typingIsOneStep()
{
    PipelineDocument document({}, guideDefinition());
    QSignalSpy changed(&document, &PipelineDocument::changed);
    type(document, hostPath, u"db.example"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(document.isDirty());
    document.undo();
    QCOMPARE(document.mine(), guideDefinition());
    QCOMPARE(document.form()->definition(), guideDefinition());
    QVERIFY(!document.canUndo());
    document.redo();
    QCOMPARE(document.form()->value(hostPath).toString(), u"db.example"_s);
    QVERIFY(!document.canRedo());
}

void TestDocumentUndo::anotherFieldIsAnotherStep()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    type(document, userPath, u"u"_s);
    document.undo();
    QCOMPARE(document.form()->value(userPath).toString(), u"sa"_s);
    QCOMPARE(document.form()->value(hostPath).toString(), u"h"_s);
}

void TestDocumentUndo::sealedTypingIsTwoSteps()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"one"_s);
    document.seal();
    type(document, hostPath, u"two"_s);
    document.undo();
    QCOMPARE(document.form()->value(hostPath).toString(), u"one"_s);
}

void TestDocumentUndo::stepUndoneByHandIsGone()
{
    PipelineDocument document({}, guideDefinition());
    type(document, userPath, u"sat"_s);
    QVERIFY(document.canUndo());
    document.form()->setValue(userPath, u"sa"_s);
    QVERIFY(!document.canUndo());
    QVERIFY(!document.isDirty());
    QVERIFY(document.changes().isEmpty());
}

void TestDocumentUndo::jsonEditsAreSteps()
{
    PipelineDocument document({}, guideDefinition());
    const QJsonObject other = with(guideDefinition(), "x-new/deep", 1);
    QVERIFY(document.setMine(other));
    QCOMPARE(document.form()->definition(), other);
    QCOMPARE(document.changes().size(), 1);
    QVERIFY(document.setMine(with(other, "x-new/deep", 2)));
    document.undo();
    QCOMPARE(document.mine(), other);
}

void TestDocumentUndo::undoGoesThroughFormAndJson()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    QVERIFY(document.setMine(with(document.mine(), "streamingTarget/type", u"s3"_s)));
    type(document, u"streamingTarget.bucket"_s, u"b"_s);
    document.undo();
    document.undo();
    QCOMPARE(document.form()->value(u"streamingTarget.type"_s).toString(), u"snowflake"_s);
    QVERIFY(document.form()->indexOf(u"streamingTarget.warehouse"_s).isValid());
    QCOMPARE(document.form()->value(hostPath).toString(), u"h"_s);
    document.undo();
    QCOMPARE(document.mine(), guideDefinition());
}

void TestDocumentUndo::randomEditsUndoAndRedo()
{
    QRandomGenerator random(3);
    PipelineDocument document({}, guideDefinition());
    for (int edit = 0; edit < 300; ++edit) {
        switch (random.bounded(5)) {
        case 0: document.undo(); break;
        case 1: document.redo(); break;
        case 2:
            document.setMine(with(document.mine(), "advancedProperties/x.y", random.bounded(3)));
            break;
        case 3: document.form()->setValue(hostPath, QString::number(random.bounded(3))); break;
        default: document.form()->setValue(userPath, absent); break;
        }
        QCOMPARE(document.form()->definition(), document.mine());
        QCOMPARE(document.changes(), semanticDiff(document.base(), document.mine()));
    }
    while (document.canUndo())
        document.undo();
    QCOMPARE(document.mine(), guideDefinition());
}

void TestDocumentUndo::namesWhatUndoChanges()
{
    PipelineDocument document({}, guideDefinition());
    type(document, hostPath, u"h"_s);
    QCOMPARE(document.undoText(), u"Source connection › Host"_s);
    QJsonObject two = with(document.mine(), "name", u"n"_s);
    document.setMine(with(two, "agentId", u"a"_s));
    QCOMPARE(document.undoText(), QString());
    document.undo();
    QCOMPARE(document.redoText(), QString());
}

// A colleague saved: undo must not take that back as an edit from here.
void TestDocumentUndo::newsOfAnUneditedDocumentIsNoStep()
{
    PipelineDocument document({}, guideDefinition());
    const QJsonObject news = with(guideDefinition(), "name", u"theirs"_s);
    document.rebase(news, news);
    QCOMPARE(document.form()->value(u"name"_s), QJsonValue(u"theirs"_s));
    QVERIFY(!document.isDirty());
    QVERIFY(!document.canUndo());

    // After a save, undo still leads back to what was saved over.
    document.form()->setValue(u"name"_s, u"mine"_s);
    document.rebase(document.mine(), document.mine());
    QVERIFY(document.canUndo());
}

// Whoever follows sees form and definition agree, also when the edit clears a problem on its way.
void TestDocumentUndo::tellsOfAnEditWhenItIsWhole()
{
    PipelineDocument document({}, guideDefinition());
    document.form()->setServerErrors({{hostPath, u"must not be empty"_s}});
    int told = 0;
    connect(&document, &PipelineDocument::changed, this, [&] {
        ++told;
        QCOMPARE(document.form()->definition(), document.mine());
    });
    document.setMine(with(guideDefinition(), "streamingSource/connection/host", u"h"_s));
    QVERIFY(told > 0);
    document.form()->setServerErrors({{hostPath, u"must not be empty"_s}});
    document.form()->setValue(hostPath, u"i"_s);
}

SLUICE_TEST(TestDocumentUndo, Core)
#include "tst_documentundo.moc"
