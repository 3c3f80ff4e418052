// SPDX-License-Identifier: Apache-2.0
// What the program prints. It says so when its output cannot be written, and no text of a server
// steers the terminal.
#include "tests/contract/shell.h"
#include "tests/support/faultserver.h"
#include "tests/support/guide.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

namespace {

enum class Output { FullDisk, ClosedPipe, Closed };

// Runs in the program's process before the program begins.
void spoilOutput(Output output)
{
    int ends[2] = {-1, -1};
    switch (output) {
    case Output::FullDisk: ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO); break;
    case Output::ClosedPipe:
        if (::pipe(ends) == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
        }
        break;
    case Output::Closed: ::close(STDOUT_FILENO); break;
    }
}

} // namespace

class TestCommandLineOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_shell = Shell(); }

    void outputThatCannotBeWritten_data();
    void outputThatCannotBeWritten();
    void aWriteIsToldAllTheSame_data();
    void aWriteIsToldAllTheSame();
    void wordsThatSteerATerminal_data();
    void wordsThatSteerATerminal();

private:
    Shell m_shell;
};

void TestCommandLineOutput::outputThatCannotBeWritten_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<Output>("output");
    const QString project = u"Test-project"_s;
    const QList<QStringList> all{
        {u"projects"_s},
        {u"projects"_s, u"--json"_s},
        {u"agents"_s},
        {u"environments"_s, project},
        {u"pipelines"_s, project},
        {u"pipelines"_s, project, u"--json"_s},
        {u"secrets"_s},
        {u"secrets"_s, u"--json"_s},
        {u"diff"_s, project, Shell::guidePath("create-request.json")},
        {u"diff"_s, project, Shell::guidePath("create-request.json"), u"--json"_s},
        {u"apply"_s, project, Shell::guidePath("create-request.json"), u"--dry-run"_s},
        {u"projects"_s, u"--help"_s},
    };
    for (const QStringList &words : all) {
        const QByteArray name = words.join(u' ').toUtf8();
        QTest::addRow("%s, full disk", name.constData()) << words << Output::FullDisk;
        QTest::addRow("%s, closed pipe", name.constData()) << words << Output::ClosedPipe;
        QTest::addRow("%s, no output", name.constData()) << words << Output::Closed;
    }
}

void TestCommandLineOutput::outputThatCannotBeWritten()
{
    QFETCH(QStringList, words);
    QFETCH(Output, output);
    m_shell.startSandbox();
    const Run run = m_shell.runPrepared(words, [output] { spoilOutput(output); });
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("The output is not complete: "), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void TestCommandLineOutput::aWriteIsToldAllTheSame_data()
{
    QTest::addColumn<Output>("output");
    QTest::newRow("full disk") << Output::FullDisk;
    QTest::newRow("closed pipe") << Output::ClosedPipe;
    QTest::newRow("no output") << Output::Closed;
}

void TestCommandLineOutput::aWriteIsToldAllTheSame()
{
    QFETCH(Output, output);
    m_shell.startSandbox();
    const Run run = m_shell.runPrepared(
        {u"create"_s, u"Test-project"_s, Shell::guidePath("create-request.json")},
        [output] { spoilOutput(output); });
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("Created my-streaming-pipeline ("), run.err.constData());
    QCOMPARE(m_shell.run({u"pipelines"_s, u"Test-project"_s}).out.count('\n'), 2);
}

void TestCommandLineOutput::wordsThatSteerATerminal_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QByteArray>("mark");
    const auto add = [](const char *name, char32_t character, const char *mark) {
        QTest::newRow(name) << QStringView(QChar::fromUcs4(character)).toString()
                            << QByteArray(mark);
    };
    add("escape", U'\x1B', "<U+001B>");
    add("bell", U'\x07', "<U+0007>");
    add("carriage return", U'\r', "<U+000D>");
    add("delete", U'\x7F', "<U+007F>");
    add("control sequence introducer", U'\x9B', "<U+009B>");
    add("right to left override", U'\x202E', "<U+202E>");
    add("isolate", U'\x2066', "<U+2066>");
    add("no width", U'\x200B', "<U+200B>");
    add("byte order mark", U'\xFEFF', "<U+FEFF>");
    add("line separator", U'\x2028', "<U+2028>");
    add("a tag beyond the first plane", U'\xE0041', "<U+E0041>");
}

void TestCommandLineOutput::wordsThatSteerATerminal()
{
    QFETCH(QString, character);
    QFETCH(QByteArray, mark);
    const QString name = u"a"_s + character + u"b"_s;
    const QJsonObject row{{u"id"_s, u"1"_s},
                          {u"name"_s, name},
                          {u"streamingPipelineId"_s, guidePipeline},
                          {u"projectId"_s, guideProject},
                          {u"status"_s, name},
                          {u"streamingSource"_s, QJsonObject{}}};
    const auto json = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    FaultServer server;
    server.setHandler([&](const Seen &seen) {
        if (seen.path().endsWith("/status") || seen.path().endsWith(guidePipeline.toUtf8()))
            return Act::reply(200, json(row));
        return Act::reply(200, json({{u"results"_s, QJsonArray{row}}}));
    });
    m_shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    m_shell.setPlace({u"--url"_s, server.url().toString()});
    const QList<QStringList> all{{u"projects"_s},
                                 {u"pipelines"_s, guideProject},
                                 {u"get"_s, guideProject, guidePipeline},
                                 {u"status"_s, guideProject, guidePipeline}};
    for (const QStringList &words : all) {
        const Run text = m_shell.run(words);
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains('a' + mark + 'b'), text.out.constData());
        QVERIFY(!text.out.contains(character.toUtf8()));
        const Run asJson = m_shell.run(words + QStringList{u"--json"_s});
        QCOMPARE(asJson.code, 0);
        QVERIFY2(!asJson.out.contains(character.toUtf8()), asJson.out.constData());
        const QJsonDocument parsed = QJsonDocument::fromJson(asJson.out);
        const QJsonObject got = parsed.isArray() ? parsed.array()[0].toObject() : parsed.object();
        QCOMPARE(got[u"name"].toString(), name);
    }
}

SLUICE_TEST(TestCommandLineOutput, Core)
#include "tst_commandlineoutput.moc"
