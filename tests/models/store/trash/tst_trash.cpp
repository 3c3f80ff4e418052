// SPDX-License-Identifier: Apache-2.0
#include "models/store/trash/trashmodel.h"
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

class TestTrash : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Trash> m_trash; // with the test's clock
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

    void reopen()
    {
        m_trash.reset();
        m_fixture->open();
        m_trash = std::make_unique<Trash>(m_fixture->store->database(), [this] { return m_now; });
    }

    QList<TrashEntry> list()
    {
        return answerTo<QList<TrashEntry>>(
            [this](QObject *context, auto got) { m_trash->list(context, got); });
    }

    static PipelineKey key(const QString &pipeline) { return {u"acc"_s, u"p1"_s, pipeline}; }

    bool put(const QString &id, const QString &secretName = {})
    {
        QJsonObject definition = pipeline(id, u"name of "_s + id, 2);
        if (!secretName.isEmpty())
            definition[u"password"_s] = QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                                    {u"secretName"_s, secretName}};
        m_now = m_now.addSecs(1);
        const TrashEntry entry{
            .key = key(id), .accountName = u"PROD"_s, .projectName = u"Orders"_s};
        return answerTo<bool>(
            [&](QObject *context, auto done) { m_trash->put(entry, definition, context, done); });
    }

    QStringList names(bool isConfirmed)
    {
        QStringList names;
        const QList<TrashEntry> entries = list();
        for (const TrashEntry &entry : entries) {
            if (entry.confirmed == isConfirmed)
                names.append(entry.key.pipeline);
        }
        return names;
    }

private Q_SLOTS:

    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        reopen();
    }

    void cleanup()
    {
        m_trash.reset();
        m_fixture.reset();
    }

    void keepsAllThatIsNeededToCreateItAgain()
    {
        QVERIFY(put(u"a"_s));
        const QDateTime deleted = m_now;
        m_trash->confirm(key(u"a"_s));
        reopen();
        const QList<TrashEntry> entries = list();
        QCOMPARE(entries.size(), 1);
        const TrashEntry expected{
            entries[0].id,  key(u"a"_s), u"name of a"_s, u"PROD"_s, u"Orders"_s,
            u"sqlserver"_s, 2,           deleted,        true};
        QCOMPARE(entries[0], expected);
        const auto definition = answerTo<QJsonObject>(
            [&](QObject *context, auto got) { m_trash->definition(entries[0].id, context, got); });
        QCOMPARE(definition, pipeline(u"a"_s, u"name of a"_s, 2));
    }

    void aRefusedDeleteLeavesNoEntry()
    {
        QVERIFY(put(u"a"_s));
        QCOMPARE(names(false), QStringList(u"a"_s));
        m_trash->cancel(key(u"a"_s));
        QCOMPARE(list(), QList<TrashEntry>());
    }

    void cancelLeavesWhatIsDeleted()
    {
        QVERIFY(put(u"a"_s));
        m_trash->confirm(key(u"a"_s));
        m_trash->cancel(key(u"a"_s));
        QCOMPARE(names(true), QStringList(u"a"_s));
    }

    void anotherAttemptReplacesTheOpenOne()
    {
        QVERIFY(put(u"a"_s));
        QVERIFY(put(u"a"_s));
        QCOMPARE(list().size(), 1);
    }

    void aListSettlesWhatIsOpen()
    {
        for (const QString &id : {u"gone"_s, u"there"_s, u"under way"_s})
            QVERIFY(put(id));
        const QSet<QString> present{u"there"_s};
        const QSet<QString> except{u"under way"_s};
        m_trash->settle(u"acc"_s, u"other project"_s, {}, {});
        QCOMPARE(names(true), QStringList());
        // This list may have been asked for before the delete.
        m_trash->settle(u"acc"_s, u"p1"_s, present, except);
        QCOMPARE(names(true), QStringList(u"gone"_s));
        QCOMPARE(names(false), QStringList({u"under way"_s, u"there"_s}));
        m_now += Trash::settlingTime;
        m_trash->settle(u"acc"_s, u"p1"_s, present, except);
        QCOMPARE(names(false), QStringList(u"under way"_s));
    }

    void emptiesOnlyWhatIsDeleted()
    {
        for (const QString &id : {u"a"_s, u"b"_s, u"open"_s})
            QVERIFY(put(id));
        m_trash->confirm(key(u"a"_s));
        m_trash->confirm(key(u"b"_s));
        m_trash->remove({list().constLast().id});
        QCOMPARE(names(true), QStringList(u"b"_s));
        m_trash->empty();
        QCOMPARE(names(true), QStringList());
        QCOMPARE(names(false), QStringList(u"open"_s));
    }

    // A guess about a name loses nothing: "Create again" has it whole.
    void namesThatLookRandomAreKept()
    {
        for (const QString &name :
             {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
              QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
              u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s,
              u"gnV3Aq0ZkXl2pTfYh8sWbM1cRDuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjFtQ=="_s}) {
            QVERIFY(put(u"p"_s, name));
            const QString id = list().constFirst().id;
            const auto kept = answerTo<QJsonObject>(
                [&](QObject *context, auto got) { m_trash->definition(id, context, got); });
            QCOMPARE(kept[u"password"_s][u"secretName"_s].toString(), name);
        }
    }

    void tellsWhatWasLeftOut()
    {
        QJsonObject definition = pipeline(u"p"_s, u"n"_s);
        definition[u"password"_s] = u"hunter2"_s;
        definition[u"jdbc.url"_s] = u"jdbc:x://h;user=u;password=p"_s;
        definition[u"description"_s] = u"password: see the wiki"_s;
        const TrashEntry entry{.key = key(u"p"_s)};
        QVERIFY(answerTo<bool>(
            [&](QObject *context, auto done) { m_trash->put(entry, definition, context, done); }));
        QCOMPARE(list().constFirst().leftOut,
                 (QList<DefinitionPath>{{u"jdbc.url"_s}, {u"password"_s}}));
        QVERIFY(put(u"whole"_s));
        QCOMPARE(list().constFirst().leftOut, QList<DefinitionPath>());
    }

    void modelFollowsTheTrash()
    {
        QVERIFY(put(u"first"_s));
        TrashModel model(m_trash.get());
        const QAbstractItemModelTester tester(&model);
        QSignalSpy loaded(&model, &TrashModel::loaded);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 1);
        const QPersistentModelIndex first = model.index(0, TrashModel::NameColumn);
        QCOMPARE(first.data(), u"name of first"_s);
        QCOMPARE(first.data(TrashModel::ConfirmedRole), false);
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        m_trash->confirm(key(u"first"_s));
        QTRY_COMPARE(data.size(), 1);
        QCOMPARE(first.data(TrashModel::ConfirmedRole), true);
        QVERIFY(put(u"second"_s));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(first.row(), 1); // newest first
        QCOMPARE(model.index(0, TrashModel::TablesColumn).data(TrashModel::SortRole), 2);
        m_trash->remove({first.data(TrashModel::IdRole).toString()});
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!first.isValid());
        QCOMPARE(resets.size(), 0);
    }
};

SLUICE_TEST(TestTrash, Core)
#include "tst_trash.moc"
