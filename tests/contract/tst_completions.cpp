// SPDX-License-Identifier: Apache-2.0
// The completions of bash, zsh and fish, in these shells. "packaging/prepare test" installs them.
#include "tests/contract/shell.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

namespace {

constexpr int shellPatience = 60'000;

} // namespace

class TestCompletions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void words_data();
    void words();
    void onATerminal_data();
    void onATerminal();

private:
    QString script(const QString &shell) const { return m_folder.filePath(u"sluice."_s + shell); }

    QByteArray ask(const QString &shell, const QString &line) const;

    Shell m_shell;
    QTemporaryDir m_folder;
};

void TestCompletions::initTestCase()
{
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
        QVERIFY2(!QStandardPaths::findExecutable(shell).isEmpty(), qPrintable(shell));
        const Run run = m_shell.runPlain({u"completion"_s, shell});
        QCOMPARE(run.code, 0);
        QFile file(script(shell));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(run.out) == run.out.size());
    }
    for (const QString &name : {u"pipe-one.json"_s, u"pipe-two.json"_s}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void TestCompletions::words_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *line, const QByteArrayList &expected) {
        QTest::newRow(line) << QString::fromLatin1(line) << expected;
    };
    row("sluice sta", {"start", "status"});
    row("sluice --region eu1 st", {"start", "status", "stop"});
    row("sluice --region ", {"au1", "eu1", "us1"});
    row("sluice get a b --output ", {"json", "name", "table", "yaml"});
    row("sluice completion ", {"bash", "fish", "zsh"});
    row("sluice help comp", {"completion"});
    row("sluice wait a b ST", {"STARTING", "STOPPING", "STREAMING"});
    row("sluice wait a ST", {});
    row("sluice create a --all", {"--allow-duplicate"});
    row("sluice update a b --all", {});
    row("sluice create a %1/pipe-", {"%1/pipe-one.json", "%1/pipe-two.json"});
    row("sluice create %1/pipe-", {});
    row("sluice --theme d", {"dark"});
}

// What bash and fish would offer for the line.
QByteArray TestCompletions::ask(const QString &shell, const QString &line) const
{
    QProcess process;
    QProcessEnvironment environment = m_shell.environment();
    environment.insert(u"HOME"_s, m_folder.path());
    process.setProcessEnvironment(environment);
    if (shell == u"fish")
        process.start(shell, {u"--no-config"_s, u"-c"_s,
                              u"source %1; complete -C '%2'"_s.arg(script(shell), line)});
    else
        process.start(shell, {u"--norc"_s, u"-c"_s,
                              u"source %1; line='%2'; COMP_WORDS=($line); "
                              "[[ $line = *' ' ]] && COMP_WORDS+=(''); "
                              "COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _sluice; "
                              "printf '%s\\n' \"${COMPREPLY[@]}\""_s.arg(script(shell), line)});
    if (!process.waitForFinished(shellPatience))
        return "no end";
    return process.readAllStandardOutput() + process.readAllStandardError();
}

void TestCompletions::words()
{
    QFETCH(QString, line);
    QFETCH(QByteArrayList, expected);
    line.replace(u"%1"_s, m_folder.path());
    for (QByteArray &each : expected)
        each.replace("%1", m_folder.path().toUtf8());
    for (const QString &shell : {u"bash"_s, u"fish"_s}) {
        QByteArrayList words;
        const QByteArrayList lines = ask(shell, line).split('\n');
        for (const QByteArray &each : lines) {
            if (const QByteArray word = each.split('\t').constFirst(); !word.isEmpty())
                words += word;
        }
        std::sort(words.begin(), words.end());
        QVERIFY2(words == expected,
                 qPrintable(shell + u": "_s + QString::fromUtf8(words.join(' '))));
    }
}

void TestCompletions::onATerminal_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QByteArrayList>("setUp");
    const QByteArray function = "sluice() { echo \"r\"\"an: $*\"; }\n";
    QTest::newRow("bash") << u"bash --norc --noprofile -i"_s << u"bash"_s
                          << QByteArrayList{function, "PS1='rea''dy> '\n"};
    QTest::newRow("zsh") << u"zsh -f -i"_s << u"zsh"_s
                         << QByteArrayList{"autoload -U compinit; compinit -u -D\n", function,
                                           "PS1='rea''dy> '\n"};
    QTest::newRow("fish") << u"fish --no-config -i"_s << u"fish"_s
                          << QByteArrayList{"function sluice; echo \"r\"\"an: $argv\"; end\n",
                                            "function fish_prompt; echo -n 'rea''dy> '; end\n"};
}

// Somebody presses the tabulator: the words are completed in place.
void TestCompletions::onATerminal()
{
    QFETCH(QString, command);
    QFETCH(QString, shell);
    QFETCH(QByteArrayList, setUp);
    QProcess terminal;
    QProcessEnvironment environment = m_shell.environment();
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"TERM"_s, u"xterm"_s);
    terminal.setProcessEnvironment(environment);
    terminal.start(u"script"_s, {u"-qec"_s, command, u"/dev/null"_s});
    QVERIFY(terminal.waitForStarted());
    QByteArray seen;
    const auto waitFor = [&](const QByteArray &word) {
        return QTest::qWaitFor(
            [&] {
                seen += terminal.readAll();
                return seen.contains(word);
            },
            shellPatience);
    };
    for (const QByteArray &line : setUp)
        terminal.write(line);
    QVERIFY2(waitFor("ready> "), seen.constData());
    terminal.write("source " + script(shell).toUtf8() + "; echo 'sou''rced'\n");
    QVERIFY2(waitFor("sourced"), seen.constData());
    terminal.write("sluice compl\tzs\t\n");
    QVERIFY2(waitFor("ran: completion zsh"), seen.constData());
    terminal.write("sluice pipel\tTest-project --regi\teu\t\n");
    QVERIFY2(waitFor("ran: pipelines Test-project --region eu1") ||
                 seen.contains("ran: pipelines Test-project --region=eu1"),
             seen.constData());
    terminal.write("exit\n");
    QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, shellPatience);
}

SLUICE_TEST(TestCompletions, Core)
#include "tst_completions.moc"
