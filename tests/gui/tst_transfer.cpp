// SPDX-License-Identifier: Apache-2.0
#include "models/api/endpoints.h"
#include "models/exchange/curltext.h"
#include "models/exchange/portable.h"
#include "models/exchange/terraformtext.h"
#include "models/fleet/account.h"
#include "models/pipeline/jsontext.h"
#include "tests/gui/windowstage.h"
#include "tests/support/forminput.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Definitions leave the main window: as files, as Terraform, as command lines, on the clipboard.
class TestTransfer : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void exportsTheSelection();
    void asksBeforeItReplaces();
    void exportsAProject();
    void showsTerraform();
    void copiesCurl_data();
    void copiesCurl();
    void copiesCurlOfNodes_data();
    void copiesCurlOfNodes();
    void copiesCurlOfANewPipeline();
    void copiesCurlWithTheBodyInAFile();
    void copiesDefinitions();

protected:
    void prepare() override;

private:
    PipelineKey key(const QString &name) const;
    QJsonObject definition(const QString &name) const;
    bool closeNotice();
    // The context menu of a node of the tree; it deletes itself.
    QMenu *nodeMenu(const QString &node);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTransfer::prepare()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m->setChosenPaths({m_folder->path()});
    QVERIFY(m->shownNames().size() > 2);
}

PipelineKey TestTransfer::key(const QString &name) const
{
    return m->row(name).data(PipelineModel::KeyRole).value<PipelineKey>();
}

QJsonObject TestTransfer::definition(const QString &name) const
{
    return m->fleet()->pipelines()->definition(key(name));
}

bool TestTransfer::closeNotice()
{
    return m->answer(true) && QTest::qWaitFor([this] { return !m->question(); });
}

void TestTransfer::exportsTheSelection()
{
    const QStringList names = m->shownNames().first(2);
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->question()->question().contains(u"2 files"_s));
    QVERIFY(closeNotice());
    const QDir folder(m_folder->path());
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    for (const QString &name : names) {
        QFile file(folder.filePath(name + u".json"_s));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QCOMPARE(file.readAll(), jsonText(portableDefinition(definition(name))));
    }

    m->setChosenPaths({}); // cancelled
    QVERIFY(m->trigger(u"exportAction"_s));
    QVERIFY(!m->question());
}

void TestTransfer::asksBeforeItReplaces()
{
    const QStringList names = m->shownNames().first(2);
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(closeNotice());
    QFile file(m_folder->filePath(names.first() + u".json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto content = [&file] {
        if (!file.open(QIODevice::ReadOnly))
            return QByteArray();
        const QByteArray bytes = file.readAll();
        file.close();
        return bytes;
    };

    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->question()->detail().contains(names.first()));
    QVERIFY(!m->question()->detail().contains(names.last()));
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    QCOMPARE(content(), "mine");

    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->answer(true));
    QTRY_VERIFY(m->question() && m->question()->question().contains(u"1 file"_s));
    QVERIFY(closeNotice());
    QCOMPARE(content(), jsonText(portableDefinition(definition(names.first()))));
}

void TestTransfer::exportsAProject()
{
    QVERIFY(!m->action(u"exportProjectAction"_s)->isEnabled());
    const Project project = account()->projects().first();
    const QModelIndex node = m->node(project.name);
    QVERIFY(node.isValid());
    m->tree()->setCurrentIndex(node);
    QTRY_VERIFY(m->action(u"exportProjectAction"_s)->isEnabled());
    QVERIFY(m->trigger(u"exportProjectAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(closeNotice());
    int count = 0;
    const QList<PipelineKey> keys = m->fleet()->pipelines()->keys(account()->id());
    for (const PipelineKey &key : keys)
        count += key.project == project.id ? 1 : 0;
    QVERIFY(count > 0 && count < keys.size());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), count);
    m->tree()->setCurrentIndex(m->tree()->model()->index(0, 0));
}

void TestTransfer::showsTerraform()
{
    const QString name = m->shownNames().first();
    const PipelineKey pipeline = key(name);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"terraformAction"_s));
    auto *dialog = m->find<QDialog>(u"terraformDialog"_s);
    QVERIFY(dialog);
    const auto *text = FormInput::find<QPlainTextEdit>(dialog, u"terraformText"_s);
    const QList<TerraformPipeline> wanted{{pipeline.project, pipeline.pipeline, definition(name)}};
    QCOMPARE(text->toPlainText(), terraformText(wanted).text);
    FormInput::find<QCheckBox>(dialog, u"withProvider"_s)->click();
    TerraformOptions options;
    options.withProvider = false;
    const QString bare = terraformText(wanted, options).text;
    QCOMPARE(text->toPlainText(), bare);
    FormInput::click(dialog, u"copyTerraform"_s);
    QCOMPARE(qApp->clipboard()->text(), bare);
    m->setChosenPaths({m_folder->filePath(u"pipelines.tf"_s)});
    FormInput::click(dialog, u"saveTerraform"_s);
    QTRY_VERIFY(!m->find<QDialog>(u"terraformDialog"_s));
    QFile file(m_folder->filePath(u"pipelines.tf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), bare);
}

void TestTransfer::copiesCurl_data()
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

void TestTransfer::copiesCurl()
{
    QFETCH(QString, action);
    QFETCH(bool, isPosix);
    const QString name = m->shownNames().first();
    const PipelineKey at = key(name);
    const QByteArray body = jsonText(portableDefinition(definition(name)));
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

QMenu *TestTransfer::nodeMenu(const QString &node)
{
    const QModelIndex index = m->node(node);
    if (!index.isValid())
        return nullptr;
    m->tree()->setCurrentIndex(index);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m->tree()->viewport(), &event);
    return m->find<QMenu>(u"navigationMenu"_s);
}

void TestTransfer::copiesCurlOfNodes_data()
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

void TestTransfer::copiesCurlOfNodes()
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

void TestTransfer::copiesCurlOfANewPipeline()
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
        Endpoints::createPipeline(key(name).project, jsonText(wizard->form()->definition()));
    QCOMPARE(qApp->clipboard()->text(), curlText(create, account()->profile().baseUrl));
    wizard->reject();
    QTRY_VERIFY(!m->window()->findChild<PipelineWizard *>());
}

void TestTransfer::copiesCurlWithTheBodyInAFile()
{
    const QString name = m->shownNames().first();
    const PipelineKey at = key(name);
    const QByteArray body = jsonText(portableDefinition(definition(name)));
    CurlOptions options;
    options.bodyFile = m_folder->filePath(u"it's a body.json"_s);
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
    m->setChosenPaths({m_folder->filePath(u"missing/body.json"_s)});
    QVERIFY(m->trigger(u"curlUpdateFromFile"_s));
    QVERIFY(m->question());
    QVERIFY(closeNotice());
    m->setChosenPaths({});
    QVERIFY(m->trigger(u"curlUpdateFromFile"_s));
    QVERIFY(!m->question());
    QCOMPARE(qApp->clipboard()->text(), u"before"_s);
}

void TestTransfer::copiesDefinitions()
{
    const QStringList names = m->shownNames().first(2);
    QVERIFY(m->select({names.first()}));
    QVERIFY(m->trigger(u"copyDefinitionAction"_s));
    const auto copied = [] { return QJsonDocument::fromJson(qApp->clipboard()->text().toUtf8()); };
    QCOMPARE(copied().object(), portableDefinition(definition(names.first())));
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"copyDefinitionAction"_s));
    QCOMPARE(copied().array().size(), 2);
}

QTEST_MAIN(TestTransfer)
#include "tst_transfer.moc"
