// SPDX-License-Identifier: Apache-2.0
#include "models/support/agetext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// How old something is, in words.
class TestAgeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ago_data();
    void ago();
    void duration_data();
    void duration();
    void invalidIsEmpty();
    void momentNamesUtc();

private:
    // A local noon, so that the texts do not depend on the zone of the machine.
    const QDateTime m_now{QDate(2026, 3, 12), QTime(12, 0)};
};

void TestAgeText::ago_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("ahead") << -5 << u"0 s ago"_s;
    QTest::newRow("now") << 0 << u"0 s ago"_s;
    QTest::newRow("59 s") << 59 << u"59 s ago"_s;
    QTest::newRow("1 min") << 60 << u"1 min ago"_s;
    QTest::newRow("59 min") << 3599 << u"59 min ago"_s;
    QTest::newRow("1 h") << 3600 << u"11:00"_s;
    QTest::newRow("yesterday") << 24 * 3600 << u"Wed 12:00"_s;
    QTest::newRow("long ago") << 30 * 24 * 3600 << u"10 Feb 12:00"_s;
}

void TestAgeText::ago()
{
    QFETCH(int, seconds);
    QLocale::setDefault(QLocale::c());
    QTEST(agoText(m_now.addSecs(-seconds), m_now), "text");
}

void TestAgeText::duration_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 0 << u"0 s"_s;
    QTest::newRow("minutes") << 24 * 60 + 3 << u"24 min"_s;
    QTest::newRow("hours") << 4 * 3600 + 16 * 60 << u"4 h 16 min"_s;
    QTest::newRow("days") << 3 * 86400 + 2 * 3600 << u"3 d 2 h"_s;
}

void TestAgeText::duration()
{
    QFETCH(int, seconds);
    QTEST(durationText(m_now.addSecs(-seconds), m_now), "text");
}

void TestAgeText::invalidIsEmpty()
{
    QVERIFY(agoText({}, m_now).isEmpty());
    QVERIFY(durationText({}, m_now).isEmpty());
    QVERIFY(momentText({}).isEmpty());
}

void TestAgeText::momentNamesUtc()
{
    const QDateTime moment(QDate(2026, 3, 12), QTime(13, 38, 52), Qt::UTC);
    QVERIFY(momentText(moment).endsWith(u"(13:38:52 UTC)"_s));
}

SLUICE_TEST(TestAgeText, Core)
#include "tst_agetext.moc"
