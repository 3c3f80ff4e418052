// SPDX-License-Identifier: Apache-2.0
// The jobs of somebody's first day with the program, done with the keyboard alone: only keys reach
// the window, and what they did is asked of the server.
#include "models/fleet/table/pipelinemodel.h"
#include "models/json/jsontext.h"
#include "tests/contract/daystage.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/keys.h"
#include "tests/support/testprogram.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgelabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr int dayLimit = 20'000; // ms; also on a busy machine

const QString dayTable = u"pipelineTable"_s;
const QString sourcePath = u"streamingSource.connection."_s;
const QString targetPath = u"streamingTarget."_s;
const QString keyPath = u"streamingTarget.connection.authentication."_s;

bool isShown(const QString &name)
{
    return DayStage::find(name) != nullptr;
}

bool isReady(const QString &button)
{
    const auto *found = DayStage::find<QAbstractButton>(button);
    return found && found->isEnabled();
}

QString textOf(const QString &label)
{
    const auto *found = DayStage::find<QLabel>(label);
    return found ? found->text() : QString();
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

void setClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

// The definition as it was sent, without what the server adds to it.
QJsonObject withoutIds(QJsonObject definition)
{
    definition.remove(u"streamingPipelineId"_s);
    definition.remove(u"projectId"_s);
    return definition;
}

} // namespace

// Waits, also on a busy machine, until the focus is at the widget of that name.
#define TRY_FOCUS(name) QTRY_COMPARE_WITH_TIMEOUT(Keys::focused(), name, dayLimit)
#define TRY_TRUE(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, dayLimit)
#define TAB_TO(name)                                                                               \
    do {                                                                                           \
        const QString way = Keys::tabTo(name);                                                     \
        QVERIFY2(way.isEmpty(), qPrintable(way));                                                  \
    } while (false)

class TestFirstDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void connectsAnAccount();
    void findsAPipelineAndOpensIt();
    void readsTheDetailsAndCopiesTheName();
    void startsAPipeline();
    void stopsAPipeline();
    void createsAPipeline();
    void mendsWhatTheServerRefuses();
    void editsAFieldAndSaves();
    void mergesWithAChangeOfSomebodyElse();
    void editsAReferenceToASecret();
    void repointsAVault();
    void exportsAndImports();
    void deletesAndRestores();
    void comparesTwoPipelines();
    void startsSeveral();
    void arrangesAndLeaves();

private:
    // Filters by the name, and goes to its row.
    void goTo(const QString &pipeline);
    // Opens its form, with the focus in the first field.
    void edit(const QString &pipeline);
    // Opens the review of what was edited, and waits until it can be saved.
    void review();
    // Saves what is reviewed, and waits until it is.
    void save();
    // Fills in a field of the form.
    void enter(const QString &path, const QString &text);
    void pick(const QString &path, const QString &entry);
    void refer(const QString &path, const QString &location, const QString &name);
    void addProperty(const QString &path, const QString &name, const QString &kind,
                     const QString &value);
    void goToReview();
    void answerPath(const QString &path);
    void confirm();

    QTemporaryDir m_settings;
    std::unique_ptr<DayStage> m;
};

void TestFirstDay::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void TestFirstDay::init()
{
    m = std::make_unique<DayStage>();
    QVERIFY2(m->sandbox.isReady(), qPrintable(m->sandbox.errorOutput()));
    if (qstrcmp(QTest::currentTestFunction(), "connectsAnAccount") != 0)
        QVERIFY(m->startConnected());
}

void TestFirstDay::cleanup()
{
    m.reset();
}

void TestFirstDay::goTo(const QString &pipeline)
{
    Keys::press(QKeySequence(QKeySequence::Find));
    TRY_FOCUS(u"filterEdit"_s);
    Keys::retype(pipeline);
    QTRY_COMPARE(m->shownNames().value(0), pipeline);
    Keys::press(Qt::Key_Down);
    QCOMPARE(Keys::focused(), dayTable);
    QCOMPARE(m->table()->selection().size(), 1);
    QCOMPARE(m->table()->selection().first().name, pipeline);
}

void TestFirstDay::edit(const QString &pipeline)
{
    goTo(pipeline);
    Keys::press(QKeySequence(u"Ctrl+E"_s));
    TRY_FOCUS(u"name"_s);
}

