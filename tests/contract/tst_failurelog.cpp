// SPDX-License-Identifier: Apache-2.0
// The failures of a command that reads many things, as people and programs get them.
#include "app/commandline/output/console.h"
#include "app/commandline/output/failurelog.h"
#include "tests/support/testprogram.h"

#include <QTemporaryFile>
#include <QTest>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// Returns what is written to stderr meanwhile.
template <typename Act>
QByteArray errorOutput(Act act)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    const int kept = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    act();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    file.seek(0);
    return file.readAll();
}

ApiError error(ApiError::Kind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

class TestFailureLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeats_data();
    void repeats();
    void worstCode();
    void hindrance_data();
    void hindrance();
};

void TestFailureLog::repeats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("same");
    QTest::addColumn<int>("more");
    QTest::newRow("people") << u"table"_s << 1 << 1;
    QTest::newRow("names") << u"name"_s << 1 << 1;
    QTest::newRow("JSON") << u"json"_s << 3 << 0;
    QTest::newRow("YAML") << u"yaml"_s << 3 << 0;
}

void TestFailureLog::repeats()
{
    QFETCH(QString, format);
    const Arguments arguments =
        parseArguments({u"projects"_s, u"--region"_s, u"eu1"_s, u"--output"_s, format});
    Console::use(arguments);
    FailureLog log(arguments);
    const QByteArray said = errorOutput([&log] {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            log.notRead(name, error(ApiError::Kind::NotFound, u"It is gone."_s));
        log.notRead(u"d"_s, error(ApiError::Kind::Server, u"It is broken."_s));
        log.finish();
    });
    Console::use({});
    QTEST(int(said.count("It is gone.")), "same");
    QCOMPARE(said.count("It is broken."), 1);
    QTEST(int(said.count("2 more were not read")), "more");
}

void TestFailureLog::worstCode()
{
    FailureLog log({});
    QCOMPARE(log.code(), ExitCode::Done);
    errorOutput([&log] {
        log.notRead(u"a"_s, error(ApiError::Kind::Forbidden, u"No."_s));
        log.notRead(u"b"_s, error(ApiError::Kind::NotFound, u"Gone."_s));
    });
    QCOMPARE(log.code(), ExitCode::NotAllowed);
}

void TestFailureLog::hindrance_data()
{
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::addColumn<bool>("isHindered");
    QTest::newRow("401") << ApiError::Kind::Unauthorized << true;
    QTest::newRow("no network") << ApiError::Kind::Network << true;
    QTest::newRow("403") << ApiError::Kind::Forbidden << false;
    QTest::newRow("404") << ApiError::Kind::NotFound << false;
    QTest::newRow("500") << ApiError::Kind::Server << false;
}

void TestFailureLog::hindrance()
{
    QFETCH(ApiError::Kind, kind);
    FailureLog log({});
    errorOutput([&] { log.notRead(u"a"_s, error(kind, u"No."_s)); });
    QTEST(log.hindrance().has_value(), "isHindered");
    if (log.hindrance())
        QCOMPARE(Failure(*log.hindrance()).kind, Failure(error(kind, {})).kind);
}

SLUICE_TEST(TestFailureLog, Core)
#include "tst_failurelog.moc"
