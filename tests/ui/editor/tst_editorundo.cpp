// SPDX-License-Identifier: Apache-2.0
// What Ctrl+Z means where text is typed that is no part of the document, and the way back for
// fields that hold more than one value.
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorUndo : public EditorTest
{
    Q_OBJECT

private Q_SLOTS:

    void findHasAnUndoOfItsOwn()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->showTab(PipelineEditor::TextTab);
        m_stage->json()->setFocus();
        m_stage->press(QKeySequence::Find);
        auto *words = m_stage->find<QLineEdit>(u"findWords"_s);
        QVERIFY(words);
        QTest::keyClicks(words, u"warehouse"_s);
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(words->text(), QString());
        QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
        m_stage->press(QKeySequence::Undo); // nothing is left to undo here, and nothing is there
        QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
        m_stage->json()->setFocus();
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(m_stage->footer(), u"No changes"_s);
    }

    void aTableToAddHasAnUndoOfItsOwn()
    {
        m_stage->type(hostPath, u"db2"_s);
        auto *table =
            FormInput::find<QLineEdit>(m_stage->editor(), u"streamingSource.tables.table"_s);
        table->setFocus();
        QTest::keyClicks(table, u"cust"_s);
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(table->text(), QString());
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
    }

    void wholesAreReverted_data()
    {
        QTest::addColumn<QString>("path"); // of the field
        QTest::addColumn<QString>("part"); // that changes
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("tables") << u"streamingSource.tables"_s << u"streamingSource.tables"_s
                                << QJsonValue(QJsonArray());
        QTest::newRow("properties") << u"streamingSource.connection.jdbcProperties"_s
                                    << u"streamingSource.connection.jdbcProperties"_s
                                    << QJsonValue(QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, 2}});
        QTest::newRow("secret") << u"streamingSource.connection.password"_s
                                << u"streamingSource.connection.password.secretName"_s
                                << QJsonValue(u"another"_s);
        QTest::newRow("group")
            << u"streamingTarget.connection.authentication"_s
            << u"streamingTarget.connection.authentication.privateKey.secretName"_s
            << QJsonValue(u"another"_s);
    }

    void wholesAreReverted()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, part);
        QFETCH(const QJsonValue, value);
        PipelineDocument *document = m_stage->editor()->document();
        const QString revert = u"revert/"_s + path;
        QVERIFY(!m_stage->find(revert));
        QJsonObject edited = document->mine();
        DefinitionPath::fromText(part).setIn(edited, value);
        QVERIFY(document->setMine(edited));
        QVERIFY(document->isDirty());
        FormInput::click(m_stage->editor(), revert);
        QCOMPARE(document->mine(), document->base());
        QVERIFY(!m_stage->find(revert));
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(document->mine(), edited);
    }
};

SLUICE_TEST(TestEditorUndo, Widgets)
#include "tst_editorundo.moc"
