// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/metricstext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The two forms of text for metrics, letter by letter.
class TestMetricsText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOpenMetrics();
    void writesTheOlderForm();
    void escapesValues_data();
    void escapesValues();
    void boundsLabels();
};

namespace {

QByteArray sampleIn(MetricsText::Form form)
{
    MetricsText text(form);
    text.begin("calls", MetricsText::Type::Counter, "How many.");
    text.add({{"code", u"200"_s}, {"to", u"x"_s}}, 1234567890123.0);
    text.begin("age_seconds", MetricsText::Type::Gauge, "How old.", "seconds");
    text.add({}, 0.25);
    return text.end();
}

} // namespace

void TestMetricsText::writesOpenMetrics()
{
    QCOMPARE(sampleIn(MetricsText::Form::OpenMetrics),
             "# TYPE calls counter\n"
             "# HELP calls How many.\n"
             "calls_total{code=\"200\",to=\"x\"} 1234567890123\n"
             "# TYPE age_seconds gauge\n"
             "# UNIT age_seconds seconds\n"
             "# HELP age_seconds How old.\n"
             "age_seconds 0.25\n"
             "# EOF\n");
}

void TestMetricsText::writesTheOlderForm()
{
    QCOMPARE(sampleIn(MetricsText::Form::Prometheus),
             "# TYPE calls_total counter\n"
             "# HELP calls_total How many.\n"
             "calls_total{code=\"200\",to=\"x\"} 1234567890123\n"
             "# TYPE age_seconds gauge\n"
             "# HELP age_seconds How old.\n"
             "age_seconds 0.25\n");
}

void TestMetricsText::escapesValues_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"orders"_s << QByteArray("orders");
    QTest::newRow("quote, line end, brace") << u"a\"b\n{"_s << QByteArray("a\\\"b<U+000A>{");
    QTest::newRow("backslash") << u"a\\n"_s << QByteArray("a\\\\n");
    QTest::newRow("zero") << u"a%1b"_s.arg(QChar(0)) << QByteArray("a<U+0000>b");
    QTest::newRow("direction") << u"a\u202Eb"_s << QByteArray("a<U+202E>b");
    QTest::newRow("half a character") << u"a%1"_s.arg(QChar(0xD800)) << QByteArray("a<U+D800>");
    QTest::newRow("letters") << u"Größe 注文"_s << u"Größe 注文"_s.toUtf8();
}

void TestMetricsText::escapesValues()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, written);
    MetricsText text(MetricsText::Form::Prometheus);
    text.begin("x", MetricsText::Type::Gauge, "X.");
    text.add({{"name", MetricsText::labelOf(name)}}, 1);
    QCOMPARE(text.end(), "# TYPE x gauge\n# HELP x X.\nx{name=\"" + written + "\"} 1\n");
}

void TestMetricsText::boundsLabels()
{
    QCOMPARE(MetricsText::labelOf(QString(200, u'a')), QString(200, u'a'));
    QCOMPARE(MetricsText::labelOf(QString(100'000, u'a')), QString(199, u'a') + u'…');
    // Two units that make one character stay together.
    const QString faces = QString(198, u'a') + u"\U0001F600"_s.repeated(5);
    QCOMPARE(MetricsText::labelOf(faces), QString(198, u'a') + u'…');
}

SLUICE_TEST(TestMetricsText, Core)
#include "tst_metricstext.moc"
