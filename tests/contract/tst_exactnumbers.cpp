// SPDX-License-Identifier: Apache-2.0
// Numbers go back to the server digit for digit, through lists, files, edits and saves.
#include "models/account/account.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinesave.h"
#include "models/json/jsontext.h"
#include "tests/contract/shell.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;

namespace {

// The text of a pipeline as a server writes it. The number stands in a property, in a list, and
// where Sluice knows no field.
QByteArray definitionWith(const QByteArray &number)
{
    QByteArray text = Shell::guideFile("create-request.json").trimmed();
    text.replace(R"("name": "my-streaming-pipeline")",
                 R"("name": "orders", "streamingPipelineId": "a", "x-limit": @@)");
    text.replace("\"advancedProperties\": {",
                 R"("advancedProperties": { "limit": @@, "limits": [@@, {"n": @@}],)");
    return text.replace("@@", number);
}

// Counts how often the text holds the number as a number.
qsizetype countOf(const QByteArray &number, const QByteArray &text)
{
    qsizetype count = 0;
    for (qsizetype at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
        const char after = text.at(at + number.size());
        count +=
            QByteArray(" :[").contains(text.at(at - 1)) && QByteArray(",]} \n").contains(after);
    }
    return count;
}

constexpr qsizetype placesOfTheNumber = 4; // of the number in definitionWith()

} // namespace

class TestExactNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void editAndSave_data() { addNumbers(); }

    void editAndSave();
    void numbersThatMeetTheServersOwn();

    void commandLine_data() { addNumbers(); }

    void commandLine();
    void otherSpellingIsNoDifference();
    void diffShowsDigits();

private:
    static void addNumbers();
    void serve(const QByteArray &definition);
    Run run(const QStringList &words) const;
    QByteArray putBody() const;

    QByteArray m_definition; // the server's text
    std::unique_ptr<ScriptedApi> m_api;
};

void TestExactNumbers::addNumbers()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number :
         {"23958446825181076828", "12345678901234567.89", "1.0", "1e400", "-0", "0.1000", "1E5",
          "-12.50e-3", "9007199254740993", "18446744073709551616", "61"})
        QTest::newRow(number) << QByteArray(number);
    QTest::newRow("200 digits") << QByteArray("1234567890").repeated(20);
}

void TestExactNumbers::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Orders"_s);
    m_api->ahead = [this](const Seen &seen) -> std::optional<Act> {
        if (seen.method == "PUT") {
            m_definition = seen.body;
            if (!m_definition.contains("streamingPipelineId"))
                m_definition.replace(0, 1, R"({"streamingPipelineId": "a",)");
            return Act::reply(200, m_definition);
        }
        if (seen.path().endsWith("/a"))
            return Act::reply(200, m_definition);
        if (seen.method == "GET" && seen.path().endsWith("/streaming-pipelines"))
            return Act::reply(200, R"({"page":0,"results":[)" + m_definition +
                                       R"(],"size":100.0,"total":1.0})");
        return {};
    };
}

void TestExactNumbers::cleanup()
{
    m_api.reset();
}

void TestExactNumbers::serve(const QByteArray &definition)
{
    m_definition = definition;
}

QByteArray TestExactNumbers::putBody() const
{
    const QList<Seen> seen = m_api->server.seen();
    for (const Seen &one : seen) {
        if (one.method == "PUT")
            return one.body;
    }
    return {};
}

void TestExactNumbers::editAndSave()
{
    QFETCH(QByteArray, number);
    serve(definitionWith(number));
    Fleet fleet(StatusPoller::Intervals{50ms, 100ms, 400ms, 50ms});
    fleet.addAccount(m_api->makeAccount());
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    QTRY_VERIFY(fleet.pipelines()->find(key));
    PipelineDocument document(key, fleet.pipelines()->definition(key));
    document.form()->setValue(u"streamingSource.connection.host"_s, u"elsewhere"_s);
    QCOMPARE(document.changes().size(), 1);
    PipelineSave save(&fleet, &document);
    QSignalSpy ready(&save, &PipelineSave::reviewReady);
    save.review();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!save.merge().isMoved());
    save.save(PipelineSave::Chain::SaveOnly);
    QTRY_COMPARE(save.phase(), PipelineSave::Phase::Done);
    const QByteArray sent = putBody();
    QVERIFY(sent.contains("elsewhere"));
    QCOMPARE(countOf(number, sent), placesOfTheNumber);
    QCOMPARE(readJson(sent).object(), document.mine());
    QVERIFY(!document.isDirty());
}

