// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/document/diff.h"
#include "models/exchange/files/portable.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// How the wizard begins and ends in the main window: drafts, copies, the clipboard.
class TestNewPipelines : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatWasTyped();
    void asksWhatBecomesOfIt();
    void keepsNoDraftOfWhatWasCreated();
    void duplicates();
    void namesCopies();
    void beginsWithTheClipboard();
    void asksAboutADoubtfulName_data();
    void asksAboutADoubtfulName();
    void saysWhatIsMissingInADraft();
    void saysWhatIsMissingInACopy();
    void saysWhatIsWrongWithTheClipboard();
    void beginsWithAFile();
    void saysWhatIsWrongWithAFile();

protected:
    QString seed() const override
    {
        // The guide's project is empty.
        const bool needsPipelines = QByteArray(QTest::currentTestFunction()) == "duplicates";
        return needsPipelines ? u"demo"_s : u"guide"_s;
    }

    bool hasStore() const override { return true; }

private:
    PipelineWizard *wizard() const;
    PipelineWizard *openWizard(const QString &action);
    QList<Draft> drafts() const;
};

PipelineWizard *TestNewPipelines::wizard() const
{
    const auto all = m->window()->findChildren<PipelineWizard *>();
    for (PipelineWizard *one : all) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

PipelineWizard *TestNewPipelines::openWizard(const QString &action)
{
    if (!m->trigger(action) || !QTest::qWaitFor([this] { return wizard(); }))
        return nullptr;
    PipelineWizard *opened = wizard();
    const bool hasFocus = QTest::qWaitFor([opened] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && opened->isAncestorOf(focus);
    });
    return hasFocus ? opened : nullptr;
}

QList<Draft> TestNewPipelines::drafts() const
{
    QList<Draft> found;
    bool isAnswered = false;
    m->store()->drafts()->all(m->window(), [&](const StoreResult<QList<Draft>> &all) {
        found = *all;
        isAnswered = true;
    });
    if (!QTest::qWaitFor([&isAnswered] { return isAnswered; }))
        QTest::qFail("The store gave no answer", __FILE__, __LINE__);
    return found;
}

void TestNewPipelines::offersWhatWasTyped()
{
    const QPointer<PipelineWizard> first = openWizard(u"newPipelineAction"_s);
    QVERIFY(first);
    auto *environments = FormInput::find<QComboBox>(first, u"environment"_s);
    QTRY_VERIFY(environments->findText(guideEnvironment) > 0);
    FormInput::choose(first, u"environment"_s, guideEnvironment);
    FormInput::type(first, u"name"_s, u"half done"_s);
    first->showPage(WizardPages::SourceType);
    FormInput::click(first, u"streamingSource.type.sqlserver"_s);
    // Chosen against the environment's: it must not come back with the environment.
    first->form()->setValue(u"agentId"_s, u"another-runner"_s);
    const QJsonObject typed = first->form()->definition();

    m->reopen();
    QVERIFY(QTest::qWaitFor([this] { return m->clickInBanner(u"Go on"_s); }));
    PipelineWizard *again = wizard();
    QVERIFY(again);
    QVERIFY(!first);
    QCOMPARE(again->page(), WizardPages::SourceType);
    QCOMPARE(again->form()->definition(), typed);
    again->showPage(WizardPages::Basics);
    environments = FormInput::find<QComboBox>(again, u"environment"_s);
    QTRY_COMPARE(environments->currentText(), guideEnvironment);
    QCOMPARE(again->form()->value(u"agentId"_s).toString(), u"another-runner"_s);
    QTRY_VERIFY(m->banners().isEmpty());
}

void TestNewPipelines::asksWhatBecomesOfIt()
{
    PipelineWizard *open = openWizard(u"newPipelineAction"_s);
    QVERIFY(open);
    QSignalSpy saved(m->store()->drafts(), &DraftStore::saved);
    FormInput::type(open, u"name"_s, u"kept"_s);
    QTRY_VERIFY(!saved.isEmpty());
    QTest::keyClick(open, Qt::Key_Escape);
    FormInput::click(open->findChild<QWidget *>(u"leaveQuestion"_s), u"keepDraft"_s);
    QTRY_VERIFY(!wizard());
    QCOMPARE(drafts().size(), 1);
    QCOMPARE(drafts().constFirst().edited.value(u"name"_s).toString(), u"kept"_s);

    QVERIFY(m->clickInBanner(u"Go on"_s));
    open = wizard();
    QVERIFY(open);
    QVERIFY(QTest::qWaitForWindowActive(open));
    QTest::keyClick(open, Qt::Key_Escape);
    FormInput::click(open->findChild<QWidget *>(u"leaveQuestion"_s), u"leave"_s);
    QTRY_VERIFY(!wizard());
    QVERIFY(drafts().isEmpty());
    QVERIFY(m->banners().isEmpty());

    open = openWizard(u"newPipelineAction"_s);
    QVERIFY(open);
    QTest::keyClick(open, Qt::Key_Escape); // nothing was typed
    QTRY_VERIFY(!wizard());
}

