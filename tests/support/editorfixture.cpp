// SPDX-License-Identifier: Apache-2.0
#include "tests/support/editorfixture.h"

#include "models/account/account.h"
#include "models/json/jsontext.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/guideform.h"
#include "tests/support/signedin.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

constexpr int editorPatience = 20'000; // ms; what other tests leave of a busy machine is little

} // namespace

EditorStage::EditorStage()
    : sandbox({u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"0"_s, u"--speed"_s, u"40"_s})
    , theme(*qApp, Theme::Mode::Light)
    , f(&theme)
{}

bool EditorStage::isReady()
{
    if (!sandbox.isReady())
        return false;
    f.addStore();
    account = f.signIn(sandbox);
    const Account *second = signIn(&other, sandbox);
    return QTest::qWaitFor([second] { return !second->projects().isEmpty(); }, editorPatience);
}

PipelineKey EditorStage::begin()
{
    PipelineKey key = isReady() ? create(u"orders"_s) : PipelineKey();
    if (key.isValid())
        open(key);
    return key;
}

PipelineKey EditorStage::create(const QString &name, const QJsonObject &definition)
{
    QJsonObject wanted = definition.isEmpty() ? guideDefinition() : definition;
    wanted.insert(u"name"_s, name);
    std::optional<QJsonObject> created;
    QObject context;
    Test::createPipeline(other, account->id(), guideProject, jsonText(wanted), &context,
                         [&created](const Result<QJsonObject> &result) {
                             if (!result)
                                 QTest::qFail(qPrintable(result.error().details()), __FILE__,
                                              __LINE__);
                             created = result ? *result : QJsonObject();
                         });
    if (!QTest::qWaitFor([&created] { return created.has_value(); }, editorPatience))
        return {};
    const PipelineKey key{account->id(), guideProject,
                          created->value(u"streamingPipelineId"_s).toString()};
    f.fleet()->refreshAll();
    const bool isThere = QTest::qWaitFor(
        [this, &key] { return f.fleet()->pipelines()->state(key) == PipelineState::NotRunning; },
        editorPatience);
    f.fleet()->pipelines()->flush();
    return isThere ? key : PipelineKey();
}

void EditorStage::open(const PipelineKey &key, PipelineEditor::Tab tab)
{
    f.trigger(u"findAction"_s); // the dashboard
    const QString name = f.fleet()->pipelines()->definition(key).value(u"name"_s).toString();
    QTRY_VERIFY(f.row(name).isValid());
    QVERIFY(f.select({name}));
    QVERIFY(f.trigger(u"openAction"_s));
    QVERIFY(editor());
    QCOMPARE(editor()->key(), key);
    activate();
    showTab(tab);
}

// On the tests' platform nothing gets the focus when a dialog closes.
void EditorStage::activate()
{
    if (QApplication::activeWindow())
        return;
    window()->activateWindow();
    QTRY_VERIFY(window()->isActiveWindow());
}

void EditorStage::click(const QString &name)
{
    auto *widget = find<QWidget>(name);
    QVERIFY2(widget, qPrintable(u"not on screen: "_s + name));
    QVERIFY2(widget->isEnabled(), qPrintable(u"disabled: "_s + name));
    // A wide radio button takes clicks only on its mark and its words.
    const bool isWide = qobject_cast<QRadioButton *>(widget) != nullptr;
    QTest::mouseClick(widget, Qt::LeftButton, {},
                      isWide ? QPoint(widget->height() / 2, widget->height() / 2) : QPoint());
}

void EditorStage::type(const QString &path, const QString &text)
{
    activate();
    FormInput::type(editor(), path, text);
}

void EditorStage::press(const QKeySequence &keys)
{
    activate();
    QWidget *focus = QApplication::focusWidget();
    QVERIFY2(focus, "nothing has the focus");
    QTest::keySequence(focus, keys);
}

void EditorStage::showTab(PipelineEditor::Tab tab)
{
    auto *bar = editor()->findChild<QTabWidget *>(u"editorTabs"_s)->tabBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    QCOMPARE(bar->currentIndex(), int(tab));
}

QString EditorStage::tabText(PipelineEditor::Tab tab)
{
    return editor()->findChild<QTabWidget *>(u"editorTabs"_s)->tabText(tab);
}

QString EditorStage::footer()
{
    return editor()->findChild<QLabel *>(u"editorState"_s)->text();
}

QString EditorStage::text(const QString &path)
{
    const auto *edit = FormInput::find<QLineEdit>(editor(), path);
    return edit ? edit->text() : QString();
}

QString EditorStage::banner(const QString &name)
{
    const QWidget *banner = find<Banner>(name);
    return banner ? banner->accessibleName() : QString();
}

QJsonObject EditorStage::onServer(const PipelineKey &key)
{
    return readPipeline(other.account(account->id()), key);
}

void EditorStage::changeElsewhere(const PipelineKey &key, const char *path, const QJsonValue &value)
{
    const QJsonObject changed = with(onServer(key), path, value);
    bool isSaved = false;
    QObject context;
    Test::savePipeline(other, key, jsonText(changed), &context,
                       [&isSaved](const Result<QJsonObject> &result) { isSaved = bool(result); });
    QTRY_VERIFY_WITH_TIMEOUT(isSaved, editorPatience);
}

void EditorStage::deleteElsewhere(const PipelineKey &key)
{
    other.refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(other.pipelines()->find(key), editorPatience);
    other.deletePipeline(key);
    QTRY_VERIFY_WITH_TIMEOUT(!other.pipelines()->find(key), editorPatience);
}

void EditorStage::startElsewhere(const PipelineKey &key)
{
    other.refreshAll();
    QTRY_VERIFY_WITH_TIMEOUT(other.pipelines()->find(key), editorPatience);
    other.sendCommand(key, PipelineCommand::Start);
    QTRY_COMPARE_WITH_TIMEOUT(f.fleet()->pipelines()->state(key), PipelineState::Streaming,
                              editorPatience);
    f.fleet()->pipelines()->flush();
}

void EditorStage::review()
{
    QTRY_VERIFY(
        f.action(u"saveAction"_s)->isEnabled()); // actions follow once per turn of the event loop
    QVERIFY(f.trigger(u"saveAction"_s));
    QTRY_VERIFY(find(u"reviewDialog"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!find<QLabel>(u"reviewCounts"_s)->text().isEmpty(), editorPatience);
}

void EditorStage::save()
{
    review();
    click(u"reviewSave"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!find(u"reviewDialog"_s), editorPatience);
}

void EditorTest::init()
{
    m_stage = std::make_unique<EditorStage>();
    m_key = m_stage->begin();
    QVERIFY(m_key.isValid());
}

void EditorTest::cleanup()
{
    m_stage.reset();
}

} // namespace Sluice::Test