void TestFirstDay::review()
{
    Keys::press(QKeySequence(QKeySequence::Save));
    TRY_TRUE(isShown(u"reviewDialog"_s));
    TRY_TRUE(!textOf(u"reviewCounts"_s).isEmpty());
}

void TestFirstDay::save()
{
    TRY_TRUE(isReady(u"reviewSave"_s));
    Keys::press(Qt::Key_Return); // the default button
    TRY_TRUE(!isShown(u"reviewDialog"_s));
}

void TestFirstDay::enter(const QString &path, const QString &text)
{
    TAB_TO(path);
    Keys::retype(text);
    const auto *line = qobject_cast<QLineEdit *>(Keys::target());
    if (line) // else a list of suggestions is open over it
        QCOMPARE(line->text(), text);
}

void TestFirstDay::pick(const QString &path, const QString &entry)
{
    TAB_TO(path);
    QVERIFY2(Keys::choose(entry), qPrintable(path));
}

void TestFirstDay::refer(const QString &path, const QString &location, const QString &name)
{
    pick(path + u".secretType"_s, u"Azure Key Vault"_s);
    enter(path + u".secretLocation"_s, location);
    enter(path + u".secretName"_s, name);
}

// The first key in a cell opens its editor; Enter takes the text over, and the grid goes on.
void TestFirstDay::addProperty(const QString &path, const QString &name, const QString &kind,
                               const QString &value)
{
    TAB_TO(path);
    Keys::type(name);
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(path);
    Keys::press(Qt::Key_Right);
    Keys::press(Qt::Key_Return);
    QVERIFY(Keys::choose(kind));
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(path);
    Keys::press(Qt::Key_Right);
    Keys::type(value);
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(path);
}

// To the last page, by the list of the pages.
void TestFirstDay::goToReview()
{
    TAB_TO(u"pageList"_s);
    Keys::press(Qt::Key_End);
    Keys::press(Qt::Key_Return);
    QVERIFY(Keys::focused() != u"pageList"_s);
}

// Types a path in the dialog that asks for files or a folder.
void TestFirstDay::answerPath(const QString &path)
{
    TRY_FOCUS(u"fileNameEdit"_s);
    Keys::retype(path);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(!isShown(u"fileNameEdit"_s));
}

