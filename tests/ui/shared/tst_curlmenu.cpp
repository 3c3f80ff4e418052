// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/api/endpoints.h"
#include "models/exchange/curl/curltext.h"
#include "models/exchange/files/portable.h"
#include "models/json/jsontext.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Requests leave the main window as command lines.
class TestCurlMenu : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void copiesACall_data();
    void copiesACall();
    void copiesCallsOfNodes_data();
    void copiesCallsOfNodes();
    void copiesTheCreationOfAPipeline();
    void writesTheBodyToAFile();

protected:
    void prepare() override;

private:
    // The context menu of a node of the tree; it deletes itself.
    QMenu *nodeMenu(const QString &node);

    QString m_folder;
};

void TestCurlMenu::prepare()
{
    m_folder = m->chooseFolder();
    QVERIFY(m->shownNames().size() > 2);
}

QMenu *TestCurlMenu::nodeMenu(const QString &node)
{
    const QModelIndex index = m->node(node);
    if (!index.isValid())
        return nullptr;
    m->tree()->setCurrentIndex(index);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m->tree()->viewport(), &event);
    return m->find<QMenu>(u"navigationMenu"_s);
}

void TestCurlMenu::copiesACall_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isPosix");
    QTest::newRow("read") << u"curlRead"_s << true;
    QTest::newRow("state") << u"curlState"_s << true;
    QTest::newRow("start") << u"curlStart"_s << true;
    QTest::newRow("stop") << u"curlStop"_s << true;
    QTest::newRow("update") << u"curlUpdate"_s << true;
    QTest::newRow("delete") << u"curlDelete"_s << true;
    QTest::newRow("PowerShell") << u"powerShellUpdate"_s << false;
}

void TestCurlMenu::copiesACall()
{
    QFETCH(QString, action);
    QFETCH(bool, isPosix);
    const QString name = m->shownNames().first();
    const PipelineKey at = m->key(name);
    const QByteArray body = jsonText(portableDefinition(m->definition(name)));
    const QHash<QString, Request> requests{
        {u"Read"_s, Endpoints::getPipeline(at.project, at.pipeline)},
        {u"State"_s, Endpoints::getStatus(at.project, at.pipeline)},
        {u"Start"_s, Endpoints::sendCommand(at.project, at.pipeline, PipelineCommand::Start)},
        {u"Stop"_s, Endpoints::sendCommand(at.project, at.pipeline, PipelineCommand::Stop)},
        {u"Update"_s, Endpoints::updatePipeline(at.project, at.pipeline, body)},
        {u"Delete"_s, Endpoints::deletePipeline(at.project, at.pipeline)},
    };
    CurlOptions options;
    options.shell = isPosix ? Shell::Posix : Shell::PowerShell;
    QVERIFY(m->select({name}));
    qApp->clipboard()->clear();
    QVERIFY(m->trigger(action));
    QString call = action;
    call.remove(isPosix ? u"curl"_s : u"powerShell"_s);
    QCOMPARE(qApp->clipboard()->text(),
             curlText(requests.value(call), account()->profile().baseUrl, options));
    QVERIFY(qApp->clipboard()->text().contains(u"MAIA_TOKEN"_s));
}

void TestCurlMenu::copiesCallsOfNodes_data()
{
    QTest::addColumn<bool>("isAccount"); // else a project
    QTest::addColumn<QString>("action");
    QTest::newRow("projects") << true << u"curlProjects"_s;
    QTest::newRow("runners") << true << u"curlRunners"_s;
    QTest::newRow("token") << true << u"curlToken"_s;
    QTest::newRow("token, PowerShell") << true << u"powerShellToken"_s;
    QTest::newRow("environments") << false << u"curlEnvironments"_s;
    QTest::newRow("pipelines") << false << u"curlPipelines"_s;
}

void TestCurlMenu::copiesCallsOfNodes()
{
    QFETCH(bool, isAccount);
    QFETCH(QString, action);
    const Profile &profile = account()->profile();
    const Project project = account()->projects().first();
    const auto list = [&profile](const Request &request) {
        return curlText(Endpoints::paged(request, 0), profile.baseUrl);
    };
    const QHash<QString, QString> texts{
        {u"curlProjects"_s, list(Endpoints::listProjects())},
        {u"curlRunners"_s, list(Endpoints::listAgents())},
        {u"curlToken"_s, curlTokenText(profile.tokenUrl, profile.clientId)},
        {u"powerShellToken"_s,
         curlTokenText(profile.tokenUrl, profile.clientId, Shell::PowerShell)},
        {u"curlEnvironments"_s, list(Endpoints::listEnvironments(project.id))},
        {u"curlPipelines"_s, list(Endpoints::listPipelines(project.id))},
    };
    const QString node = isAccount ? profile.name : project.name;
    qApp->clipboard()->clear();
    const QPointer<QMenu> menu = nodeMenu(node);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    auto *curl = menu->findChild<QMenu *>(u"nodeCurlMenu"_s);
    curl->popup({});
    auto *copy = menu->findChild<QAction *>(action);
    QVERIFY(copy && copy->isEnabled());
    copy->trigger();
    QCOMPARE(qApp->clipboard()->text(), texts.value(action));
    curl->close();
    menu->close();
    QTRY_VERIFY(!menu);
    m->tree()->setCurrentIndex(m->tree()->model()->index(0, 0));
}

void TestCurlMenu::copiesTheCreationOfAPipeline()
{
    const QString name = m->shownNames().first();
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"duplicateAction"_s));
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard && QTest::qWaitForWindowActive(wizard));
    auto *button = wizard->findChild<QPushButton *>(u"copyAsCurl"_s);
    QVERIFY(!button->isVisible());
    wizard->showPage(WizardPages::Review);
    QVERIFY(button->isVisible() && button->isEnabled());
    auto *copy = button->menu()->findChild<QAction *>(u"curlCreate"_s);
    QVERIFY(copy);
    copy->trigger();
    const Request create =
        Endpoints::createPipeline(m->key(name).project, jsonText(wizard->form()->definition()));
    QCOMPARE(qApp->clipboard()->text(), curlText(create, account()->profile().baseUrl));
    wizard->reject();
    QTRY_VERIFY(!m->window()->findChild<PipelineWizard *>());
}

void TestCurlMenu::writesTheBodyToAFile()
{
    const QString name = m->shownNames().first();
    const PipelineKey at = m->key(name);
    const QByteArray body = jsonText(portableDefinition(m->definition(name)));
    CurlOptions options;
    options.bodyFile = QDir(m_folder).filePath(u"it's a body.json"_s);
    QVERIFY(m->select({name}));
    m->setChosenPaths({options.bodyFile});
    QVERIFY(m->trigger(u"curlUpdateFromFile"_s));
    QCOMPARE(qApp->clipboard()->text(),
             curlText(Endpoints::updatePipeline(at.project, at.pipeline, body),
                      account()->profile().baseUrl, options));
    QFile file(options.bodyFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), body);

    // Nothing is copied when the file cannot be written, or the user cancels.
    qApp->clipboard()->setText(u"before"_s);
    m->setChosenPaths({QDir(m_folder).filePath(u"missing/body.json"_s)});
    QVERIFY(m->trigger(u"curlUpdateFromFile"_s));
    QVERIFY(m->question());
    QVERIFY(m->closeMessage());
    m->setChosenPaths({});
    QVERIFY(m->trigger(u"curlUpdateFromFile"_s));
    QVERIFY(!m->question());
    QCOMPARE(qApp->clipboard()->text(), u"before"_s);
}

SLUICE_TEST(TestCurlMenu, Widgets)
#include "tst_curlmenu.moc"
