// SPDX-License-Identifier: Apache-2.0
// How a command line is read, and the help and suggestions that come from the same tables.
#include "app/commandline/arguments/arguments.h"
#include "app/commandline/arguments/helptext.h"
#include "app/commandline/arguments/suggestion.h"
#include "app/launchoptions.h"
#include "tests/support/testprogram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QStringList split(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandOrWindow_data();
    void commandOrWindow();
    void spellings_data();
    void spellings();
    void formats_data();
    void formats();
    void problems_data();
    void problems();
    void suggestions_data();
    void suggestions();
    void tables();
    void helpOfEachVerb();
    void overviewFitsATerminal();
};

void TestArguments::commandOrWindow_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("verb");
    const auto row = [](const char *line, const char *verb) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(verb);
    };
    row("--screenshot status", "");
    row("--seed projects --sandbox", "");
    row("--theme dark -style status", "");
    row("-session status --sandbox", "");
    row("status p q --region eu1", "status");
    row("--region eu1 status p q", "status");
    row("--timeout 5 -o json status p q --region eu1", "status");
    row("list p --region eu1", "pipelines");
    row("runners --region eu1", "agents");
}

// A word that is an option's value is no command, though it is called like one.
void TestArguments::commandOrWindow()
{
    QFETCH(QString, line);
    QFETCH(QString, verb);
    const Arguments arguments = parseArguments(split(line));
    QCOMPARE(arguments.problem, QString());
    QCOMPARE(arguments.verb ? QString::fromLatin1(arguments.verb->name) : QString(), verb);
}

void TestArguments::spellings_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *one, const char *other) {
        QTest::newRow(one) << QString::fromLatin1(one) << QString::fromLatin1(other);
    };
    row("projects --region eu1 --json", "projects --region eu1 --output json");
    row("projects --region eu1 -o yaml", "projects --region=eu1 --output=yaml");
    row("projects --region eu1 -oyaml", "projects --region=eu1 --output=yaml");
    row("status -A --region eu1", "status --all-projects --region eu1");
    row("delete a b -y --region eu1", "delete a b --yes --region eu1");
    row("projects -q --region eu1", "projects --quiet --region eu1");
    row("-V", "--version");
    row("-v", "--version");
    row("-h", "--help");
    row("wait a b streaming --region eu1", "wait a b STREAMING --region eu1");
    row("wait a b not-running --region eu1", "wait a b NOT_RUNNING --region eu1");
}

void TestArguments::spellings()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    Arguments read = parseArguments(split(one));
    Arguments same = parseArguments(split(other));
    QCOMPARE(read.problem, QString());
    QCOMPARE(same.problem, QString());
    QCOMPARE(read.verb, same.verb);
    QCOMPARE(read.operands, same.operands);
    QCOMPARE(int(read.format), int(same.format));
    for (Arguments *each : {&read, &same}) { // what the format came from
        each->options.erase(OptionId::Json);
        each->options.erase(OptionId::Output);
    }
    QVERIFY(read.options == same.options);
}

void TestArguments::formats_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("format");
    QTest::newRow("none") << u"projects --region eu1"_s << int(OutputFormat::Table);
    QTest::newRow("table") << u"projects --region eu1 -o table"_s << int(OutputFormat::Table);
    QTest::newRow("json") << u"projects --region eu1 -o json"_s << int(OutputFormat::Json);
    QTest::newRow("yaml") << u"projects --region eu1 -o yaml"_s << int(OutputFormat::Yaml);
    QTest::newRow("name") << u"projects --region eu1 -o name"_s << int(OutputFormat::Name);
    // A fault is told in the format that was asked for.
    QTest::newRow("with a fault before")
        << u"--nonsense projects -o json"_s << int(OutputFormat::Json);
    QTest::newRow("with no command") << u"nonsense --json"_s << int(OutputFormat::Json);
}

void TestArguments::formats()
{
    QFETCH(QString, line);
    QTEST(int(parseArguments(split(line)).format), "format");
}

