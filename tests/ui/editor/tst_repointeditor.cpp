// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "models/document/pipelinedocument.h"
#include "models/references/referencesmodel.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr auto secretPath = "streamingSource/connection/password/secretName";
const auto newName = u"sqlserver-password-v2"_s;

} // namespace

// A pipeline is re-pointed while it is open with edits that are not saved.
class TestRepointEditor : public EditorTest
{
    Q_OBJECT

private Q_SLOTS:
    void bothChangesGoTogether();
    void sameFieldIsAConflict();

private:
    void repoint();

    QString onServer(const char *path)
    {
        return DefinitionPath(QString::fromLatin1(path).split(u'/'))
            .valueIn(m_stage->onServer(m_key))
            .toString();
    }
};

// On the page of references, then back to the editor.
void TestRepointEditor::repoint()
{
    QVERIFY(m_stage->f.trigger(u"secretsAction"_s));
    auto *table = m_stage->find<QTableView>(u"secretsTable"_s);
    QVERIFY(table);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, ReferencesModel::NameColumn).data() ==
            u"sqlserver-password"_s)
            table->selectRow(row);
    }
    m_stage->click(u"repointButton"_s);
    auto *dialog = m_stage->find(u"repointDialog"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    FormInput::type(dialog, u"repointTo.secretName"_s, newName);
    m_stage->click(u"repointNext"_s);
    QTRY_VERIFY(m_stage->find(u"repointGo"_s) && m_stage->find(u"repointGo"_s)->isEnabled());
    m_stage->click(u"repointGo"_s);
    QTRY_VERIFY(m_stage->find(u"copyRepointReport"_s));
    QCOMPARE(m_stage->find<QLabel>(u"repointHeadline"_s)->text(), u"1 re-pointed."_s);
    m_stage->click(u"repointClose"_s);
    QTRY_VERIFY(!m_stage->find(u"repointDialog"_s));
    // The reference that it has now, and from there to its user.
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, ReferencesModel::NameColumn).data() == newName)
            table->selectRow(row);
    }
    auto *users = m_stage->find<QTableView>(u"secretUsers"_s);
    QTRY_COMPARE(users->model()->rowCount(), 1);
    m_stage->activate();
    users->setFocus();
    users->selectRow(0);
    QTest::keyClick(users, Qt::Key_Return);
    QTRY_VERIFY(m_stage->page()->isVisible());
    QCOMPARE(m_stage->editor()->key(), m_key);
}

void TestRepointEditor::bothChangesGoTogether()
{
    m_stage->type(databasePath, u"sales"_s);
    repoint();
    QCOMPARE(onServer(secretPath), newName);
    QCOMPARE(onServer("streamingSource/connection/database"),
             DefinitionPath(u"streamingSource/connection/database"_s.split(u'/'))
                 .valueIn(guideDefinition())
                 .toString()); // what is not saved is not sent along
    QCOMPARE(m_stage->text(databasePath), u"sales"_s);
    QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
    QTRY_VERIFY(m_stage->banner(u"editorBanner"_s).contains(u"changed while"_s));
    m_stage->review();
    QTRY_VERIFY(m_stage->banner(u"reviewBanner"_s).contains(u"taken over"_s));
    QTRY_VERIFY(m_stage->find(u"reviewSave"_s)->isEnabled());
    m_stage->click(u"reviewSave"_s);
    QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
    QCOMPARE(onServer(secretPath), newName);
    QCOMPARE(onServer("streamingSource/connection/database"), u"sales"_s);
    QVERIFY(m_stage->banner(u"editorBanner"_s).isEmpty());
}

void TestRepointEditor::sameFieldIsAConflict()
{
    PipelineDocument *document = m_stage->editor()->document();
    QJsonObject edited = document->mine();
    DefinitionPath(QString::fromLatin1(secretPath).split(u'/')).setIn(edited, u"mine"_s);
    QVERIFY(document->setMine(edited));
    repoint();
    QCOMPARE(onServer(secretPath), newName);
    QCOMPARE(document->mine(), edited);
    m_stage->review();
    QTRY_VERIFY(m_stage->find(u"chooseMine"_s));
    QVERIFY(!m_stage->find(u"reviewSave"_s)->isEnabled()); // a choice first
    QCOMPARE(onServer(secretPath), newName);
}

SLUICE_TEST(TestRepointEditor, Widgets)
#include "tst_repointeditor.moc"
