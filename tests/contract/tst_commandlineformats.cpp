// SPDX-License-Identifier: Apache-2.0
// Every command prints in the same forms; colours and notes come where they are wanted.
#include "models/json/jsontext.h"
#include "tests/contract/exchangestage.h"
#include "tests/contract/yamlreading.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QStringList jsonOutput()
{
    return {u"--output"_s, u"json"_s};
}

QStringList yamlOutput()
{
    return {u"--output"_s, u"yaml"_s};
}

QStringList nameOutput()
{
    return {u"--output"_s, u"name"_s};
}

QSet<QByteArray> linesOf(const Run &run)
{
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    return {lines.begin(), lines.end()};
}

QJsonValue valueOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

class TestCommandLineFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jsonAndYamlSayTheSame_data();
    void jsonAndYamlSayTheSame();
    void names();
    void namesThatSeveralHave();
    void whatWasGivenAsAnId();
    void digitForDigit();
    void writesInEachFormat();
    void exportInEachFormat();
    void noColorsInPipes();
    void colorsAlways();
    void colorsOnATerminal_data();
    void colorsOnATerminal();
    void quiet();

private:
    Run run(const QStringList &words) const { return m->shell().run(words); }

    std::unique_ptr<ExchangeStage> m;
};

void TestCommandLineFormats::init()
{
    m = std::make_unique<ExchangeStage>();
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->create(definition(u"no"_s)));
    QVERIFY(m->write(u"orders.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
}

void TestCommandLineFormats::jsonAndYamlSayTheSame_data()
{
    QTest::addColumn<QStringList>("words");
    const QList<QStringList> all{{u"projects"_s},
                                 {u"environments"_s, exchangeProject},
                                 {u"agents"_s},
                                 {u"pipelines"_s, exchangeProject},
                                 {u"pipelines"_s, u"-A"_s},
                                 {u"get"_s, exchangeProject, u"orders"_s},
                                 {u"status"_s, exchangeProject, u"orders"_s},
                                 {u"status"_s, exchangeProject},
                                 {u"wait"_s, exchangeProject, u"orders"_s, u"NOT_RUNNING"_s},
                                 {u"secrets"_s},
                                 {u"diff"_s, exchangeProject, u"%1"_s}};
    for (const QStringList &words : all)
        QTest::newRow(qPrintable(words.join(u' '))) << words;
}

void TestCommandLineFormats::jsonAndYamlSayTheSame()
{
    QFETCH(QStringList, words);
    words.replaceInStrings(u"%1"_s, m->folder());
    const Run json = run(words + jsonOutput());
    const Run old = run(words + QStringList{u"--json"_s});
    const Run yaml = run(words + yamlOutput());
    QCOMPARE(json.err, QByteArray());
    QCOMPARE(old.out, json.out);
    QCOMPARE(yaml.code, json.code);
    const ParsedDocument parsed = parseJson(json.out);
    QVERIFY2(parsed.document, json.out.constData());
    const QJsonValue value = valueOf(*parsed.document);
    // One form: keys sorted, two spaces a level.
    QCOMPARE(json.out, value.isArray() ? jsonText(value.toArray()) : jsonText(value.toObject()));
    QCOMPARE(readYaml(yaml.out), value);
}

void TestCommandLineFormats::names()
{
    QCOMPARE(run(QStringList{u"pipelines"_s, exchangeProject} + nameOutput()).out,
             QByteArray("orders\nno\n"));
    QCOMPARE(run(QStringList{u"status"_s, exchangeProject} + nameOutput()).out,
             QByteArray("orders\nno\n"));
    QCOMPARE(run(QStringList{u"get"_s, exchangeProject, u"no"_s} + nameOutput()).out,
             QByteArray("no\n"));
    QCOMPARE(run(QStringList{u"diff"_s, exchangeProject, m->folder()} + nameOutput()).out,
             QByteArray("orders\nno\n"));
    const Run projects = run(QStringList{u"projects"_s} + nameOutput());
    QVERIFY2(projects.out.contains("Test-project\n"), projects.out.constData());
}

// Each line names one thing.
void TestCommandLineFormats::namesThatSeveralHave()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    const Run names = run(QStringList{u"pipelines"_s, exchangeProject} + nameOutput());
    const QList<QByteArray> lines = names.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (const QByteArray &line : lines)
        QCOMPARE(run({u"get"_s, exchangeProject, QString::fromUtf8(line)}).code, 0);
    // The file's pipeline is ambiguous: its ids. The other is in the project only.
    const Run diff = run(QStringList{u"diff"_s, exchangeProject, m->folder()} + nameOutput());
    QCOMPARE(QSet<QByteArray>(lines.begin(), lines.end()), linesOf(diff));
    // Both are in the project only.
    QVERIFY(m->write(u"orders.json"_s, jsonText(definition(u"new"_s))));
    const QSet<QByteArray> lonely =
        linesOf(run(QStringList{u"diff"_s, exchangeProject, m->folder()} + nameOutput()));
    QCOMPARE(lonely, QSet<QByteArray>(lines.begin(), lines.end()) + QSet<QByteArray>{"new"});
}