// Goes from the harmless button of a question to the other one, and presses it.
void TestFirstDay::confirm()
{
    TRY_FOCUS(u"cancelButton"_s);
    Keys::press(Qt::Key_Tab);
    QCOMPARE(Keys::focused(), u"confirmButton"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(!isShown(u"questionBox"_s));
}

void TestFirstDay::connectsAnAccount()
{
    m->start();
    TRY_FOCUS(u"nameEdit"_s);
    Keys::type(u"PROD-EU"_s);
    Keys::press(Qt::Key_Tab);
    QCOMPARE(Keys::focused(), u"regionEu"_s);
    for (const auto &region : {u"regionUs"_s, u"regionAu"_s, u"regionOther"_s}) {
        Keys::press(Qt::Key_Right);
        QCOMPARE(Keys::focused(), region);
    }
    const QList<std::pair<QString, QString>> fields{
        {u"baseUrlEdit"_s, m->sandbox.url().toString()},
        {u"tokenUrlEdit"_s, m->sandbox.tokenUrl().toString()},
        {u"signInClient"_s, {}},
        {u"clientIdEdit"_s, m->sandbox.clientId()},
        {u"clientSecretEdit"_s, m->sandbox.clientSecret()},
    };
    for (const auto &[name, text] : fields) {
        Keys::press(Qt::Key_Tab);
        QCOMPARE(Keys::focused(), name);
        Keys::type(text);
    }
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(dayTable);
    QTRY_COMPARE_WITH_TIMEOUT(m->shownNames().size(), m->pipelines().size(), dayLimit);
    QVERIFY(m->shownNames().contains(u"orders-to-snowflake"_s));

    // The next start knows the account.
    m->end();
    m->start();
    TRY_FOCUS(dayTable);
    QTRY_COMPARE_WITH_TIMEOUT(m->shownNames().size(), m->pipelines().size(), dayLimit);
}

void TestFirstDay::findsAPipelineAndOpensIt()
{
    goTo(u"treasury-to-snowflake"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(isShown(u"pipelinePage"_s));
    QCOMPARE(textOf(u"pipelinePageName"_s), u"treasury-to-snowflake"_s);
    QCOMPARE(Keys::focused(), u"qt_tabwidget_tabbar"_s);
    Keys::press(Qt::Key_Escape);
    TRY_FOCUS(dayTable);
    QCOMPARE(m->table()->selection().first().name, u"treasury-to-snowflake"_s);
}

void TestFirstDay::readsTheDetailsAndCopiesTheName()
{
    goTo(u"crm-to-snowflake"_s);
    TRY_TRUE(isShown(u"pipelineDetails"_s));
    QCOMPARE(textOf(u"paneTitle"_s), u"crm-to-snowflake"_s);
    QCOMPARE(m->state(u"crm-to-snowflake"_s), u"STREAMING"_s);
    QVERIFY(DayStage::find(u"overviewBadge"_s)->accessibleName().contains(u"Streaming"_s));
    Keys::press(QKeySequence(QKeySequence::Copy)); // of the current cell
    QCOMPARE(clipboard(), u"crm-to-snowflake"_s);

    Keys::press(Qt::Key_F6);
    QCOMPARE(Keys::focused(), u"detailsTabs"_s);
    Keys::press(Qt::Key_Right);
    QCOMPARE(Keys::focused(), u"detailsTabs"_s);
    TAB_TO(u"jsonText"_s);
    Keys::press(QKeySequence(QKeySequence::SelectAll));
    Keys::press(QKeySequence(QKeySequence::Copy));
    QCOMPARE(QJsonDocument::fromJson(clipboard().toUtf8()).object(),
             m->onServer(u"crm-to-snowflake"_s));
    Keys::press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(Keys::focused(), dayTable);
}

void TestFirstDay::startsAPipeline()
{
    const QString name = u"loyalty-to-s3"_s;
    QCOMPARE(m->state(name), u"NOT_RUNNING"_s);
    goTo(name);
    Keys::press(QKeySequence(u"Ctrl+Shift+F9"_s));
    TRY_TRUE(m->state(name) != u"NOT_RUNNING"_s);
    QCOMPARE(Keys::focused(), dayTable);
    TRY_TRUE(!m->table()->selection().first().canStart);
}

void TestFirstDay::stopsAPipeline()
{
    const QString name = u"crm-to-snowflake"_s;
    QCOMPARE(m->state(name), u"STREAMING"_s);
    goTo(name);
    Keys::press(QKeySequence(u"Ctrl+Shift+F12"_s));
    TRY_FOCUS(u"cancelButton"_s); // Enter alone stops nothing
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(dayTable);
    QCOMPARE(m->state(name), u"STREAMING"_s);
    Keys::press(QKeySequence(u"Ctrl+Shift+F12"_s));
    confirm();
    TRY_FOCUS(dayTable);
    TRY_TRUE(m->state(name) != u"STREAMING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m->state(name), u"NOT_RUNNING"_s, dayLimit);
}

// All eight pages, as the vendor's guide fills them in.
void TestFirstDay::createsAPipeline()
{
    const QString vault = u"streaming-key-vault"_s;
    Keys::press(QKeySequence(QKeySequence::New));
    TRY_FOCUS(u"project"_s);
    QVERIFY(Keys::choose(u"Test-project"_s));
    Keys::press(Qt::Key_Tab);
    QCOMPARE(Keys::focused(), u"environment"_s);
    QTRY_VERIFY(Keys::choose(u"Environment-1"_s)); // read from the server first
    Keys::press(Qt::Key_Tab);
    QCOMPARE(Keys::focused(), u"name"_s);
    Keys::type(u"orders-cdc"_s);
    Keys::press(Qt::Key_Return); // the default button is Next

    QCOMPARE(Keys::focused(), u"streamingSource.type.sqlserver"_s);
    Keys::press(Qt::Key_Space);
    Keys::press(Qt::Key_Return);

    QCOMPARE(Keys::focused(), sourcePath + u"host"_s);
    enter(sourcePath + u"host"_s, u"sqlserver.my-org.com"_s);
    enter(sourcePath + u"port"_s, u"1433"_s);
    enter(sourcePath + u"database"_s, u"my_database"_s);
    enter(sourcePath + u"username"_s, u"sa"_s);
    refer(sourcePath + u"password"_s, vault, u"sqlserver-password"_s);
    addProperty(sourcePath + u"jdbcProperties"_s, u"lockTimeout"_s, u"Number"_s, u"60"_s);
    Keys::press(QKeySequence(u"Alt+N"_s));

    TRY_FOCUS(u"streamingSource.tables.schema"_s);
    setClipboard(u"my_schema.my_first_table\nmy_schema.my_second_table\n"_s);
    Keys::press(QKeySequence(QKeySequence::Paste));
    Keys::press(Qt::Key_Return);

    QCOMPARE(Keys::focused(), u"streamingTarget.type.snowflake"_s);
    Keys::press(Qt::Key_Space);
    enter(targetPath + u"connection.accountName"_s, u"my-snowflake-account.eu-central-1"_s);
    enter(targetPath + u"connection.username"_s, u"STREAMING_USER"_s);
    pick(keyPath + u"type"_s, u"Key pair · key-pair"_s);
    refer(keyPath + u"privateKey"_s, vault, u"snowflake-private-key"_s);
    refer(keyPath + u"passphrase"_s, vault, u"snowflake-private-key-passphrase"_s);
    addProperty(targetPath + u"connection.jdbcProperties"_s, u"networkTimeout"_s, u"Number"_s,
                u"60"_s);
    Keys::press(QKeySequence(u"Alt+N"_s));

    TRY_FOCUS(targetPath + u"role"_s);
    const QList<std::pair<QString, QString>> texts{
        {u"role"_s, u"STREAMING_ROLE"_s},          {u"warehouse"_s, u"STREAMING_WH"_s},
        {u"database"_s, u"STREAMING_DB"_s},        {u"stageSchema"_s, u"STREAMING_SCHEMA"_s},
        {u"stageName"_s, u"STREAMING_STAGE"_s},    {u"stagePrefix"_s, u"MY_STREAMING_PIPELINE"_s},
        {u"tableSchema"_s, u"STREAMING_SCHEMA"_s},
    };
    for (const auto &[key, text] : texts)
        enter(targetPath + key, text);
    pick(targetPath + u"tablePrefixType"_s, u"With a prefix · PREFIX"_s);
    pick(targetPath + u"transformationType"_s, u"Change log · CHANGE_LOG"_s);
    pick(targetPath + u"temporalMapping"_s, u"Native types · NATIVE"_s);
    Keys::press(QKeySequence(u"Alt+N"_s));

    TRY_FOCUS(u"advancedProperties"_s);
    addProperty(u"advancedProperties"_s, u"max.batch.size"_s, u"Text"_s, u"40000"_s);
    Keys::press(QKeySequence(u"Alt+N"_s));

    TRY_TRUE(isReady(u"create"_s));
    Keys::press(QKeySequence(u"Alt+C"_s));
    TRY_FOCUS(dayTable);
    QCOMPARE(m->table()->selection().first().name, u"orders-cdc"_s);
    QCOMPARE(withoutIds(m->onServer(u"orders-cdc"_s)),
             with(guideDefinition(), "name", u"orders-cdc"_s));
    QVERIFY(m->namesIn(u"Test-project"_s).contains(u"orders-cdc"_s));
}

void TestFirstDay::mendsWhatTheServerRefuses()
{
    QJsonObject refused = guideFile(u"create-invalid.json"_s);
    refused.insert(u"name"_s, u"orders-cdc"_s);
    setClipboard(QString::fromUtf8(jsonText(refused)));
    Keys::menu('f', u"l"_s); // New from clipboard
    TRY_FOCUS(u"project"_s);
    QVERIFY(Keys::choose(u"Test-project"_s));
    goToReview();
    TRY_TRUE(isReady(u"create"_s));
    Keys::press(QKeySequence(u"Alt+C"_s));

    TRY_FOCUS(sourcePath + u"username"_s);
    QVERIFY(m->onServer(u"orders-cdc"_s).isEmpty());
    QVERIFY(Keys::target()->accessibleDescription().contains(u"must not be empty"_s));
    Keys::type(u"sa"_s);
    Keys::press(Qt::Key_F8);
    QCOMPARE(Keys::focused(), keyPath + u"type"_s);
    QVERIFY(Keys::choose(u"Key pair · key-pair"_s));
    refer(keyPath + u"privateKey"_s, u"streaming-key-vault"_s, u"snowflake-private-key"_s);
    refer(keyPath + u"passphrase"_s, u"streaming-key-vault"_s,
          u"snowflake-private-key-passphrase"_s);
    goToReview();
    Keys::press(QKeySequence(u"Alt+C"_s));
    TRY_FOCUS(dayTable);
    QCOMPARE(withoutIds(m->onServer(u"orders-cdc"_s)),
             with(guideDefinition(), "name", u"orders-cdc"_s));
}

void TestFirstDay::editsAFieldAndSaves()
{
    const QString name = u"treasury-to-snowflake"_s;
    const QJsonObject before = m->onServer(name);
    edit(name);
    enter(sourcePath + u"host"_s, u"db2.example.com"_s);
    review();
    QCOMPARE(textOf(u"reviewCounts"_s), u"1 change"_s);
    QCOMPARE(m->onServer(name), before);
    save();
    QCOMPARE(m->onServer(name),
             with(before, "streamingSource/connection/host", u"db2.example.com"_s));
    TRY_FOCUS(sourcePath + u"host"_s);
    Keys::press(Qt::Key_Escape); // leaves the field
    QCOMPARE(Keys::focused(), u"qt_tabwidget_tabbar"_s);
    Keys::press(Qt::Key_Escape); // leaves the page
    TRY_FOCUS(dayTable);
}

void TestFirstDay::mergesWithAChangeOfSomebodyElse()
{
    const QString name = u"treasury-to-snowflake"_s;
    const QJsonObject before = m->onServer(name);
    edit(name);
    enter(sourcePath + u"host"_s, u"mine.example.com"_s);
    const QJsonObject theirs =
        with(with(before, "streamingSource/connection/host", u"theirs.example.com"_s),
             "streamingTarget/warehouse", u"THEIR_WH"_s);
    QCOMPARE(m->server.put(m->path(name), theirs).status, 200);

    review();
    TRY_TRUE(textOf(u"reviewCounts"_s).contains(u"1 conflict"_s));
    QVERIFY(!isReady(u"reviewSave"_s));
    TAB_TO(u"chooseServer"_s);
    Keys::press(Qt::Key_Down);
    QCOMPARE(Keys::focused(), u"chooseMine"_s);
    Keys::press(Qt::Key_Space);
    TAB_TO(u"reviewSave"_s);
    save();
    QCOMPARE(m->onServer(name),
             with(theirs, "streamingSource/connection/host", u"mine.example.com"_s));
    TRY_FOCUS(sourcePath + u"host"_s);
}

void TestFirstDay::editsAReferenceToASecret()
{
    const QString name = u"treasury-to-snowflake"_s;
    const QString secret = sourcePath + u"password"_s;
    const QJsonObject before = m->onServer(name);
    edit(name);
    TAB_TO(secret + u".chips"_s);
    Keys::press(Qt::Key_Return); // opens its parts
    QCOMPARE(Keys::focused(), secret + u".secretType"_s);
    enter(secret + u".secretName"_s, u"treasury-password-2"_s);
    review();
    save();
    QCOMPARE(m->onServer(name), with(before, "streamingSource/connection/password/secretName",
                                     u"treasury-password-2"_s));
    QVERIFY(Keys::focused().startsWith(secret));
}

void TestFirstDay::repointsAVault()
{
    const auto countOf = [this](const QString &vault) {
        qsizetype count = 0;
        const QList<QJsonObject> all = m->pipelines();
        for (const QJsonObject &each : all)
            count += jsonText(each).count(R"("secretLocation": ")" + vault.toUtf8() + '"');
        return count;
    };
    Keys::press(QKeySequence(u"Ctrl+3"_s));
    TRY_FOCUS(u"secretsTable"_s);
    TAB_TO(u"secretShape"_s);
    QVERIFY(Keys::choose(u"By vault"_s));
    TAB_TO(u"secretVaults"_s);
    Keys::type(u"streaming-key-vault"_s); // searches the tree
    const qsizetype before = countOf(u"streaming-key-vault"_s);
    QVERIFY(before > 0);
    QCOMPARE(countOf(u"kv-moved"_s), 0);

    Keys::press(QKeySequence(u"Alt+R"_s)); // Re-point…
    TRY_FOCUS(u"repointTo.secretType"_s);
    enter(u"repointTo.secretLocation"_s, u"kv-moved"_s);
    TAB_TO(u"repointNext"_s);
    Keys::press(Qt::Key_Return);
    QCOMPARE(Keys::focused(), u"repointRows"_s);
    TRY_TRUE(isReady(u"repointGo"_s));
    QCOMPARE(countOf(u"kv-moved"_s), 0);
    TAB_TO(u"repointGo"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(isReady(u"copyRepointReport"_s));
    QCOMPARE(countOf(u"kv-moved"_s), before);
    QCOMPARE(countOf(u"streaming-key-vault"_s), 0);
    QCOMPARE(Keys::focused(), u"repointRows"_s);
    Keys::press(Qt::Key_Escape);
    TRY_FOCUS(u"secretVaults"_s);
}

void TestFirstDay::exportsAndImports()
{
    const QDir folder(m->home());
    goTo(u"treasury-to-snowflake"_s);
    Keys::menu('p', u"e"_s); // Export…
    answerPath(folder.path());
    TRY_FOCUS(u"confirmButton"_s); // what was written, and Close
    Keys::press(Qt::Key_Return);
    TRY_FOCUS(dayTable);
    QFile file(folder.filePath(u"treasury-to-snowflake.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject written = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(written, withoutIds(m->onServer(u"treasury-to-snowflake"_s)));

    QVERIFY(!m->namesIn(u"Logistics"_s).contains(u"treasury-to-snowflake"_s));
    Keys::menu('f', u"i"_s); // Import files…
    answerPath(file.fileName());
    TRY_TRUE(isShown(u"importDialog"_s));
    TAB_TO(u"importProject"_s);
    QVERIFY(Keys::choose(u"Logistics"_s));
    TRY_TRUE(isReady(u"importChosen"_s));
    TAB_TO(u"importChosen"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(m->namesIn(u"Logistics"_s).contains(u"treasury-to-snowflake"_s));
    Keys::press(Qt::Key_Escape);
    TRY_FOCUS(dayTable);
}

void TestFirstDay::deletesAndRestores()
{
    const QString name = u"treasury-to-snowflake"_s;
    const QJsonObject before = m->onServer(name);
    const auto count = m->pipelines().size();
    goTo(name);
    Keys::press(QKeySequence(QKeySequence::Delete));
    confirm();
    TRY_TRUE(m->onServer(name).isEmpty());
    TRY_TRUE(!m->shownNames().contains(name));

    Keys::menu('f', u"t"_s); // Trash…
    TRY_FOCUS(u"trashTable"_s);
    TRY_TRUE(isReady(u"createAgain"_s));
    Keys::press(QKeySequence(u"Alt+C"_s)); // Create again…
    TRY_FOCUS(u"name"_s);
    goToReview();
    TRY_TRUE(isReady(u"create"_s));
    Keys::press(QKeySequence(u"Alt+C"_s));
    TRY_FOCUS(dayTable);
    const QJsonObject after = m->onServer(name);
    QCOMPARE(withoutIds(after), withoutIds(before));
    QCOMPARE(after.value(u"projectId"_s), before.value(u"projectId"_s));
    QVERIFY(after.value(u"streamingPipelineId"_s) != before.value(u"streamingPipelineId"_s));
    QCOMPARE(m->pipelines().size(), count);
}

void TestFirstDay::comparesTwoPipelines()
{
    Keys::press(QKeySequence(QKeySequence::Find));
    Keys::type(u"wms"_s);
    Keys::press(Qt::Key_Down);
    Keys::press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m->table()->selection().size(), 2);
    const QStringList names{m->table()->selection().first().name,
                            m->table()->selection().last().name};
    Keys::menu('p', u"p"_s); // Compare…
    TRY_TRUE(isShown(u"compareDialog"_s));
    QCOMPARE(textOf(u"compareTitle"_s), u"From %1 to %2"_s.arg(names.first(), names.last()));
    TAB_TO(u"changesTable"_s);
    const auto *changes = qobject_cast<QAbstractItemView *>(Keys::target());
    QVERIFY(changes->model()->rowCount() > 0);
    Keys::press(Qt::Key_Down);
    QVERIFY(changes->currentIndex().isValid());
    Keys::press(Qt::Key_Escape);
    TRY_FOCUS(dayTable);
    QCOMPARE(m->table()->selection().size(), 2);
}

void TestFirstDay::startsSeveral()
{
    const QStringList stopped{u"ledger-test-to-blob"_s, u"erp-test-to-blob"_s,
                              u"support-tickets-to-blob"_s, u"call-center-to-blob"_s};
    Keys::press(QKeySequence(QKeySequence::Find));
    Keys::type(u"to-blob"_s);
    Keys::press(Qt::Key_Down);
    Keys::press(QKeySequence(QKeySequence::SelectAll)); // one of them streams already
    QCOMPARE(m->table()->selection().size(), 5);
    for (const QString &name : stopped)
        QCOMPARE(m->state(name), u"NOT_RUNNING"_s);
    Keys::press(QKeySequence(u"Ctrl+Shift+F9"_s));
    TRY_TRUE(isShown(u"runPlanDialog"_s));
    TRY_FOCUS(u"runPlanRows"_s);
    Keys::press(QKeySequence(u"Shift+Tab"_s)); // to the last button
    QCOMPARE(Keys::focused(), u"startRun"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(!isShown(u"runPlanDialog"_s));
    for (const QString &name : stopped)
        TRY_TRUE(m->state(name) != u"NOT_RUNNING"_s);
    TRY_FOCUS(dayTable);
    QCOMPARE(m->table()->selection().size(), 5);
}

void TestFirstDay::arrangesAndLeaves()
{
    const QHeaderView *header = m->table()->horizontalHeader();
    Keys::menu('v', u"on"_s); // Sort by, Name
    QCOMPARE(header->sortIndicatorSection(), int(PipelineModel::NameColumn));
    QStringList sorted = m->shownNames();
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(m->shownNames(), sorted);
    QVERIFY(!header->isSectionHidden(PipelineModel::SourceColumn));
    Keys::menu('v', u"co"_s); // Columns, Source
    QVERIFY(header->isSectionHidden(PipelineModel::SourceColumn));
    Keys::menu('v', u"td"_s); // Theme, Dark
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
    TRY_FOCUS(dayTable);

    Keys::press(Qt::Key_F1);
    TRY_FOCUS(u"shortcutsFilter"_s);
    Keys::type(u"compare"_s);
    Keys::press(Qt::Key_Escape);
    Keys::press(Qt::Key_Escape);
    TRY_FOCUS(dayTable);

    const QString name = u"treasury-to-snowflake"_s;
    goTo(name);
    Keys::menu('p', u"ld"_s); // Copy as cURL, Read the definition
    QVERIFY2(clipboard().startsWith(u"curl "_s), qPrintable(clipboard()));
    QVERIFY2(clipboard().contains(m->path(name)), qPrintable(clipboard()));

    // Unsaved work is asked about, kept, and found again.
    const QJsonObject before = m->onServer(name);
    edit(name);
    enter(sourcePath + u"host"_s, u"later.example.com"_s);
    Keys::press(QKeySequence(u"Ctrl+Q"_s));
    TRY_TRUE(isShown(u"closeQuestion"_s));
    TAB_TO(u"keepDraft"_s);
    Keys::press(Qt::Key_Return);
    TRY_TRUE(!m->window()->isVisible());
    m->end();
    QVERIFY(m->startConnected());
    QCOMPARE(m->table()->horizontalHeader()->sortIndicatorSection(),
             int(PipelineModel::NameColumn));
    TRY_TRUE(isShown(u"bannerVerb"_s));
    TAB_TO(u"bannerVerb"_s); // Go on editing
    Keys::press(Qt::Key_Return);
    TRY_TRUE(isShown(sourcePath + u"host"_s));
    QCOMPARE(DayStage::find<QLineEdit>(sourcePath + u"host"_s)->text(), u"later.example.com"_s);
    QCOMPARE(m->onServer(name), before);
}

SLUICE_TEST(TestFirstDay, Widgets)
#include "tst_firstday.moc"
