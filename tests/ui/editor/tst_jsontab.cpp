// SPDX-License-Identifier: Apache-2.0
#include "models/document/pipelinedocument.h"
#include "models/json/jsontext.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"
#include "ui/editor/jsontab.h"
#include "ui/editor/jsontextedit.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The definition as text, beside a form that edits the same document.
class TestJsonTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void faultKeepsEditsOfTheForm();
    void textCountsWhereBothWereEdited();
    void undoMeanwhileIsKept();
    void takenTextStaysAsItWasTyped();
    void repeatedNameIsAFault();
    void formattedTextSaysSo();
    void aDoubtIsAskedOnce_data();
    void aDoubtIsAskedOnce();
    void aSecretItselfIsNotTaken();
    void numbersStayAsTyped_data();
    void numbersStayAsTyped();

private:
    // Replaces the first such text, as if it was typed over.
    void typeOver(const QString &former, const QString &text);

    std::unique_ptr<PipelineDocument> m_document;
    std::unique_ptr<JsonTab> m_tab;
    JsonTextEdit *m_text = nullptr;
};

namespace {

const QString namePath = u"name"_s;
const QString hostOfSource = u"streamingSource.connection.host"_s;

} // namespace

void TestJsonTab::init()
{
    m_tab.reset();
    m_document = std::make_unique<PipelineDocument>(PipelineKey(), guideDefinition());
    m_tab = std::make_unique<JsonTab>(m_document.get());
    m_text = m_tab->findChild<JsonTextEdit *>();
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
    QVERIFY(!m_text->toPlainText().isEmpty());
}

void TestJsonTab::typeOver(const QString &former, const QString &text)
{
    QTextCursor cursor = m_text->document()->find(former);
    QVERIFY2(!cursor.isNull(), qPrintable(former));
    cursor.insertText(text);
}

void TestJsonTab::faultKeepsEditsOfTheForm()
{
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s, u"\"name\": \"renamed\""_s);
    QVERIFY(!m_tab->flush());
    m_document->form()->setValue(hostOfSource, u"elsewhere"_s);
    typeOver(u"\"name\": \"renamed\""_s, u"\"name\": \"renamed\","_s);
    QVERIFY(m_tab->flush());
    QCOMPARE(m_document->form()->value(hostOfSource), QJsonValue(u"elsewhere"_s));
    QCOMPARE(m_document->form()->value(namePath), QJsonValue(u"renamed"_s));
    QVERIFY(m_text->toPlainText().contains(u"elsewhere"_s));
}

void TestJsonTab::textCountsWhereBothWereEdited()
{
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s, u"\"name\": \"typed\""_s);
    QVERIFY(!m_tab->flush());
    m_document->form()->setValue(namePath, u"in the form"_s);
    typeOver(u"\"name\": \"typed\""_s, u"\"name\": \"typed\","_s);
    QVERIFY(m_tab->flush());
    QCOMPARE(m_document->form()->value(namePath), QJsonValue(u"typed"_s));
}

void TestJsonTab::undoMeanwhileIsKept()
{
    m_document->form()->setValue(hostOfSource, u"first"_s);
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s, u"\"name\": \"renamed\""_s);
    QVERIFY(!m_tab->flush());
    m_document->undo();
    typeOver(u"\"name\": \"renamed\""_s, u"\"name\": \"renamed\","_s);
    QVERIFY(m_tab->flush());
    QCOMPARE(m_document->form()->value(hostOfSource),
             DefinitionPath::fromText(hostOfSource).valueIn(guideDefinition()));
    QCOMPARE(m_document->form()->value(namePath), QJsonValue(u"renamed"_s));
}

// A press that changes nothing is answered.
void TestJsonTab::formattedTextSaysSo()
{
    auto *format = m_tab->findChild<QPushButton *>(u"jsonFormat"_s);
    const QString text = m_text->toPlainText();
    typeOver(u"\"name\": \"my"_s, u"\"name\":     \"my"_s);
    format->click();
    QCOMPARE(m_text->toPlainText(), text);
    QCOMPARE(QToolTip::text(), QString());
    format->click();
    QTRY_COMPARE(QToolTip::text(), u"It is formatted already."_s);
}

