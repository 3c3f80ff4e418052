// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importmodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonObject guide(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject definition = *parseJsonObject(file.readAll()).object;
    definition[u"name"] = name;
    return definition;
}

QJsonObject onServer(const QString &name, const QString &id)
{
    QJsonObject definition = guide(name);
    definition[u"streamingPipelineId"] = id;
    definition[u"projectId"] = u"p"_s;
    return definition;
}

} // namespace

class TestImportModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesTheProject();
    void ticksWhatIsWhole();
    void oneOfANameOnly();
    void refusesWhatCannotBeSent();
    void saysWhatIsWrong();
    void placesWithinTheFolder();
    void sumsUp();
    void asksAboutDoubtfulNames_data();
    void asksAboutDoubtfulNames();

private:
    void read(const QJsonArray &definitions);
    Qt::CheckState tick(int row) const;

    ImportModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestImportModel::read(const QJsonArray &definitions)
{
    m_model.setProject({});
    m_model.setEntries(readDefinitions(jsonText(definitions), u"all.json"_s));
}

Qt::CheckState TestImportModel::tick(int row) const
{
    return Qt::CheckState(m_model.index(row, 0).data(Qt::CheckStateRole).toInt());
}

void TestImportModel::matchesTheProject()
{
    QJsonObject changed = guide(u"changed"_s);
    changed[u"agentId"] = u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s;
    read({guide(u"new"_s), guide(u"same"_s), changed, guide(u"twice"_s)});
    const auto actions = [this] {
        QStringList texts;
        for (int row = 0; row < m_model.rowCount(); ++row)
            texts += m_model.index(row, ImportModel::ActionColumn).data().toString();
        return texts;
    };
    QCOMPARE(actions(), QStringList(4, u"Create"_s));
    const QSignalSpy spy(&m_model, &ImportModel::chosenChanged);
    m_model.setProject({onServer(u"same"_s, u"1"_s), onServer(u"changed"_s, u"2"_s),
                        onServer(u"twice"_s, u"3"_s), onServer(u"twice"_s, u"4"_s),
                        onServer(u"New"_s, u"5"_s)});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(actions(),
             (QStringList{u"Create"_s, u"No change"_s, u"Update: 1 change"_s, u"Not possible"_s}));
    QCOMPARE(m_model.chosenCount(), 2);
    QCOMPARE(m_model.chosenCount(ImportAction::Create), 1);
    QCOMPARE(m_model.chosenCount(ImportAction::Update), 1);
    const QList<ImportModel::Chosen> chosen = m_model.chosen();
    QCOMPARE(chosen[1].match.pipelineId, u"2"_s);
    QCOMPARE(chosen[1].match.base, guide(u"changed"_s));
    QCOMPARE(*chosen[1].entry.definition, changed);
}