void TestNewPipelines::keepsNoDraftOfWhatWasCreated()
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = u"from text"_s;
    qApp->clipboard()->setText(QString::fromUtf8(QJsonDocument(definition).toJson()));
    PipelineWizard *open = openWizard(u"newFromClipboardAction"_s);
    QVERIFY(open);
    QSignalSpy saved(m->store()->drafts(), &DraftStore::saved);
    FormInput::type(open, u"name"_s, u"from text 2"_s);
    QTRY_VERIFY(!saved.isEmpty());
    open->showPage(WizardPages::Review);
    FormInput::click(open, u"create"_s);
    QTRY_VERIFY(!wizard());
    QTRY_VERIFY(m->row(u"from text 2"_s).isValid());
    QVERIFY(drafts().isEmpty());
}

void TestNewPipelines::duplicates()
{
    const QString name = m->shownNames().value(0);
    QVERIFY(m->select({name}));
    const auto key = m->key(name);
    QJsonObject wanted = portableDefinition(m->fleet()->pipelines()->definition(key));
    PipelineWizard *open = openWizard(u"duplicateAction"_s);
    QVERIFY(open);
    wanted[u"name"_s] = QString(u"Copy of "_s + name);
    QCOMPARE(open->windowTitle(), u"New pipeline from "_s + name);
    QCOMPARE(open->form()->definition(), wanted);
    QSignalSpy created(open, &PipelineWizard::created);
    open->showPage(WizardPages::Review);
    FormInput::click(open, u"create"_s);
    QVERIFY(created.wait());
    const auto copy = created.first().first().value<PipelineKey>();
    QCOMPARE(copy.project, key.project);
    // The server writes choices in its own case.
    QVERIFY(semanticDiff(wanted, portableDefinition(readPipeline(account(), copy))).isEmpty());
}

void TestNewPipelines::namesCopies()
{
    const QString copy = u"Copy of a"_s;
    QCOMPARE(nameOfCopy(u"a"_s, {u"a"_s}), copy);
    QCOMPARE(nameOfCopy(u"a"_s, {u"a"_s, copy}), copy + u" 2"_s);
    QCOMPARE(nameOfCopy(copy, {u"a"_s, copy}), copy + u" 2"_s);
    QCOMPARE(nameOfCopy(copy + u" 2"_s, {copy, copy + u" 2"_s}), copy + u" 3"_s);
    QCOMPARE(nameOfCopy(u"room 2"_s, {}), u"Copy of room 2"_s);
    QCOMPARE(nameOfCopy(u"Copy of room 2"_s, {u"Copy of room 2"_s}), u"Copy of room 2 2"_s);
}

void TestNewPipelines::beginsWithTheClipboard()
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = u"pasted"_s;
    definition[u"unknownToSluice"_s] = QJsonArray{1, QJsonValue()};
    definition[u"streamingPipelineId"_s] = u"of another one"_s;
    qApp->clipboard()->setText(QString::fromUtf8(QJsonDocument(definition).toJson()));
    const PipelineWizard *open = openWizard(u"newFromClipboardAction"_s);
    QVERIFY(open);
    QCOMPARE(wizard()->form()->definition(), portableDefinition(definition));
}

void TestNewPipelines::asksAboutADoubtfulName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("a pair") << u"token=prod"_s << true;
    QTest::newRow("the ID of a key") << u"AKIAIOSFODNN7EXAMPLE"_s << true;
    QTest::newRow("random") << QString(u"k7Xq2"_s).repeated(14) << true;
    QTest::newRow("a hash") << QString(u"3f9a"_s).repeated(32) << true;
    QTest::newRow("YAML") << u"password: orders"_s << true;
    QTest::newRow("a name") << u"prod/orders"_s << false;
}

void TestNewPipelines::asksAboutADoubtfulName()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isAsked);
    QJsonObject definition = guideRequest();
    QJsonObject source = definition[u"streamingSource"_s].toObject();
    QJsonObject connection = source[u"connection"_s].toObject();
    connection[u"password"_s] =
        QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, name}};
    source[u"connection"_s] = connection;
    definition[u"streamingSource"_s] = source;
    qApp->clipboard()->setText(QString::fromUtf8(QJsonDocument(definition).toJson()));
    for (const bool isName : {false, true}) {
        QVERIFY(m->trigger(u"newFromClipboardAction"_s));
        if (!isAsked)
            break;
        QVERIFY(!wizard());
        QVERIFY(m->question());
        const QString detail = m->question()->detail();
        QVERIFY(detail.contains(u"streamingSource.connection.password.secretName"));
        QVERIFY(!detail.contains(name));
        QVERIFY(m->answer(isName));
        QTRY_VERIFY(!m->question());
        QCOMPARE(wizard() != nullptr, isName);
    }
    QTRY_VERIFY(wizard());
    QCOMPARE(wizard()->form()->definition(), portableDefinition(definition));
}

