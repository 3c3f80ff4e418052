// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/exchange/files/portable.h"
#include "models/exchange/terraform/terraformtext.h"
#include "models/json/jsontext.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// In place of the desktop.
class FileOpener : public QObject
{
    Q_OBJECT

public:
    QUrl opened;

public Q_SLOTS:

    void open(const QUrl &url) { opened = url; }
};

// Definitions leave the main window: as files, as Terraform, on the clipboard.
class TestTransfer : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void exportsTheSelection();
    void makesAFolderForEachProject();
    void opensTheFolder();
    void asksBeforeItReplaces();
    void exportsAProject();
    void showsTerraform();
    void copiesDefinitions();

protected:
    void prepare() override;

private:
    QStringList namesOfOneProject() const; // two

    QString m_folder;
};

QStringList TestTransfer::namesOfOneProject() const
{
    QHash<QString, QStringList> projects;
    const QStringList names = m->shownNames();
    for (const QString &name : names) {
        QStringList &all = projects[m->key(name).project];
        all.append(name);
        if (all.size() > 1)
            return all;
    }
    return {};
}

void TestTransfer::prepare()
{
    m_folder = m->chooseFolder();
    QVERIFY(m->shownNames().size() > 2);
}

void TestTransfer::exportsTheSelection()
{
    const QStringList names = namesOfOneProject().mid(0, 2);
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->question()->question().contains(u"2 files"_s));
    QVERIFY(m->closeMessage());
    const QDir folder(m_folder);
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
    for (const QString &name : names) {
        QFile file(folder.filePath(name + u".json"_s));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QCOMPARE(file.readAll(), jsonText(portableDefinition(m->definition(name))));
    }

    m->setChosenPaths({}); // cancelled
    QVERIFY(m->trigger(u"exportAction"_s));
    QVERIFY(!m->question());
}

void TestTransfer::makesAFolderForEachProject()
{
    const QStringList names = m->shownNames();
    const QString &one = names.constFirst();
    QString other;
    for (const QString &name : names)
        other = m->key(name).project == m->key(one).project ? other : name;
    QVERIFY(m->select({one, other}));
    QVERIFY(m->trigger(u"exportAction"_s));
    QVERIFY(m->question());
    QVERIFY(m->answer(true));
    QTRY_VERIFY(m->question() && m->question()->question().contains(u"2 files"_s));
    QVERIFY(m->closeMessage());
    const QDir folder(m_folder);
    QVERIFY(folder.entryList(QDir::Files).isEmpty());
    for (const QString &name : {one, other}) {
        const QString project =
            m->row(name).siblingAtColumn(PipelineModel::ProjectColumn).data().toString();
        QVERIFY(QFile::exists(folder.filePath(project + u'/' + name + u".json"_s)));
    }

    QVERIFY(m->trigger(u"exportAction"_s));
    QVERIFY(m->question());
    FormInput::click(m->question(), u"exportTogether"_s);
    QTRY_VERIFY(m->question() && m->question()->question().contains(u"2 files"_s));
    QVERIFY(m->closeMessage());
    QCOMPARE(folder.entryList(QDir::Files).size(), 2);
}

void TestTransfer::opensTheFolder()
{
    FileOpener opener;
    QDesktopServices::setUrlHandler(u"file"_s, &opener, "open");
    QVERIFY(m->select({m->shownNames().constFirst()}));
    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    auto *button = m->question()->findChild<QPushButton *>(u"openFolder"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(opener.opened, QUrl::fromLocalFile(m_folder));
    QTRY_VERIFY(!m->question());
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void TestTransfer::asksBeforeItReplaces()
{
    const QStringList names = namesOfOneProject().mid(0, 2);
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"exportAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->closeMessage());
    QFile file(QDir(m_folder).filePath(names.first() + u".json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto content = [&file] {
        if (!file.open(QIODevice::ReadOnly))
            return QByteArray();
        QByteArray bytes = file.readAll();
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
    QVERIFY(m->closeMessage());
    QCOMPARE(content(), jsonText(portableDefinition(m->definition(names.first()))));
}

void TestTransfer::exportsAProject()
{
    QVERIFY(!m->action(u"exportProjectAction"_s)->isEnabled());
    const Project project = account()->projects().constFirst();
    const QModelIndex node = m->node(project.name);
    QVERIFY(node.isValid());
    m->tree()->setCurrentIndex(node);
    QTRY_VERIFY(m->action(u"exportProjectAction"_s)->isEnabled());
    QVERIFY(m->trigger(u"exportProjectAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->closeMessage());
    int count = 0;
    const QList<PipelineKey> keys = m->fleet()->pipelines()->keys(account()->id());
    for (const PipelineKey &key : keys)
        count += key.project == project.id ? 1 : 0;
    QVERIFY(count > 0 && count < keys.size());
    QCOMPARE(QDir(m_folder).entryList(QDir::Files).size(), count);

    // Once more, beside a file of a pipeline that the project does not have.
    QFile stray(QDir(m_folder).filePath(u"deleted long ago.json"_s));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    QJsonObject other = guideRequest();
    other[u"name"_s] = u"deleted long ago"_s;
    stray.write(jsonText(other));
    stray.close();
    QVERIFY(m->trigger(u"exportProjectAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY2(m->question()->detail().contains(u"deleted long ago.json"_s),
             qPrintable(m->question()->detail()));
    QVERIFY(m->closeMessage());
    QVERIFY(stray.exists());
    m->tree()->setCurrentIndex(m->tree()->model()->index(0, 0));
}

void TestTransfer::showsTerraform()
{
    const QString name = m->shownNames().constFirst();
    const PipelineKey pipeline = m->key(name);
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"terraformAction"_s));
    auto *dialog = m->find<QDialog>(u"terraformDialog"_s);
    QVERIFY(dialog);
    const auto *text = FormInput::find<QPlainTextEdit>(dialog, u"terraformText"_s);
    const QList<TerraformPipeline> wanted{
        {pipeline.project, pipeline.pipeline, m->definition(name)}};
    QCOMPARE(text->toPlainText(), terraformText(wanted).text);
    FormInput::find<QCheckBox>(dialog, u"withProvider"_s)->click();
    TerraformOptions options;
    options.withProvider = false;
    const QString bare = terraformText(wanted, options).text;
    QCOMPARE(text->toPlainText(), bare);
    FormInput::click(dialog, u"copyTerraform"_s);
    QCOMPARE(qApp->clipboard()->text(), bare);
    m->setChosenPaths({QDir(m_folder).filePath(u"pipelines.tf"_s)});
    FormInput::click(dialog, u"saveTerraform"_s);
    QTRY_VERIFY(!m->find<QDialog>(u"terraformDialog"_s));
    QFile file(QDir(m_folder).filePath(u"pipelines.tf"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), bare);
}

void TestTransfer::copiesDefinitions()
{
    const QStringList names = namesOfOneProject().mid(0, 2);
    QVERIFY(m->select({names.first()}));
    QVERIFY(m->trigger(u"copyDefinitionAction"_s));
    const auto copied = [] { return QJsonDocument::fromJson(qApp->clipboard()->text().toUtf8()); };
    QCOMPARE(copied().object(), portableDefinition(m->definition(names.first())));
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"copyDefinitionAction"_s));
    QCOMPARE(copied().array().size(), 2);
}

SLUICE_TEST(TestTransfer, Widgets)
#include "tst_transfer.moc"
