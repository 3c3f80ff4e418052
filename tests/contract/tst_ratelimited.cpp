// SPDX-License-Identifier: Apache-2.0
// An account that makes more calls than the server allows, on a real sandbox with a small limit.
#include "models/api/endpoints.h"
#include "models/fleet/fleet.h"
#include "tests/support/sandboxprofile.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRateLimited : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountWaitsAsToldAndGoesOn();
    void refusedWriteTellsHowLongToWait();

private:
    // A limit of 60 allows a burst of 60 calls, and then one each second.
    SandboxProcess m_sandbox{
        {u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"60"_s, u"--speed"_s, u"50"_s}};

    std::unique_ptr<Account> makeHastyAccount() const
    {
        Profile profile = profileOf(m_sandbox, u"acc"_s);
        profile.rateLimit = 0; // the account does not know the server's limit
        return makeAccount(profile, m_sandbox.clientSecret());
    }

    // Reads the runners until the server refuses.
    static void spendAll(Account *account, QSignalSpy &told)
    {
        for (int i = 0; i < 100 && told.isEmpty(); ++i) {
            account->loadRunners();
            QTRY_VERIFY(account->runnersState() == LoadState::Loaded || !told.isEmpty());
        }
        QCOMPARE(told.size(), 1);
    }
};

void TestRateLimited::accountWaitsAsToldAndGoesOn()
{
    QVERIFY2(m_sandbox.isReady(), qPrintable(m_sandbox.errorOutput()));
    const auto account = makeHastyAccount();
    QSignalSpy told(account.get(), &Account::toldToWait);
    QVERIFY(!account->waitsUntil().isValid());
    spendAll(account.get(), told);

    const QDateTime until = told.at(0).at(0).toDateTime();
    QCOMPARE(account->waitsUntil(), until);
    // All other calls of the account wait, too, and none is lost.
    account->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(account->projectsState(), LoadState::Loaded, 20'000);
    QVERIFY(QDateTime::currentDateTime() >= until);
    QTRY_COMPARE(account->runnersState(), LoadState::Loaded);
    QCOMPARE(account->projects().size(), 1);
    QCOMPARE(account->runners().size(), 1);
    QTRY_VERIFY(!account->waitsUntil().isValid());
}

void TestRateLimited::refusedWriteTellsHowLongToWait()
{
    Fleet fleet;
    Account *account = fleet.addAccount(makeHastyAccount());
    QTRY_COMPARE_WITH_TIMEOUT(account->projectsState(), LoadState::Loaded, 20'000);
    QSignalSpy told(account, &Account::toldToWait);
    // Makes more writes at once than the limit still allows. A write is never sent again by itself.
    const Request write = Endpoints::deletePipeline(account->projects().constFirst().id,
                                                    u"00000000-0000-0000-0000-000000000000"_s);
    QList<ApiError> errors;
    for (int i = 0; i < 80; ++i) {
        account->client()->send(write, this, [&errors](const Result<Reply> &reply) {
            if (!reply && reply.error().kind == ApiError::Kind::RateLimited)
                errors.append(reply.error());
        });
    }
    QTRY_VERIFY(!errors.isEmpty());
    QVERIFY(!told.isEmpty());
    QVERIFY(errors.constFirst().retryAfter >= 1s);
    QVERIFY(errors.constFirst().summary().contains(u"wait"));
}

SLUICE_TEST(TestRateLimited, Core)
#include "tst_ratelimited.moc"
