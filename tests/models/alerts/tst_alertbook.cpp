// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertbook.h"
#include "models/alerts/alertmutes.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Sluice;

using Step = AlertBook::Step;

namespace {

PipelineKey key(int number, const QString &account = u"acc"_s)
{
    return {account, u"project"_s, QString::number(number)};
}

QList<Step> steps(AlertBook &book)
{
    QList<Step> steps;
    const QList<AlertBook::Change> changes = book.takeChanges();
    for (const AlertBook::Change &change : changes)
        steps.append(change.step);
    return steps;
}

Notice notice(const QString &key, const QString &fact)
{
    Notice notice;
    notice.key = key;
    notice.account = u"acc"_s;
    notice.fact = fact;
    return notice;
}

// So long after the night's first look.
QDateTime at(int seconds)
{
    return QDateTime(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC).addSecs(seconds);
}

} // namespace

class TestAlertBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // The first look alone says nothing: a stop may be a moment between two states.
    void aSecondLookConfirms()
    {
        AlertBook book;
        book.look(AlertRule::UnexpectedStop, key(1), true, at(0));
        book.look(AlertRule::UnexpectedStop, key(1), true, at(4));
        QVERIFY(book.open().isEmpty());
        QCOMPARE(book.unconfirmed(AlertRule::UnexpectedStop).value(key(1)), at(0));
        book.look(AlertRule::UnexpectedStop, key(1), true, at(5));
        QCOMPARE(steps(book), QList<Step>{Step::Opened});
        QCOMPARE(book.open().constFirst().since, at(0));
        QVERIFY(book.unconfirmed(AlertRule::UnexpectedStop).isEmpty());

        book.look(AlertRule::UnexpectedStop, key(2), true, at(0));
        book.look(AlertRule::UnexpectedStop, key(2), false, at(5));
        book.look(AlertRule::UnexpectedStop, key(2), true, at(9));
        QCOMPARE(steps(book), QList<Step>{}); // it begins anew
    }

    void onlyChangesAreTold()
    {
        AlertBook book;
        for (int second = 0; second < 3600; second += 10)
            book.look(AlertRule::UnexpectedStop, key(1), true, at(second));
        QCOMPARE(steps(book), QList<Step>{Step::Opened});
        for (int second = 3600; second < 7200; second += 10)
            book.look(AlertRule::UnexpectedStop, key(1), false, at(second));
        QCOMPARE(steps(book), (QList<Step>{Step::Eased, Step::Settled}));
        QVERIFY(book.open().isEmpty());
    }

    // Nobody looked: nothing is known, so nothing opens and nothing settles.
    void timeAloneChangesNothing()
    {
        AlertBook book;
        book.look(AlertRule::UnknownForLong, key(1), true, at(0));
        book.tick(at(3600));
        QVERIFY(book.open().isEmpty());
        book.look(AlertRule::UnknownForLong, key(1), true, at(3601));
        book.look(AlertRule::UnknownForLong, key(1), false, at(3602));
        book.tick(at(90'000));
        QCOMPARE(steps(book), (QList<Step>{Step::Opened, Step::Eased}));
        QCOMPARE(book.open().size(), 1);
    }

    // A runner with 200 pipelines goes: one alert, also where a low limit spreads the looks.
    void oneCauseIsOneAlert()
    {
        AlertBook book;
        for (int number = 0; number < 200; ++number) {
            book.look(AlertRule::UnknownForLong, key(number), true, at(number * 2));
            book.look(AlertRule::UnknownForLong, key(number, u"other"_s), false, at(number * 2));
        }
        for (int number = 0; number < 200; ++number)
            book.look(AlertRule::UnknownForLong, key(number), true, at(400 + number * 2));
        QCOMPARE(book.open().size(), 1);
        QCOMPARE(book.open().constFirst().parts.size(), 200);
        QCOMPARE(book.open().constFirst().since, at(0));
        QCOMPARE(steps(book).count(Step::Opened), 1);

        // An hour later it is another cause; so is another account.
        book.look(AlertRule::UnknownForLong, key(500), true, at(4000));
        book.look(AlertRule::UnknownForLong, key(500), true, at(4400));
        book.look(AlertRule::UnknownForLong, key(1, u"other"_s), true, at(4000));
        book.look(AlertRule::UnknownForLong, key(1, u"other"_s), true, at(4400));
        QCOMPARE(book.open().size(), 3);
    }

    // It settles when all of it is over, not before.
    void aGroupSettlesAsOne()
    {
        AlertBook book;
        for (const int second : {0, 10}) {
            book.look(AlertRule::UnexpectedStop, key(1), true, at(second));
            book.look(AlertRule::UnexpectedStop, key(2), true, at(second));
        }
        for (int second = 20; second < 200; second += 10)
            book.look(AlertRule::UnexpectedStop, key(1), false, at(second));
        QCOMPARE(book.open().size(), 1);
        QVERIFY(!book.open().constFirst().isRecovering());
        for (int second = 200; second <= 260; second += 10)
            book.look(AlertRule::UnexpectedStop, key(2), false, at(second));
        QVERIFY(book.open().isEmpty());
        QCOMPARE(steps(book), (QList<Step>{Step::Opened, Step::Grew, Step::Eased, Step::Settled}));
    }

    // What comes back is held open twice as long each time, up to a quarter of an hour.
    void whatComesBackIsHeldLonger()
    {
        AlertBook book;
        int second = 0;
        const auto look = [&](bool isFaulty) {
            book.look(AlertRule::UnexpectedStop, key(1), isFaulty, at(second));
        };
        look(true);
        second += 10;
        look(true);
        QCOMPARE(steps(book), QList<Step>{Step::Opened});
        QList<int> holds;
        for (int round = 0; round < 7; ++round) {
            const int begin = second;
            while (!book.open().isEmpty()) {
                look(false);
                second += 10;
            }
            holds.append((second - begin) / 10 * 10 - 10);
            // It fails again right after it counted as settled.
            look(true);
            second += 10;
            look(true);
            second += 10;
            QCOMPARE(book.open().size(), 1);
        }
        QCOMPARE(holds, (QList<int>{60, 120, 240, 480, 900, 900, 900}));
        // The one that flaps within its hold is told of, and stays one alert.
        book.takeChanges();
        for (int round = 0; round < 50; ++round) {
            second += 30;
            look(round % 2 == 1);
        }
        QCOMPARE(book.open().size(), 1);
        QCOMPARE(steps(book).count(Step::Opened), 0);
        // A day without it, and it is as new.
        for (int end = second + 24 * 3600; second < end; second += 60)
            look(false);
        look(true);
        second += 10;
        look(true);
        second += 10;
        const int begin = second;
        while (!book.open().isEmpty()) {
            look(false);
            second += 10;
        }
        QCOMPARE(second - begin - 10, 60);
    }

    void whatIsGoneLeavesItsAlert()
    {
        AlertBook book;
        for (const int second : {0, 10}) {
            book.look(AlertRule::UnexpectedStop, key(1), true, at(second));
            book.look(AlertRule::UnexpectedStop, key(2), true, at(second));
        }
        book.forget({key(1)}, at(20));
        QCOMPARE(book.open().constFirst().parts.size(), 1);
        book.forget({key(2)}, at(30));
        QVERIFY(book.open().isEmpty());
        QCOMPARE(steps(book).constLast(), Step::Settled);
    }

    void accountsAreHeldByTheClock()
    {
        AlertBook book;
        const Notice none = notice(u"acc/connection"_s, u"No connection."_s);
        const Notice still = notice(u"acc/connection"_s, u"Still none."_s);
        book.raise(none, at(0));
        book.raise(still, at(5));
        QCOMPARE(steps(book), (QList<Step>{Step::Opened, Step::Reworded}));
        book.raise(still, at(6));
        QVERIFY(steps(book).isEmpty());
        QCOMPARE(book.open().constFirst().fact, u"Still none."_s);
        book.ease(u"acc/connection"_s, at(10));
        book.tick(at(39));
        book.raise(none, at(39));
        book.ease(u"acc/connection"_s, at(50));
        book.tick(at(109)); // the second hold is a minute
        QCOMPARE(steps(book), (QList<Step>{Step::Eased, Step::Returned, Step::Eased}));
        book.tick(at(110));
        QCOMPARE(steps(book), QList<Step>{Step::Settled});

        book.raise(none, at(200));
        book.forgetAccount(u"acc"_s, at(210));
        QVERIFY(book.open().isEmpty());
    }

    // Whatever is seen in whatever order: who has the fault after its time of confirmation is in
    // one open alert, each pipeline once, and each alert that opened settles once at most.
    void anyCourseOfLooks()
    {
        std::mt19937 random(2026);
        for (int course = 0; course < 50; ++course) {
            AlertBook book;
            QHash<PipelineKey, int> faultySince;
            QHash<qint64, int> opened;
            QHash<qint64, int> settled;
            int second = 0;
            for (int turn = 0; turn < 600; ++turn) {
                second += std::uniform_int_distribution(0, 40)(random);
                const PipelineKey one = key(std::uniform_int_distribution(0, 9)(random));
                const bool isFaulty = std::uniform_int_distribution(0, 2)(random) > 0;
                book.look(AlertRule::UnexpectedStop, one, isFaulty, at(second));
                if (!isFaulty)
                    faultySince.remove(one);
                else if (!faultySince.contains(one))
                    faultySince.insert(one, second);
                const QList<AlertBook::Change> changes = book.takeChanges();
                for (const AlertBook::Change &change : changes) {
                    opened[change.alert.id] += change.step == Step::Opened;
                    settled[change.alert.id] += change.step == Step::Settled;
                }
                int parts = 0;
                bool isThere = false;
                for (const Alert &alert : book.open()) {
                    QVERIFY(!alert.parts.isEmpty());
                    for (const AlertPart &part : alert.parts) {
                        parts += part.key == one;
                        isThere = isThere || (part.key == one && !part.overAt.isValid());
                    }
                }
                QVERIFY(parts <= 1);
                if (isFaulty && second - faultySince.value(one) >= 5)
                    QVERIFY(isThere);
                if (!isFaulty)
                    QVERIFY(!isThere);
            }
            for (auto each = opened.cbegin(); each != opened.cend(); ++each) {
                QCOMPARE(*each, 1);
                QVERIFY(settled.value(each.key()) <= 1);
            }
        }
    }

    void mutesEndByThemselves()
    {
        Alert alert;
        alert.rule = AlertRule::UnexpectedStop;
        alert.account = u"acc"_s;
        alert.parts = {{key(1), at(0), {}}, {key(2), at(0), {}}};
        AlertMutes mutes;
        QVERIFY(!mutes.isMuted(alert, at(0)));
        mutes.mute(alert, at(0), at(3600));
        QVERIFY(mutes.isMuted(alert, at(3599)));
        QCOMPARE(mutes.mutedUntil(alert, at(10)), at(3600));
        QVERIFY(!mutes.isMuted(alert, at(3600)));
        QVERIFY(mutes.prune(at(3600)));
        QVERIFY(mutes.all().isEmpty());

        mutes.mute(alert, at(0), at(3600));
        mutes.unmute(alert);
        QVERIFY(mutes.all().isEmpty());

        // Until it is over; and another rule is told of.
        mutes.mute(alert, at(0), {});
        QVERIFY(mutes.isMuted(alert, at(1'000'000)));
        Alert other = alert;
        other.rule = AlertRule::UnknownForLong;
        QVERIFY(!mutes.isMuted(other, at(10)));
        QVERIFY(mutes.onOver(alert));
        QVERIFY(!mutes.isMuted(alert, at(10)));

        // A window of time in the future, and all of one pipeline.
        mutes.add({key(1), {}, at(100), at(200)});
        Alert single = other;
        single.parts = {{key(1), at(0), {}}};
        QVERIFY(!mutes.isMuted(single, at(99)));
        QVERIFY(mutes.isMuted(single, at(100)));
        QVERIFY(!mutes.isMuted(single, at(200)));
        // Of two mutes the longer one counts.
        mutes.mute(single, at(100), at(150));
        QCOMPARE(mutes.mutedUntil(single, at(120)), at(200));
        QVERIFY(mutes.isMuted(single, at(160)));
    }

    // A cause goes on hitting pipelines: the mute of its alert holds for them, and no longer.
    void aMuteHoldsForWhatJoins()
    {
        Alert alert;
        alert.id = 7;
        alert.rule = AlertRule::UnexpectedStop;
        alert.account = u"acc"_s;
        alert.parts = {{key(1), at(0), {}}, {key(2), at(0), {}}};
        AlertMutes mutes;
        mutes.mute(alert, at(0), at(3600));
        QVERIFY(mutes.isMutedAsWhole(alert, at(5)));
        alert.parts.append({key(3), at(5), {}});
        QVERIFY(mutes.onJoined(alert));
        QVERIFY(mutes.isMuted(alert, at(10)));
        QCOMPARE(mutes.mutedUntil(alert, at(10)), at(3600));
        QVERIFY(!mutes.isMuted(alert, at(3600)));

        // Another alert of a pipeline that is muted has a cause of its own.
        Alert next = alert;
        next.id = 8;
        next.parts = {{key(1), at(900), {}}};
        QVERIFY(mutes.isMuted(next, at(1000)));
        QVERIFY(!mutes.isMutedAsWhole(next, at(1000)));
        next.parts.append({key(4), at(910), {}});
        QVERIFY(!mutes.onJoined(next));
        QVERIFY(!mutes.isMuted(next, at(1000)));

        // It ends with its time, by hand, and when it was until the end of the alert.
        QVERIFY(mutes.prune(at(3600)));
        alert.parts.append({key(5), at(3600), {}});
        QVERIFY(!mutes.onJoined(alert));
        mutes.mute(alert, at(3700), {});
        QVERIFY(mutes.onOver(alert));
        QVERIFY(!mutes.isMutedAsWhole(alert, at(3700)));
        mutes.mute(alert, at(3700), at(9000));
        mutes.onOver(alert);
        QVERIFY(mutes.isMutedAsWhole(alert, at(3800))); // it may come back
        mutes.unmute(alert);
        QVERIFY(!mutes.isMutedAsWhole(alert, at(3800)));
        alert.parts.append({key(6), at(3800), {}});
        QVERIFY(!mutes.onJoined(alert));
    }

    // Two things that are wrong with an account have two causes.
    void aMutedNoticeHidesNoOther()
    {
        AlertBook book;
        book.raise(notice(u"acc/connection"_s, u"No connection."_s), at(0));
        book.raise(notice(u"acc/lists/3"_s, u"The projects could not be read."_s), at(0));
        QCOMPARE(book.open().size(), 2);
        AlertMutes mutes;
        mutes.mute(book.open().constFirst(), at(0), at(3600));
        QVERIFY(mutes.isMuted(book.open().constFirst(), at(1)));
        QVERIFY(!mutes.isMuted(book.open().constLast(), at(1)));
    }
};

SLUICE_TEST(TestAlertBook, Core)
#include "tst_alertbook.moc"