void TestArguments::problems_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(words);
    };
    row("statsu p q", "Did you mean \"status\"?");
    row("proj", "Did you mean \"projects\"?");
    row("nonsense", "\"nonsense\" is no command.");
    row("help creat", "Did you mean \"create\"?");
    row("projects --jsno", "Did you mean --json?");
    row("projects --yaml", "There is no option --yaml.");
    row("projects -x", "There is no option -x.");
    row("projects -o jsn --region eu1", "--output takes table, json, yaml or name");
    row("projects --color blue --region eu1", "--color takes auto, always or never");
    row("projects --json -o yaml --region eu1", "either --json or --output yaml");
    row("projects --region mars", "--region takes us1, eu1 or au1");
    row("projects --wait --region eu1", "--wait goes with start and stop only.");
    row("projects --sandbox", "--sandbox goes with the window only");
    row("projects -style fusion", "-style goes with the window only");
    row("--wait", "--wait goes with start and stop only.");
    row("--quiet", "--quiet goes with a command.");
    row("status --region eu1", "--all-projects");
    row("status -A p --region eu1", "either PROJECT or --all-projects");
    row("pipelines --region eu1", "--all-projects");
    row("status p orders --filter x --region eu1", "either PIPELINE or --filter");
    row("environments p --filter x --region eu1", "--filter");
    row("wait a b GONE --region eu1", "STATE takes STREAMING, NOT_RUNNING");
    row("completion tcsh", "SHELL takes bash, zsh or fish");
    row("get p --region eu1", "sluice get PROJECT PIPELINE");
    row("apply p d -o yaml --region eu1", "--output yaml goes with apply only together");
    row("--theme pink", "--theme takes light, dark or system");
}

void TestArguments::problems()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const Arguments arguments = parseArguments(split(line));
    QVERIFY2(arguments.problem.contains(words), qPrintable(arguments.problem));
}

void TestArguments::suggestions_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("near");
    const auto row = [](const char *word, const char *near) {
        QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(near);
    };
    row("statsu", "status");  // two letters swapped
    row("sttus", "status");   // one left out
    row("staatus", "status"); // one too many
    row("Status", "status");  // in another case
    row("pipe", "pipelines"); // the beginning
    row("deltee", "delete");
    row("x", "");
    row("", "");
    row("tcsh", "");
    row("entirely", "");
}

void TestArguments::suggestions()
{
    QFETCH(QString, word);
    QStringList known = Operand{OperandKind::Command}.choices();
    known += {u"bash"_s, u"zsh"_s};
    QTEST(nearestWord(word, known), "near");
    QVERIFY(nearestWord(QString(100'000, u's'), known).isEmpty());
}

// A name or a letter that stands twice would hide one of the two.
void TestArguments::tables()
{
    QSet<QString> names;
    QSet<QString> letters;
    QSet<int> ids;
    for (const OptionInfo &option : allOptions()) {
        QVERIFY(!names.contains(QString::fromLatin1(option.name)));
        names.insert(QString::fromLatin1(option.name));
        ids.insert(int(option.id));
        const QString shortNames = QString::fromLatin1(option.letters);
        for (const QChar letter : shortNames) {
            QVERIFY(!letters.contains(letter));
            letters.insert(letter);
        }
    }
    QCOMPARE(ids.size(), qsizetype(OptionId::Version) + 1);
    names.clear();
    ids.clear();
    for (const VerbInfo &verb : commandVerbs()) {
        for (const char *name : {verb.name, verb.alias}) {
            QVERIFY2(!names.contains(QString::fromLatin1(name)), name);
            if (*name != '\0')
                names.insert(QString::fromLatin1(name));
        }
        ids.insert(int(verb.verb));
        QVERIFY2(verb.options.contains(OptionId::Help), verb.name);
    }
    QCOMPARE(ids.size(), qsizetype(CommandVerb::Completion) + 1);
}

// What help shows is what is read.
void TestArguments::helpOfEachVerb()
{
    const QString overview = HelpText::overview();
    for (const VerbInfo &verb : commandVerbs()) {
        const QString name = QString::fromLatin1(verb.name);
        QVERIFY2(overview.contains(u"  "_s + name + u' '), verb.name);
        const QString text = HelpText::of(verb);
        QVERIFY2(text.contains(u"sluice "_s + name), verb.name);
        for (const OptionInfo &option : allOptions())
            QCOMPARE(text.contains(option.form() + u' ') || text.contains(option.form() + u'\n'),
                     verb.options.contains(option.id));
        const QStringList examples = QString::fromLatin1(verb.examples).split(u'\n');
        QVERIFY2(!examples.isEmpty(), verb.name);
        for (const QString &example : examples) {
            QVERIFY(text.contains(u"  sluice "_s + example));
            const QString words = example.section(u" >"_s, 0, 0).section(u" <"_s, 0, 0);
            const Arguments arguments = parseArguments(split(words));
            QCOMPARE(arguments.problem, QString());
            QCOMPARE(arguments.verb, &verb);
        }
    }
}

void TestArguments::overviewFitsATerminal()
{
    QStringList lines = HelpText::overview().split(u'\n');
    for (const VerbInfo &verb : commandVerbs())
        lines += HelpText::of(verb).split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 80, qPrintable(line));
}

SLUICE_TEST(TestArguments, Core)
#include "tst_arguments.moc"