// Both sides changed a large number, each another one.
void TestExactNumbers::numbersThatMeetTheServersOwn()
{
    serve(definitionWith("1.0"));
    Fleet fleet(StatusPoller::Intervals{50ms, 100ms, 400ms, 50ms});
    fleet.addAccount(m_api->makeAccount());
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    QTRY_VERIFY(fleet.pipelines()->find(key));
    PipelineDocument document(key, fleet.pipelines()->definition(key));
    QJsonObject mine = document.mine();
    mine[u"x-limit"] = readJson("[23958446825181076828]").array().at(0);
    QVERIFY(document.setMine(mine));
    QByteArray moved = definitionWith("1.0");
    moved.replace("\"limit\": 1.0", "\"limit\": 23958446825181076829")
        .replace("{\"n\": 1.0}", "{\"n\": 1}");
    serve(moved);
    PipelineSave save(&fleet, &document);
    QSignalSpy ready(&save, &PipelineSave::reviewReady);
    save.review();
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(save.merge().openCount(), 0);
    // When the server writes 1 for 1.0, nobody needs to be told.
    QCOMPARE(save.merge().items().size(), 2);
    save.save(PipelineSave::Chain::SaveOnly);
    QTRY_COMPARE(save.phase(), PipelineSave::Phase::Done);
    const QByteArray sent = putBody();
    QCOMPARE(countOf("23958446825181076828", sent), 1);
    QCOMPARE(countOf("23958446825181076829", sent), 1);
    QCOMPARE(countOf("1.0", sent), 1);
    QCOMPARE(countOf("1", sent), 1); // as the server writes it now
}

Run TestExactNumbers::run(const QStringList &words) const
{
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, m_api->server.url().toString()});
    return shell.run(words);
}

void TestExactNumbers::commandLine()
{
    QFETCH(QByteArray, number);
    serve(definitionWith(number));
    const QTemporaryDir folder;
    for (const QStringList &words : {QStringList{u"pipelines"_s, u"Orders"_s},
                                     QStringList{u"get"_s, u"Orders"_s, u"orders"_s}}) {
        const Run printed = run(words + QStringList{u"--json"_s});
        QCOMPARE(printed.code, 0);
        QCOMPARE(countOf(number, printed.out), placesOfTheNumber);
    }
    QCOMPARE(run({u"export"_s, u"Orders"_s, folder.path()}).code, 0);
    QFile file(folder.filePath(u"orders.json"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    QCOMPARE(countOf(number, text), placesOfTheNumber);
    QCOMPARE(run({u"diff"_s, u"Orders"_s, folder.path()}).code, 0);

    text.replace(R"("host": ")", R"("host": "new-)");
    file.seek(0);
    QCOMPARE(file.write(text), text.size());
    file.close();
    const Run diff = run({u"diff"_s, u"Orders"_s, folder.path(), u"--json"_s});
    QCOMPARE(diff.code, 5);
    QCOMPARE(readJson(diff.out).array().at(0)[u"changes"].toArray().size(), 1);
    QCOMPARE(run({u"apply"_s, u"Orders"_s, folder.path(), u"--yes"_s}).code, 0);
    QCOMPARE(countOf(number, putBody()), placesOfTheNumber);
}

void TestExactNumbers::otherSpellingIsNoDifference()
{
    serve(definitionWith("1.0"));
    const QTemporaryDir folder;
    for (const char *other : {"1", "1.00", "1e0", "10E-1", "0.1e+1"}) {
        QFile file(folder.filePath(u"orders.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(definitionWith(other));
        file.close();
        const Run diff = run({u"diff"_s, u"Orders"_s, folder.path()});
        QVERIFY2(diff.code == 0, diff.out + diff.err);
        QCOMPARE(run({u"apply"_s, u"Orders"_s, folder.path(), u"--yes"_s}).code, 0);
    }
    QCOMPARE(m_api->server.count("PUT"), 0);
}

void TestExactNumbers::diffShowsDigits()
{
    serve(definitionWith("23958446825181076828"));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"orders.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(definitionWith("23958446825181076829"));
    file.close();
    const Run diff = run({u"diff"_s, u"Orders"_s, folder.path()});
    QCOMPARE(diff.code, 5);
    QVERIFY2(diff.out.contains("23958446825181076828 → 23958446825181076829"), diff.out);
    const Run json = run({u"diff"_s, u"Orders"_s, folder.path(), u"--json"_s});
    QVERIFY2(json.out.contains("\"was\": 23958446825181076828,"), json.out);
    QVERIFY2(json.out.contains("\"will\": 23958446825181076829"), json.out);
}

SLUICE_TEST(TestExactNumbers, Core)
#include "tst_exactnumbers.moc"
