// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alert.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "tests/watch/metricstalk.h"
#include "tests/watch/watchprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The files of packaging/prometheus: what promtool says of them, and whether the metrics that they
// name are those that the program has.
class TestPrometheusRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pleasePromtool_data();
    void pleasePromtool();
    void waitAsTheWindowDoes();
    void nameMetricsThatThereAre_data();
    void nameMetricsThatThereAre();
    void dashboardAsksWhatPrometheusUnderstands();
};

namespace {

QString packaged(const QString &file)
{
    return QStringLiteral(SLUICE_PACKAGING "/prometheus/") + file;
}

QByteArray contentOf(const QString &file)
{
    QFile input(packaged(file));
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

// The names of the program's own metrics in a text.
QSet<QString> metricsIn(const QByteArray &text)
{
    static const QRegularExpression name(u"\\bsluice_[a-z_]+"_s);
    QSet<QString> names;
    for (auto match = name.globalMatch(QString::fromUtf8(text)); match.hasNext();)
        names.insert(match.next().captured());
    return names;
}

} // namespace

void TestPrometheusRules::pleasePromtool_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("rules") << QStringList{u"check"_s, u"rules"_s, packaged(u"sluice.rules.yml"_s)};
    QTest::newRow("configuration")
        << QStringList{u"check"_s, u"config"_s, packaged(u"prometheus.yml"_s)};
    QTest::newRow("what becomes an alert") << QStringList{
        u"test"_s, u"rules"_s, QStringLiteral(SLUICE_PACKAGING "/../tests/watch/rules_test.yml")};
}

void TestPrometheusRules::pleasePromtool()
{
    if (QStandardPaths::findExecutable(u"promtool"_s).isEmpty())
        QSKIP("promtool is missing; it comes with the package prometheus");
    QFETCH(const QStringList, words);
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(u"promtool"_s, words);
    QVERIFY(promtool.waitForFinished());
    QVERIFY2(promtool.exitCode() == 0, promtool.readAll().constData());
}

void TestPrometheusRules::waitAsTheWindowDoes()
{
    const QString text = QString::fromUtf8(contentOf(u"sluice.rules.yml"_s));
    const auto waitOf = [&](const QString &alert) {
        const QRegularExpression rule(
            u"alert: %1\\n(?:(?! +- alert).*\\n)*? +for: (\\d+)([sm])\\n"_s.arg(alert));
        const QRegularExpressionMatch found = rule.match(text);
        const int count = found.captured(1).toInt();
        return std::chrono::seconds(found.captured(2) == u"m" ? count * 60 : count);
    };
    QCOMPARE(waitOf(u"SluicePipelineStoppedUnexpectedly"_s),
             rowOf(AlertRule::UnexpectedStop).confirmation);
    QCOMPARE(waitOf(u"SluicePipelineStartNotConfirmed"_s),
             rowOf(AlertRule::StartNotConfirmed).confirmation);
    QCOMPARE(waitOf(u"SluicePipelineUnknown"_s), rowOf(AlertRule::UnknownForLong).confirmation);
}

void TestPrometheusRules::nameMetricsThatThereAre_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"sluice.rules.yml"_s, u"sluice-dashboard.json"_s, u"README.md"_s})
        QTest::newRow(qPrintable(file)) << file;
}

void TestPrometheusRules::nameMetricsThatThereAre()
{
    QFETCH(const QString, file);
    ScriptedApi api;
    api.addProject(u"p"_s, u"Project"_s);
    api.addPipeline(u"p"_s, u"a"_s, u"orders"_s, u"r"_s);
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, api.server.url().toString()});
    WatchProcess watch(shell, {u"--metrics"_s, u"0"_s});
    QTRY_COMPARE_WITH_TIMEOUT(watch.events(u"found"_s).size(), 1, 20000);
    const QSet<QString> served = metricsIn(scrape(watch.metrics(), "text/plain"));
    QSet<QString> named = metricsIn(contentOf(file));
    named.remove(u"sluice_commands_total"_s); // the README says that there is none
    QVERIFY(!named.isEmpty());
    QVERIFY2(served.contains(named), qPrintable(QStringList((named - served).values()).join(u' ')));
    if (file == "README.md"_L1)
        QCOMPARE(named, served);
}

// promtool checks expressions as rules only, so each one becomes a rule.
void TestPrometheusRules::dashboardAsksWhatPrometheusUnderstands()
{
    const QJsonArray panels = QJsonDocument::fromJson(contentOf(u"sluice-dashboard.json"_s))
                                  .object()
                                  .value("panels"_L1)
                                  .toArray();
    QVERIFY(panels.size() >= 6);
    QJsonArray rules;
    for (const QJsonValue &panel : panels) {
        QVERIFY(!panel["title"_L1].toString().isEmpty());
        const QJsonArray targets = panel["targets"_L1].toArray();
        QVERIFY(!targets.isEmpty());
        for (const QJsonValue &target : targets)
            rules.append(QJsonObject{
                {u"record"_s, u"dashboard:%1"_s.arg(rules.size())},
                {u"expr"_s, target["expr"_L1].toString().replace(u"$__range"_s, u"6h"_s)}});
    }
    if (QStandardPaths::findExecutable(u"promtool"_s).isEmpty())
        QSKIP("promtool is missing; it comes with the package prometheus");
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dashboard.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonObject group{{u"name"_s, u"dashboard"_s}, {u"rules"_s, rules}};
    file.write(QJsonDocument(QJsonObject{{u"groups"_s, QJsonArray{group}}}).toJson());
    file.close();
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(u"promtool"_s, {u"check"_s, u"rules"_s, file.fileName()});
    QVERIFY(promtool.waitForFinished());
    QVERIFY2(promtool.exitCode() == 0, promtool.readAll().constData());
}

SLUICE_TEST(TestPrometheusRules, Core)
#include "tst_prometheusrules.moc"