void TestCommandLineFormats::whatWasGivenAsAnId()
{
    const QString id = m->onServer()[0][u"streamingPipelineId"].toString();
    const QByteArray line = id.toUtf8() + '\n';
    for (const QString &verb : {u"get"_s, u"status"_s, u"start"_s})
        QCOMPARE(run(QStringList{verb, exchangeProject, id} + nameOutput()).out, line);
    QCOMPARE(run(QStringList{u"get"_s, exchangeProject, u"orders"_s} + nameOutput()).out,
             QByteArray("orders\n"));
    // Another pipeline may have the new name already.
    QVERIFY(m->write(u"renamed.json"_s, jsonText(definition(u"no"_s))));
    QCOMPARE(
        run(QStringList{u"update"_s, exchangeProject, u"orders"_s, m->path(u"renamed.json"_s)} +
            nameOutput())
            .out,
        line);
}

void TestCommandLineFormats::digitForDigit()
{
    FaultServer server;
    const QByteArray body = R"({"name":"a","streamingPipelineId":")" + guidePipeline.toUtf8() +
                            R"(","big":12345678901234567890,"exact":1.0,"power":1e5})";
    server.setHandler([&body](const Seen &) { return Act::reply(200, body); });
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, server.url().toString()});
    const QStringList get{u"get"_s, guideProject, guidePipeline};
    for (const QStringList &format : {jsonOutput(), yamlOutput()}) {
        const Run got = shell.run(get + format);
        QCOMPARE(got.code, 0);
        for (const char *digits : {": 12345678901234567890", ": 1.0"})
            QVERIFY2(got.out.contains(digits), got.out.constData());
        // YAML 1.1 would take 1e5 for a text.
        QVERIFY2(got.out.contains(format == yamlOutput() ? ": 1.e+5" : ": 1e5"),
                 got.out.constData());
    }
}

void TestCommandLineFormats::writesInEachFormat()
{
    const auto create = [this](const QString &name, const QStringList &format) {
        return m->shell().run(QStringList{u"create"_s, exchangeProject, u"-"_s} + format,
                              jsonText(definition(name)));
    };
    QVERIFY(create(u"a"_s, {}).out.startsWith("Created a ("));
    QCOMPARE(create(u"b"_s, nameOutput()).out, QByteArray("b\n"));
    // Of several with one name the id is printed, which names this one only.
    const QByteArray id = create(u"a"_s, nameOutput() + QStringList{u"--allow-duplicate"_s}).out;
    QCOMPARE(run({u"get"_s, exchangeProject, QString::fromUtf8(id.trimmed())}).code, 0);
    QCOMPARE(run({u"delete"_s, exchangeProject, QString::fromUtf8(id.trimmed()), u"-y"_s}).code, 0);
    QCOMPARE(readYaml(create(u"c"_s, yamlOutput()).out)[u"name"].toString(), u"c"_s);
    const Run started = run(QStringList{u"start"_s, exchangeProject, u"a"_s} + jsonOutput());
    // One shape, whatever the server answers.
    QCOMPARE(parseJsonObject(started.out).object->keys(),
             (QStringList{u"projectId"_s, u"requested"_s, u"streamingPipelineId"_s}));
    const Run gone =
        run(QStringList{u"delete"_s, exchangeProject, u"b"_s, u"--yes"_s} + nameOutput());
    QCOMPARE(gone.out, QByteArray("b\n"));
    const Run applied =
        run(QStringList{u"apply"_s, exchangeProject, m->folder(), u"--yes"_s} + nameOutput());
    QCOMPARE(applied.out, QByteArray("orders\n"));
}

