// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// What --data keeps, even when the server is killed.
class TestSandboxData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsChangesThroughKill();
    void losesNothingAcknowledgedWhenKilledAtWork();
    void seedsOnlyAnEmptyFolder();
};

namespace {

constexpr int patience = 20000; // ms

QString idIn(const Talk::Reply &reply)
{
    return reply.json().value("streamingPipelineId"_L1).toString();
}

// Creates a pipeline and returns its path.
QString create(Talk &talk, const QJsonObject &definition)
{
    return guidePipelines + u'/' + idIn(talk.post(guidePipelines, definition));
}

} // namespace

void TestSandboxData::keepsChangesThroughKill()
{
    const QTemporaryDir folder;
    const QStringList options{u"--data"_s, folder.path(), u"--speed"_s, u"0.001"_s};
    const QJsonObject body = guideFile(u"create-request.json"_s);
    QString clientId;
    QString path;
    QJsonObject changed = body;
    {
        SandboxProcess sandbox(options);
        Talk talk(sandbox);
        clientId = sandbox.clientId();
        const QString gone = create(talk, body);
        QCOMPARE(talk.remove(gone).status, 204);
        path = create(talk, body);
        changed.insert("name"_L1, u"changed"_s);
        changed = talk.put(path, changed).json();
        QCOMPARE(changed.value("name"_L1).toString(), u"changed"_s);
        QCOMPARE(talk.post(path + u"/commands"_s, {{u"command"_s, u"start"_s}}).status, 200);
        QCOMPARE(talk.patch(u"/v1/agents/"_s + guideRunner, {{u"name"_s, u"Renamed"_s}}).status,
                 202);
        sandbox.kill();
    }
    SandboxProcess sandbox(options);
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    QCOMPARE(sandbox.clientId(), clientId);
    Talk talk(sandbox);
    QCOMPARE(talk.get(guidePipelines).json().value("total"_L1).toInt(), 1);
    QCOMPARE(talk.get(path).json(), changed);
    QCOMPARE(talk.statusOf(path), u"STARTING"_s);
    QCOMPARE(talk.get(u"/v1/agents/"_s + guideRunner).json().value("name"_L1).toString(),
             u"Renamed"_s);
}

void TestSandboxData::losesNothingAcknowledgedWhenKilledAtWork()
{
    const QTemporaryDir folder;
    const QStringList options{u"--data"_s, folder.path(), u"--rate-limit"_s, u"0"_s};
    QStringList acknowledged;
    {
        SandboxProcess sandbox(options);
        QVERIFY(sandbox.isReady());
        std::atomic<int> count = 0;
        std::thread writer([&] {
            Talk talk(sandbox);
            const QJsonObject body = guideFile(u"create-request.json"_s);
            Talk::Reply reply;
            while ((reply = talk.post(guidePipelines, body)).status == 201) {
                acknowledged.append(guidePipelines + u'/' + idIn(reply));
                ++count;
            }
        });
        const bool isAtWork = QTest::qWaitFor([&] { return count >= 40; }, patience);
        sandbox.kill();
        writer.join();
        QVERIFY(isAtWork);
    }
    SandboxProcess sandbox(options);
    Talk talk(sandbox);
    for (const QString &path : std::as_const(acknowledged))
        QCOMPARE(talk.get(path).status, 200);
}

void TestSandboxData::seedsOnlyAnEmptyFolder()
{
    const QTemporaryDir folder;
    const QStringList options{u"--data"_s, folder.path() + u"/new/folder"_s};
    {
        const SandboxProcess guide(options);
        QVERIFY(guide.isReady());
    }
    SandboxProcess demo(options + QStringList{u"--seed"_s, u"demo"_s});
    Talk talk(demo);
    QCOMPARE(talk.get(u"/v1/projects"_s).json().value("total"_L1).toInt(), 1);
}

SLUICE_TEST(TestSandboxData, Core)
#include "tst_sandboxdata.moc"