void TestImportModel::ticksWhatIsWhole()
{
    QJsonObject faulty = guide(u"faulty"_s);
    faulty.remove(u"streamingTarget");
    read({guide(u"whole"_s), faulty, 5});
    QCOMPARE(tick(0), Qt::Checked);
    QCOMPARE(tick(1), Qt::Unchecked);
    QVERIFY(m_model.index(1, 0).data(Qt::CheckStateRole).isValid());
    // The server has the last word: what Sluice doubts can still be sent.
    QVERIFY(m_model.setData(m_model.index(1, 0), int(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(tick(1), Qt::Checked);
    QCOMPARE(m_model.chosenCount(), 2);
    QVERIFY(m_model.setData(m_model.index(0, 0), int(Qt::Unchecked), Qt::CheckStateRole));
    QCOMPARE(m_model.chosenCount(), 1);
}

void TestImportModel::oneOfANameOnly()
{
    read({guide(u"a"_s), guide(u"b"_s), guide(u"a"_s)});
    QCOMPARE(tick(0), Qt::Unchecked);
    QCOMPARE(tick(2), Qt::Unchecked);
    QVERIFY(m_model.index(0, 0).data(ImportModel::RepeatedRole).toBool());
    QVERIFY(m_model.setData(m_model.index(0, 0), int(Qt::Checked), Qt::CheckStateRole));
    QVERIFY(m_model.setData(m_model.index(2, 0), int(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(tick(0), Qt::Unchecked);
    QCOMPARE(tick(1), Qt::Checked);
    QCOMPARE(tick(2), Qt::Checked);
}

void TestImportModel::refusesWhatCannotBeSent()
{
    QJsonObject secret = guide(u"secret"_s);
    QJsonObject source = secret[u"streamingSource"].toObject();
    QJsonObject connection = source[u"connection"].toObject();
    connection[u"password"] = u"hunter2"_s;
    source[u"connection"] = connection;
    secret[u"streamingSource"] = source;
    read({5, QJsonObject{}, secret});
    for (int row = 0; row < 3; ++row) {
        QVERIFY(!(m_model.flags(m_model.index(row, 0)) & Qt::ItemIsUserCheckable));
        QVERIFY(!m_model.setData(m_model.index(row, 0), int(Qt::Checked), Qt::CheckStateRole));
        QVERIFY2(!m_model.index(row, 0).data(Qt::CheckStateRole).isValid(), "no tick box");
    }
}

void TestImportModel::saysWhatIsWrong()
{
    m_model.setEntries(readDefinitions("{\n \"a\" 1}", u"x.json"_s));
    QCOMPARE(m_model.index(0, ImportModel::ProblemsColumn).data().toString(),
             u"Line 2, column 6: a \":\" is missing after the name."_s);
    m_model.setEntries(readDefinitions("[]", u"x.json"_s));
    QCOMPARE(m_model.index(0, ImportModel::ProblemsColumn).data().toString(),
             u"The list is empty."_s);
    QJsonObject faulty = guide(u"faulty"_s);
    faulty[u"agentId"] = u""_s;
    read({faulty});
    const QStringList problems = m_model.index(0, 0).data(ImportModel::ProblemsRole).toStringList();
    QCOMPARE(problems, QStringList{u"agentId: Choose a runner."_s});
}

// What all files have in common is told once.
void TestImportModel::placesWithinTheFolder()
{
    const auto places = [this](const QStringList &origins) {
        QList<ImportEntry> entries;
        for (const QString &origin : origins)
            entries += readDefinitions(jsonText(guide(u"a"_s)), origin);
        m_model.setEntries(entries);
        QStringList shown{m_model.folder()};
        for (int row = 0; row < m_model.rowCount(); ++row)
            shown += m_model.index(row, ImportModel::PlaceColumn).data().toString();
        return shown;
    };
    QCOMPARE(places({u"/x/y/a.json"_s}), (QStringList{u"/x/y/"_s, u"a.json"_s}));
    QCOMPARE(places({u"/x/yz/a.json"_s, u"/x/y/b.json"_s}),
             (QStringList{u"/x/"_s, u"yz/a.json"_s, u"y/b.json"_s}));
    QCOMPARE(places({u"/x/a.json"_s, u"Clipboard"_s}),
             (QStringList{QString(), u"/x/a.json"_s, u"Clipboard"_s}));
    const QModelIndex place = m_model.index(0, ImportModel::PlaceColumn);
    QCOMPARE(place.data(Qt::ToolTipRole).toString(), u"/x/a.json"_s);
}

void TestImportModel::sumsUp()
{
    read({guide(u"a"_s), guide(u"b"_s), guide(u"c"_s), guide(u"d"_s), guide(u"e"_s)});
    QJsonObject changed = onServer(u"b"_s, u"1"_s);
    changed[u"agentId"] = u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s;
    m_model.setProject({changed});
    QVERIFY(m_model.summary().isEmpty());
    m_model.setReport(0, {ItemState::Done, u"Created."_s});
    m_model.setReport(1, {ItemState::Done, u"Updated."_s});
    QCOMPARE(m_model.summary(), u"1 created, 1 updated."_s);
    m_model.setReport(2, {ItemState::Failed, u"No."_s});
    m_model.setReport(3, {ItemState::Unknown, u"Who knows."_s});
    m_model.setReport(4, {ItemState::NotSent, u"Not sent."_s});
    QCOMPARE(m_model.summary(), u"1 created, 1 updated, 1 failed, 1 not known, 1 not sent."_s);
}

void TestImportModel::asksAboutDoubtfulNames_data()
{
    QTest::addColumn<QString>("secretName");
    for (const QString &name :
         {u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s,
          QString(u"3f9a"_s).repeated(32), QString(u"k7Xq2"_s).repeated(14),
          u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s, QString(u"x9Kq"_s).repeated(20)})
        QTest::newRow(qPrintable(name)) << name;
}

// Ticking the entry is the answer. What the project's pipeline has is not asked about.
void TestImportModel::asksAboutDoubtfulNames()
{
    QFETCH(const QString, secretName);
    const auto with = [&secretName](QJsonObject definition) {
        QJsonObject source = definition[u"streamingSource"].toObject();
        QJsonObject connection = source[u"connection"].toObject();
        connection[u"password"] =
            QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, secretName}};
        source[u"connection"] = connection;
        definition[u"streamingSource"] = source;
        return definition;
    };
    const auto problems = [this] {
        return m_model.index(0, ImportModel::ProblemsColumn).data().toString();
    };
    QJsonObject entry = with(guide(u"a"_s));
    entry[u"agentId"] = u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s;
    read({entry});
    for (const QList<QJsonObject> &project : {QList<QJsonObject>(), {onServer(u"a"_s, u"1"_s)}}) {
        m_model.setProject(project);
        QCOMPARE(m_model.chosenCount(), 0);
        QVERIFY(problems().contains(u"password.secretName"_s));
        QVERIFY(!problems().contains(secretName));
        QVERIFY(m_model.setData(m_model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(m_model.chosenCount(), 1);
    }
    m_model.setProject({with(onServer(u"a"_s, u"1"_s))});
    QCOMPARE(m_model.chosenCount(), 1);
    QVERIFY(problems().isEmpty());
}

SLUICE_TEST(TestImportModel, Core)
#include "tst_importmodel.moc"
