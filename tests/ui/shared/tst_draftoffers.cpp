// SPDX-License-Identifier: Apache-2.0
#include "models/store/localstore.h"
#include "models/store/unreaddrafts.h"
#include "tests/support/testprogram.h"
#include "ui/shared/bannerarea.h"
#include "ui/shared/draftoffers.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

Draft draftCalled(const QString &id, const QDateTime &saved = {})
{
    Draft draft;
    draft.id = id;
    draft.key = {u"acc"_s, u"p1"_s, u"a"_s};
    draft.edited = {{u"name"_s, id}};
    draft.saved = saved;
    return draft;
}

struct OffersStage {
    OffersStage() { QObject::connect(&offers, &DraftOffers::found, &offers, &DraftOffers::offer); }

    QStringList ids() const
    {
        QStringList ids;
        for (const Draft &draft : offers.drafts())
            ids.append(draft.id);
        return ids;
    }

    QTemporaryDir dir;
    LocalStore store{dir.filePath(u"store.sqlite"_s)};
    BannerArea banners;
    DraftOffers offers{Draft::Kind::Editor, &store, &banners,
                       [](const Draft &draft, const QString &) {
                           return DraftOffers::Words{draft.id, {}, u"Go on"_s};
                       },
                       nullptr};
};

} // namespace

// The list of drafts that are in no view, and which of them have a banner.
class TestDraftOffers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestComesFirst();
    void oneDraftStandsOnce();
    void readingAgainOffersNoDraftOfThisSession();
};

void TestDraftOffers::theNewestComesFirst()
{
    OffersStage stage;
    const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-1);
    stage.offers.offer({draftCalled(u"b"_s, then.addSecs(60)), draftCalled(u"a"_s, then)});
    QCOMPARE(stage.ids(), QStringList({u"b"_s, u"a"_s}));
    stage.offers.offer({draftCalled(u"c"_s)}); // kept right now
    QCOMPARE(stage.ids(), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    // A view that went on with a former draft left it: the time in it is the former one.
    stage.offers.add(draftCalled(u"d"_s, then));
    QCOMPARE(stage.ids(), QStringList({u"d"_s, u"c"_s, u"b"_s, u"a"_s}));
    stage.offers.offer({draftCalled(u"e"_s, then.addSecs(30))});
    QCOMPARE(stage.ids(), QStringList({u"d"_s, u"c"_s, u"b"_s, u"e"_s, u"a"_s}));
    QCOMPARE(stage.offers.draftOf({u"acc"_s, u"p1"_s, u"a"_s})->id, u"d"_s);
}

void TestDraftOffers::oneDraftStandsOnce()
{
    OffersStage stage;
    stage.offers.add(draftCalled(u"a"_s));
    Draft changed = draftCalled(u"a"_s);
    changed.jsonText = u"{"_s;
    stage.offers.add(draftCalled(u"b"_s));
    stage.offers.add(changed);
    QCOMPARE(stage.ids(), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(stage.offers.drafts().first().jsonText, u"{"_s);
}

// "Try again" reads the store, where the drafts of this session are too. Whoever closed a view
// knows of its draft.
void TestDraftOffers::readingAgainOffersNoDraftOfThisSession()
{
    OffersStage stage;
    QSignalSpy found(&stage.offers, &DraftOffers::found);
    QTRY_COMPARE(found.size(), 1);
    const Draft own = draftCalled(u"own"_s);
    for (const Draft &draft : {draftCalled(u"former"_s), own})
        stage.store.drafts()->save(draft);
    stage.store.drafts()->flush();
    stage.offers.add(own);
    Q_EMIT stage.banners.answered(unreadDraftsKey, false);
    QTRY_COMPARE(found.size(), 2);
    QCOMPARE(stage.banners.count(), 1);
    QCOMPARE(stage.ids().size(), 2);
}

SLUICE_TEST(TestDraftOffers, Widgets)
#include "tst_draftoffers.moc"