// Also when the edit clears a message of the server on its way.
void TestJsonTab::takenTextStaysAsItWasTyped()
{
    m_document->form()->setServerErrors({{namePath, u"must not be empty"_s}});
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s, u"\"name\":     \"renamed\","_s);
    QVERIFY(m_tab->flush());
    QCOMPARE(m_document->form()->value(namePath), QJsonValue(u"renamed"_s));
    QVERIFY(m_text->toPlainText().contains(u"\"name\":     \"renamed\","_s));
    QVERIFY(m_text->document()->isUndoAvailable());
}

void TestJsonTab::numbersStayAsTyped_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number :
         {"23958446825181076828", "1.0", "1e400", "-0", "0.1000", "1E5", "12345678901234567.89"})
        QTest::newRow(number) << QString::fromLatin1(number);
}

void TestJsonTab::numbersStayAsTyped()
{
    QFETCH(QString, number);
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s,
             u"\"name\": \"renamed\", \"limit\": %1,"_s.arg(number));
    QVERIFY(m_tab->flush());
    const QString line = u"\"limit\": %1,"_s.arg(number);
    QVERIFY(QString::fromUtf8(jsonText(m_document->mine())).contains(line));
    // Text that the tab writes itself, after an edit of the form.
    m_document->form()->setValue(hostOfSource, u"elsewhere"_s);
    QVERIFY(m_text->toPlainText().contains(line));
    m_document->undo();
    m_document->undo();
    QVERIFY(!m_document->isDirty());
    m_document->redo();
    QVERIFY(m_text->toPlainText().contains(line));
}

void TestJsonTab::repeatedNameIsAFault()
{
    typeOver(u"\"name\": \"my-streaming-pipeline\","_s, u"\"name\": \"a\", \"name\": \"b\","_s);
    QVERIFY(!m_tab->flush());
    QVERIFY(m_tab->hasFault());
    QVERIFY(!m_document->isDirty());
}

void TestJsonTab::aDoubtIsAskedOnce_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
          QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
          u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s,
          u"gnV3Aq0ZkXl2pTfYh8sWbM1cRDuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjFtQ=="_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestJsonTab::aDoubtIsAskedOnce()
{
    QFETCH(const QString, name);
    const QJsonObject before = m_document->mine();
    auto *use = m_tab->findChild<QAbstractButton *>(u"jsonOverrule"_s);
    QVERIFY(!use->isVisible());
    typeOver(u"\"secretName\": \""_s, u"\"secretName\": \"%1\", \"x-note\": \""_s.arg(name));
    QVERIFY(!m_tab->flush());
    QVERIFY(use->isVisible());
    QCOMPARE(m_document->mine(), before);
    QVERIFY(!m_tab->findChild<QLabel *>(u"jsonState"_s)->text().contains(name));
    QTest::mouseClick(use, Qt::LeftButton);
    QVERIFY(!m_tab->isAhead());
    QVERIFY(!use->isVisible());
    QVERIFY(QJsonDocument(m_document->mine()).toJson().contains(name.toUtf8()));
    // Nothing is asked about it again.
    typeOver(u"\"name\": \"my-streaming-pipeline\""_s, u"\"name\": \"typed\""_s);
    QVERIFY(m_tab->flush());
    m_document->undo();
    m_document->undo();
    QCOMPARE(m_document->mine(), before);
    m_document->redo();
    QVERIFY(m_tab->flush());
}

void TestJsonTab::aSecretItselfIsNotTaken()
{
    const QJsonObject before = m_document->mine();
    typeOver(u"\"secretName\": \""_s, u"\"secretName\": \"Password=hunter2;"_s);
    QVERIFY(!m_tab->flush());
    QVERIFY(!m_tab->findChild<QAbstractButton *>(u"jsonOverrule"_s)->isVisible());
    QCOMPARE(m_document->mine(), before);
}

SLUICE_TEST(TestJsonTab, Widgets)
#include "tst_jsontab.moc"
