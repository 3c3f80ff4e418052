// SPDX-License-Identifier: Apache-2.0
#include "models/store/versions/versionsmodel.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

namespace {

using Origin = Version::Origin;

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<VersionStore> m_versions; // with the test's clock
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    const PipelineKey m_key{u"acc"_s, u"p1"_s, u"x"_s};

    void reopen()
    {
        m_versions.reset();
        m_fixture->open();
        m_versions =
            std::make_unique<VersionStore>(m_fixture->store->database(), [this] { return m_now; });
    }

    QList<Version> list()
    {
        return answerTo<QList<Version>>(
            [this](QObject *context, auto got) { m_versions->list(m_key, context, got); });
    }

    QJsonObject definition(qint64 id)
    {
        return answerTo<QJsonObject>(
            [this, id](QObject *context, auto got) { m_versions->definition(id, context, got); });
    }

    std::optional<SavedChange> lastSave()
    {
        return answerTo<std::optional<SavedChange>>(
            [this](QObject *context, auto got) { m_versions->lastSave(m_key, context, got); });
    }

    void note(const QString &name, Origin origin)
    {
        m_now = m_now.addSecs(1);
        m_versions->record(m_key, pipeline(u"x"_s, name), origin);
    }

    QList<Origin> origins()
    {
        QList<Origin> origins;
        const QList<Version> versions = list();
        for (const Version &version : versions)
            origins.append(version.origin);
        return origins;
    }

private Q_SLOTS:

    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        reopen();
    }

    void cleanup()
    {
        m_versions.reset();
        m_fixture.reset();
    }

    void keepsWhatWasSeen()
    {
        const QJsonObject seen = pipeline(u"x"_s, u"orders"_s, 3);
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {seen, pipeline(u"y"_s, u"other"_s)});
        const QList<Version> versions = list();
        QCOMPARE(versions.size(), 1);
        const Version &version = versions[0];
        QCOMPARE(version.key, m_key);
        QCOMPARE(version.origin, Origin::Read);
        QCOMPARE(version.name, u"orders"_s);
        QCOMPARE(version.tableCount, 3);
        QCOMPARE(version.firstSeen, m_now);
        QCOMPARE(version.lastSeen, m_now);
        QCOMPARE(version.size, compactJson(seen).size());
        QCOMPARE(definition(version.id), seen);
        QCOMPARE(definition(version.id + 100), QJsonObject());
    }

    void theSameContentIsKeptOnce()
    {
        QSignalSpy changed(m_versions.get(), &VersionStore::changed);
        const QDateTime first = m_now;
        for (int look = 0; look < 3; ++look) {
            m_versions->recordSeen(u"acc"_s, u"p1"_s, {pipeline(u"x"_s, u"a"_s)});
            m_now = m_now.addSecs(300);
        }
        QCOMPARE(list().size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(list().at(0).firstSeen, first);
        m_now = first.addSecs(3601); // now it is worth a write
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {pipeline(u"x"_s, u"a"_s)});
        QCOMPARE(list().at(0).lastSeen, m_now);
        // The same content at another pipeline shares it.
        m_versions->record({u"acc"_s, u"p2"_s, u"x"_s}, pipeline(u"x"_s, u"a"_s), Origin::Read);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM version"_s), 2);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition"_s), 1);
    }

    void theSameContentIsKnownAfterAStart()
    {
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {pipeline(u"x"_s, u"a"_s)});
        reopen();
        QSignalSpy changed(m_versions.get(), &VersionStore::changed);
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {pipeline(u"x"_s, u"a"_s)});
        QCOMPARE(list().size(), 1);
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {pipeline(u"x"_s, u"b"_s)});
        QCOMPARE(list().size(), 2);
        QCOMPARE(changed.size(), 1);
    }

    void whatComesBackIsANewStep()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"a"_s})
            note(name, Origin::Read);
        const QList<Version> versions = list();
        QCOMPARE(versions.size(), 3);
        QCOMPARE(versions[0].hash, versions[2].hash);
        QVERIFY(versions[0].hash != versions[1].hash);
        QVERIFY(versions[0].firstSeen > versions[1].firstSeen);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition"_s), 2);
    }

    void theFormerVersionLastsUntilItWasSeenLast()
    {
        note(u"a"_s, Origin::Read);
        m_now = m_now.addSecs(600);
        const QDateTime last = m_now.addSecs(1);
        note(u"a"_s, Origin::Read);
        m_now = m_now.addSecs(600);
        note(u"b"_s, Origin::Read);
        QCOMPARE(list().value(1).lastSeen, last);
    }

    void theTellingOriginStays()
    {
        note(u"a"_s, Origin::Read);
        note(u"a"_s, Origin::BeforeSave);
        note(u"b"_s, Origin::Read); // a poll was faster than the answer to the save
        note(u"b"_s, Origin::Saved);
        note(u"b"_s, Origin::Read);
        QCOMPARE(origins(), QList({Origin::Saved, Origin::BeforeSave}));
        note(u"b"_s, Origin::Restored); // whoever restores says so after the save
        note(u"b"_s, Origin::Deleted);
        QCOMPARE(origins(), QList({Origin::Deleted, Origin::Restored, Origin::BeforeSave}));
    }

    void whatComesBackIsRestored()
    {
        note(u"a"_s, Origin::Read);
        note(u"b"_s, Origin::Saved);
        note(u"b"_s, Origin::Saved); // the same once more
        note(u"a"_s, Origin::Read);  // a poll was faster than the answer to the save
        note(u"a"_s, Origin::Saved);
        note(u"c"_s, Origin::Saved);
        note(u"b"_s, Origin::Read); // somebody else's doing
        QCOMPARE(origins(), QList({Origin::Read, Origin::Saved, Origin::Restored, Origin::Saved,
                                   Origin::Read}));
    }

    void anAccountIsForgottenAlone()
    {
        const PipelineKey other{u"other"_s, u"p1"_s, u"x"_s};
        note(u"a"_s, Origin::Read);
        note(u"b"_s, Origin::Read);
        m_versions->record(other, pipeline(u"x"_s, u"b"_s), Origin::Read);
        m_versions->removeAccount(m_key.account);
        QCOMPARE(list(), QList<Version>());
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM version"_s), 1);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition"_s), 1);
        note(u"b"_s, Origin::Read); // as if it was never seen
        QCOMPARE(origins(), QList({Origin::Read}));
    }

    void lastSaveHasBothSides()
    {
        QVERIFY(!lastSave());
        note(u"a"_s, Origin::Read);
        QVERIFY(!lastSave());
        note(u"b"_s, Origin::Saved);
        note(u"c"_s, Origin::BeforeSave);
        note(u"d"_s, Origin::Saved);
        note(u"e"_s, Origin::Read);
        const std::optional<SavedChange> change = lastSave();
        QVERIFY(change);
        QCOMPARE(change->beforeDefinition, pipeline(u"x"_s, u"c"_s));
        QCOMPARE(change->afterDefinition, pipeline(u"x"_s, u"d"_s));
        QCOMPARE(change->after.origin, Origin::Saved);
        QCOMPARE(change->before.id, list().value(2).id);
    }

    void theOldestGoWhenThereAreTooMany()
    {
        QJsonArray all;
        for (int version = 0; version < VersionStore::versionsKept + 3; ++version)
            all.append(pipeline(u"x"_s, QString::number(version)));
        m_versions->recordSeen(u"acc"_s, u"p1"_s, all);
        m_versions->record({u"acc"_s, u"p1"_s, u"other"_s}, pipeline(u"y"_s, u"y"_s), Origin::Read);
        const QList<Version> versions = list();
        QCOMPARE(versions.size(), VersionStore::versionsKept);
        QCOMPARE(versions.last().name, u"3"_s);
        QCOMPARE(m_fixture->value(u"SELECT count(*) FROM definition"_s),
                 VersionStore::versionsKept + 1);
    }

    void holdsNoSecret()
    {
        QJsonObject seen = pipeline(u"x"_s, u"a"_s);
        const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                    {u"secretName"_s, u"prod/db"_s}};
        seen[u"streamingTarget"_s] = QJsonObject{
            {u"accountKey"_s, reference}, {u"password"_s, u"planted"_s}, {u"host"_s, u"db1"_s}};
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {seen});
        reopen();
        m_versions->recordSeen(u"acc"_s, u"p1"_s, {seen}); // known, although it is kept otherwise
        QCOMPARE(list().size(), 1);
        const QJsonObject target =
            definition(list().at(0).id).value(u"streamingTarget"_s).toObject();
        QCOMPARE(target.value(u"accountKey"_s).toObject(), reference);
        QCOMPARE(target.value(u"host"_s), u"db1"_s);
        QVERIFY(!m_fixture->bytes().contains("planted"));
        QCOMPARE(list().constFirst().leftOut.size(), 1);
        QCOMPARE(list().constFirst().leftOut.constFirst().lastKey(), u"password"_s);
    }

    void aLostWriteIsMadeUpForLater()
    {
        StoreSettings small;
        small.largestPages = 60;
        m_versions.reset();
        m_fixture->open(small);
        m_versions =
            std::make_unique<VersionStore>(m_fixture->store->database(), [this] { return m_now; });
        const QJsonArray large{pipeline(u"x"_s, u"a"_s, 10000)};
        m_versions->recordSeen(u"acc"_s, u"p1"_s, large);
        QCOMPARE(list().size(), 0);
        m_fixture->store->database()->write(
            [](Sql &sql) { sql.rows(u"PRAGMA max_page_count = 100000"_s); });
        m_versions->recordSeen(u"acc"_s, u"p1"_s, large);
        QCOMPARE(list().size(), 1);
    }

    void modelFollowsTheStore()
    {
        VersionsModel model(m_versions.get());
        const QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy loaded(&model, &VersionsModel::loaded);
        note(u"a"_s, Origin::Read);
        model.setPipeline(m_key);
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 1);
        const QPersistentModelIndex first = model.index(0, VersionsModel::OriginColumn);
        QCOMPARE(first.data(), u"Read from the server"_s);
        note(u"b"_s, Origin::Read);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(first.row(), 1);
        QCOMPARE(model.index(0, VersionsModel::NameColumn).data(), u"b"_s);
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        note(u"b"_s, Origin::Saved);
        QTRY_COMPARE(model.index(0, 0).data(VersionsModel::OriginRole), int(Origin::Saved));
        QCOMPARE(data.size(), 1);
        // The row of an older version is the same one still.
        const qint64 id = first.data(VersionsModel::IdRole).toLongLong();
        QCOMPARE(definition(id).value(u"name"_s), u"a"_s);
        model.setPipeline({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }
};

SLUICE_TEST(TestVersions, Core)
#include "tst_versions.moc"