void TestCommandLineFormats::exportInEachFormat()
{
    const Run written =
        run(QStringList{u"export"_s, exchangeProject, m->folder(), u"--yes"_s} + jsonOutput());
    QCOMPARE(written.code, 0);
    const QJsonArray rows = list(written.out);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"result"].toString(), u"written"_s);
    QCOMPARE(run({u"export"_s, exchangeProject, m->folder(), u"--json"_s}).code, 0);
    QCOMPARE(list(run(QStringList{u"export"_s, exchangeProject, m->folder()} + jsonOutput())
                      .out)[0][u"result"]
                 .toString(),
             u"equal"_s);
}

void TestCommandLineFormats::noColorsInPipes()
{
    for (const QStringList &words : {QStringList{u"status"_s, exchangeProject},
                                     QStringList{u"diff"_s, exchangeProject, m->folder()},
                                     QStringList{u"get"_s, u"x"_s, u"y"_s}}) {
        const Run plain = run(words);
        QVERIFY(!plain.out.contains('\x1B') && !plain.err.contains('\x1B'));
    }
}

void TestCommandLineFormats::colorsAlways()
{
    m->shell().set(u"NO_COLOR"_s, u"1"_s);
    const Run status = run({u"status"_s, exchangeProject, u"--color"_s, u"always"_s});
    QVERIFY2(status.out.contains("\x1B[2mNOT_RUNNING\x1B[0m"), status.out.constData());
    const Run diff = run({u"diff"_s, exchangeProject, m->folder(), u"--color=always"_s});
    QVERIFY2(diff.out.contains("\x1B[33m~ orders"), diff.out.constData());
    const Run json = run({u"status"_s, exchangeProject, u"--color=always"_s, u"--json"_s});
    QVERIFY(!json.out.contains('\x1B'));
}

void TestCommandLineFormats::colorsOnATerminal_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("hasColors");
    const QStringList none;
    QTest::newRow("a terminal") << QString() << QString() << none << true;
    QTest::newRow("NO_COLOR") << u"NO_COLOR"_s << u"1"_s << none << false;
    QTest::newRow("an empty NO_COLOR") << u"NO_COLOR"_s << QString() << none << true;
    QTest::newRow("a dumb one") << u"TERM"_s << u"dumb"_s << none << false;
    QTest::newRow("never") << QString() << QString() << QStringList{u"--color=never"_s} << false;
}

void TestCommandLineFormats::colorsOnATerminal()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QStringList, words);
    m->shell().set(u"TERM"_s, u"xterm"_s);
    m->shell().unset(u"NO_COLOR"_s);
    if (!variable.isEmpty())
        m->shell().set(variable, value);
    const Run status =
        m->shell().runOnTerminal(QStringList{u"status"_s, exchangeProject} + words, {});
    QCOMPARE(status.code, 0);
    QVERIFY2(status.out.contains("NOT_RUNNING"), status.out.constData());
    QTEST(status.out.contains('\x1B'), "hasColors");
}

void TestCommandLineFormats::quiet()
{
    const Run started = run({u"start"_s, exchangeProject, u"orders"_s, u"--wait"_s, u"--quiet"_s});
    QCOMPARE(started.out, QByteArray("STREAMING\n"));
    QCOMPARE(started.err, QByteArray());
    const Run stopped = run({u"stop"_s, exchangeProject, u"orders"_s, u"-q"_s});
    QCOMPARE(stopped.code, 0);
    QCOMPARE(stopped.out + stopped.err, QByteArray());
    const Run refused = run({u"get"_s, exchangeProject, u"nonsense"_s, u"-q"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(!refused.err.isEmpty());
}

SLUICE_TEST(TestCommandLineFormats, Core)
#include "tst_commandlineformats.moc"