void TestNewPipelines::saysWhatIsMissingInADraft()
{
    PipelineWizard *open = openWizard(u"newPipelineAction"_s);
    QVERIFY(open);
    QVERIFY(open->findChild<QWidget *>(u"leftOutBanner"_s)->isHidden());
    FormInput::type(open, u"name"_s, u"kept"_s);
    QVERIFY(open->form()->setValue(u"streamingSource.url"_s, u"jdbc:x://h;user=u;password=p"_s));
    QVERIFY(open->form()->setValue(u"streamingSource.other"_s, u"mongodb://u:p@h"_s));
    QVERIFY(open->form()->setValue(u"streamingSource.plain"_s, u"jdbc:x://h;user=u"_s));

    m->reopen();
    // Twice: what is missing is not forgotten because it was kept once more without it.
    for (int round = 0; round < 2; ++round) {
        QTRY_VERIFY(!m->banners().isEmpty());
        const QString offer = m->banners().constFirst()->accessibleName();
        QVERIFY2(offer.contains(u"2 values are left out"), qPrintable(offer));
        QVERIFY2(offer.contains(u"streamingSource.url"), qPrintable(offer));
        QVERIFY(!offer.contains(u"streamingSource.plain"));
        QVERIFY(QTest::qWaitFor([this] { return m->clickInBanner(u"Go on"_s); }));
        open = wizard();
        QVERIFY(open);
        const auto *banner = open->findChild<QWidget *>(u"leftOutBanner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(
            u"2 values are missing here: streamingSource.other, streamingSource.url."));
        QSignalSpy saved(m->store()->drafts(), &DraftStore::saved);
        QVERIFY(open->form()->setValue(u"name"_s, u"again %1"_s.arg(round)));
        QTRY_VERIFY(!saved.isEmpty());
        m->reopen();
    }
}

void TestNewPipelines::saysWhatIsMissingInACopy()
{
    QJsonObject definition = guideRequest();
    definition[u"jdbc.url"_s] = u"jdbc:x://h;user=u;password=p"_s;
    qApp->clipboard()->setText(QString::fromUtf8(QJsonDocument(definition).toJson()));
    PipelineWizard *open = openWizard(u"newFromClipboardAction"_s);
    QVERIFY(open);
    const auto *banner = open->findChild<QWidget *>(u"leftOutBanner"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName().contains(u"1 value is missing here: jdbc.url."));
}

void TestNewPipelines::saysWhatIsWrongWithTheClipboard()
{
    qApp->clipboard()->setText(u"{\"name\": }"_s);
    QVERIFY(m->trigger(u"newFromClipboardAction"_s));
    QVERIFY(!wizard());
    QVERIFY(m->question());
    const auto *detail = m->question()->findChild<QLabel *>(u"questionDetail"_s);
    QVERIFY(!detail->text().isEmpty());
    QVERIFY(m->answer(true));
    QTRY_VERIFY(!m->question());
}

void TestNewPipelines::beginsWithAFile()
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = u"from a file"_s;
    definition[u"unknownToSluice"_s] = QJsonArray{1, QJsonValue()};
    definition[u"streamingPipelineId"_s] = u"of another one"_s;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"orders.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(definition).toJson());
    file.close();
    m->setChosenPaths({file.fileName()});
    PipelineWizard *open = openWizard(u"newFromFileAction"_s);
    QVERIFY(open);
    QCOMPARE(open->form()->definition(), portableDefinition(definition));
    auto *environments = FormInput::find<QComboBox>(open, u"environment"_s);
    QTRY_VERIFY(environments->count() > 0);
    QSignalSpy created(open, &PipelineWizard::created);
    open->showPage(WizardPages::Review);
    FormInput::click(open, u"create"_s);
    QVERIFY(created.wait());
    const QJsonObject sent = readPipeline(account(), created.first().first().value<PipelineKey>());
    QCOMPARE(sent.value(u"unknownToSluice"_s), definition.value(u"unknownToSluice"_s));
}

void TestNewPipelines::saysWhatIsWrongWithAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"broken.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"name\": \"a\",\n  \"agentId\" 1\n}\n");
    file.close();
    m->setChosenPaths({file.fileName()});
    QVERIFY(m->trigger(u"newFromFileAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(!wizard());
    QVERIFY(m->question()->question().contains(u"broken.json"_s));
    QVERIFY2(m->question()->detail().startsWith(u"Line 3, column 13: "_s),
             qPrintable(m->question()->detail()));
    QVERIFY(m->answer(true));
    QTRY_VERIFY(!m->question());
}

SLUICE_TEST(TestNewPipelines, Widgets)
#include "tst_newpipelines.moc"
