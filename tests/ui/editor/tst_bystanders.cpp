// SPDX-License-Identifier: Apache-2.0
// Actions that are no edits leave the document, the draft and the marks of edits alone.
#include "models/account/account.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/editor/jsontab.h"

#include <QClipboard>
#include <QLocale>
#include <QSettings>
#include <QTabBar>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// What would be lost or sent.
struct Held {
    QJsonObject base;
    QJsonObject mine;
    QString ahead; // text that is no JSON
    bool hasEdits = false;
    bool canUndo = false;
    QString tab; // of the open pipelines
    QList<QByteArray> drafts;

    bool operator==(const Held &) const = default;
};

QByteArray textOf(const Draft &draft)
{
    const QJsonObject all{{u"id"_s, draft.id},         {u"base"_s, draft.base},
                          {u"edited"_s, draft.edited}, {u"typed"_s, QJsonValue(draft.typed)},
                          {u"text"_s, draft.jsonText}, {u"pipeline"_s, draft.key.pipeline},
                          {u"page"_s, draft.page}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void toAll(QEvent::Type type)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        QEvent event(type);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace

class TestBystanders : public EditorTest
{
    Q_OBJECT

private Q_SLOTS:
    void nothingButAnEditEdits_data();
    void nothingButAnEditEdits();
    void restoredTabsHoldNoEdits_data();
    void restoredTabsHoldNoEdits();
    void theDraftOfAnotherDayStays();
    void blankTextSpeaksForNobody();

private:
    struct Event {
        const char *name;
        std::function<void()> happen;
    };

    QList<Event> events();
    Held held();
    QList<QByteArray> drafts();
};

QList<QByteArray> TestBystanders::drafts()
{
    std::optional<QList<QByteArray>> found;
    LocalStore *store = m_stage->f.store();
    store->drafts()->flush();
    store->drafts()->all(this, [&found](const auto &all) {
        QVERIFY(all);
        found.emplace();
        for (const Draft &draft : *all)
            found->append(textOf(draft));
    });
    return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QList<QByteArray>();
}

Held TestBystanders::held()
{
    Held now;
    if (PipelineEditor *editor = m_stage->page()->editor(m_key)) {
        now.base = editor->document()->base();
        now.mine = editor->document()->mine();
        now.ahead = editor->findChild<JsonTab *>(u"jsonTab"_s)->aheadText();
        now.hasEdits = editor->hasEdits();
        now.canUndo = editor->canUndo();
    }
    now.tab = m_stage->f.find<QTabBar>(u"openPipelines"_s)->tabText(0);
    now.drafts = drafts();
    return now;
}

QList<TestBystanders::Event> TestBystanders::events()
{
    MainWindow *window = m_stage->window();
    const auto theme = [this](Theme::Mode mode) {
        return [this, mode] { m_stage->theme.setMode(mode); };
    };
    const auto font = [](int points) {
        return [points] {
            QFont larger = QApplication::font();
            larger.setPointSize(larger.pointSize() + points);
            QApplication::setFont(larger);
        };
    };
    const auto tab = [this](int to) {
        return [this, to] {
            if (PipelineEditor *editor = m_stage->page()->current())
                editor->showTab(PipelineEditor::Tab(to));
        };
    };
    return {
        {"dark", theme(Theme::Mode::Dark)},
        {"light", theme(Theme::Mode::Light)},
        {"system theme", theme(Theme::Mode::System)},
        {"palette of the desktop",
         [] {
             QPalette palette = QApplication::palette();
             palette.setColor(QPalette::Text, Qt::darkMagenta);
             QApplication::setPalette(palette);
         }},
        {"style events", [] { toAll(QEvent::StyleChange); }},
        {"larger font", font(4)},
        {"smaller font", font(-4)},
        {"font events", [] { toAll(QEvent::FontChange); }},
        {"language", [] { toAll(QEvent::LanguageChange); }},
        {"region", [] { toAll(QEvent::LocaleChange); }},
        {"another default locale", [] { QLocale::setDefault(QLocale(QLocale::German)); }},
        {"the locale of before", [] { QLocale::setDefault(QLocale::c()); }},
        {"right to left", [] { QApplication::setLayoutDirection(Qt::RightToLeft); }},
        {"left to right", [] { QApplication::setLayoutDirection(Qt::LeftToRight); }},
        {"font of the desktop", [] { toAll(QEvent::ApplicationFontChange); }},
        {"palette events", [] { toAll(QEvent::PaletteChange); }},
        {"reduced motion", [this] { m_stage->f.action(u"reduceMotionAction"_s)->toggle(); }},
        {"narrow", [window] { window->resize(900, 600); }},
        {"wide", [window] { window->resize(1400, 900); }},
        {"minimised", [window] { window->showMinimized(); }},
        {"back again", [window] { window->showNormal(); }},
        {"hidden", [window] { window->hide(); }},
        {"shown",
         [window] {
             window->show();
             QVERIFY(QTest::qWaitForWindowExposed(window));
         }},
        {"focus lost", [] { QApplication::setActiveWindow(nullptr); }},
        {"focus got", [window] { QApplication::setActiveWindow(window); }},
        {"clipboard", [] { QApplication::clipboard()->setText(u"{\"name\": \"other\"}"_s); }},
        {"JSON", tab(PipelineEditor::TextTab)},
        {"changes", tab(PipelineEditor::ChangesTab)},
        {"history", tab(PipelineEditor::VersionsTab)},
        {"overview", tab(PipelineEditor::OverviewTab)},
        {"form", tab(PipelineEditor::FormTab)},
        {"dark on the form", theme(Theme::Mode::Dark)},
        {"JSON again", tab(PipelineEditor::TextTab)},
        {"light on the JSON", theme(Theme::Mode::Light)},
        {"larger font on the JSON", font(2)},
        {"the fleet", [this] { m_stage->f.trigger(u"findAction"_s); }},
        {"dark on the fleet", theme(Theme::Mode::Dark)},
        {"the secrets", [this] { m_stage->f.trigger(u"secretsAction"_s); }},
        {"the start page", [this] { m_stage->f.trigger(u"addAccountAction"_s); }},
        {"reading all again",
         [this] {
             const Account *account = m_stage->account;
             m_stage->f.fleet()->refreshAll();
             QTRY_COMPARE(account->pipelinesState(m_key.project), LoadState::Loaded);
         }},
        {"another account comes and goes",
         [this] {
             ScriptedApi api;
             api.addProject(u"p1"_s, u"Orders"_s);
             api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
             m_stage->f.fleet()->addAccount(api.makeAccount());
             QTRY_COMPARE(m_stage->f.fleet()->pipelines()->count(u"acc"_s, u"p1"_s), 1);
             m_stage->f.fleet()->removeAccount(u"acc"_s);
         }},
    };
}

void TestBystanders::nothingButAnEditEdits_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("edited"); // what was typed before
    QTest::newRow("overview") << int(PipelineEditor::OverviewTab) << QString();
    QTest::newRow("form") << int(PipelineEditor::FormTab) << QString();
    QTest::newRow("JSON") << int(PipelineEditor::TextTab) << QString();
    QTest::newRow("changes") << int(PipelineEditor::ChangesTab) << QString();
    QTest::newRow("form with an edit") << int(PipelineEditor::FormTab) << u"field"_s;
    QTest::newRow("overview, an edit in the form")
        << int(PipelineEditor::OverviewTab) << u"field"_s;
    QTest::newRow("form, an unfinished field") << int(PipelineEditor::FormTab) << u"unfinished"_s;
    QTest::newRow("JSON that is none") << int(PipelineEditor::TextTab) << u"broken"_s;
    QTest::newRow("overview, JSON that is none") << int(PipelineEditor::OverviewTab) << u"broken"_s;
    QTest::newRow("JSON, all deleted") << int(PipelineEditor::TextTab) << u"empty"_s;
}

void TestBystanders::nothingButAnEditEdits()
{
    QFETCH(const int, tab);
    QFETCH(const QString, edited);
    const QFont font = QApplication::font();
    if (edited == u"field"_s) {
        m_stage->type(hostPath, u"elsewhere"_s);
    } else if (edited == u"unfinished"_s) {
        m_stage->type(portPath, u"many"_s);
    } else if (!edited.isEmpty()) {
        m_stage->showTab(PipelineEditor::TextTab);
        m_stage->json()->setFocus();
        m_stage->json()->selectAll();
        QTest::keyClick(m_stage->json(), Qt::Key_Delete);
        if (edited == u"broken"_s)
            QTest::keyClicks(m_stage->json(), u"{ \"name\": "_s);
        QTRY_VERIFY(m_stage->editor()->hasEdits() && !m_stage->editor()->canSave());
    }
    m_stage->showTab(PipelineEditor::Tab(tab));
    m_stage->editor()->flush();
    const Held before = held();
    QCOMPARE(before.hasEdits, !edited.isEmpty());
    // Of a text without a letter there is nothing to keep.
    QCOMPARE(before.drafts.size(), edited.isEmpty() || edited == u"empty"_s ? 0 : 1);
    const QList<Event> all = events();
    for (const Event &event : all) {
        event.happen();
        m_stage->editor()->flush(); // what it does by itself at the next pause
        QCoreApplication::processEvents();
        const Held after = held();
        QVERIFY2(after == before, event.name);
    }
    QApplication::setFont(font);
}

void TestBystanders::restoredTabsHoldNoEdits_data()
{
    QTest::addColumn<bool>("shown");
    QTest::newRow("never looked at") << false;
    QTest::newRow("looked at, on its overview") << true;
}

void TestBystanders::restoredTabsHoldNoEdits()
{
    QFETCH(const bool, shown);
    const PipelineKey second = m_stage->create(u"second"_s);
    m_stage->open(second, PipelineEditor::OverviewTab);
    m_stage->f.reopen();
    QTRY_COMPARE(m_stage->page()->openKeys(), (QList{m_key, second}));
    if (shown) {
        m_stage->open(m_key, PipelineEditor::OverviewTab);
        QVERIFY(m_stage->page()->editor(m_key));
    }
    QVERIFY(!m_stage->page()->editor(second)); // no editor is made that nobody looks at
    const QFont font = QApplication::font();
    const Held before = held();
    QVERIFY(!before.hasEdits);
    QCOMPARE(before.tab, u"orders"_s);
    const QList<Event> all = events();
    for (const Event &event : all) {
        event.happen();
        QCoreApplication::processEvents();
        QVERIFY2(held() == before, event.name);
        QVERIFY2(m_stage->page()->edited().isEmpty(), event.name);
    }
    QApplication::setFont(font);
    QVERIFY(m_stage->window()->close()); // asks nothing
}

// It is offered, whatever happens to the window before it is asked for.
void TestBystanders::theDraftOfAnotherDayStays()
{
    m_stage->type(hostPath, u"elsewhere"_s);
    m_stage->editor()->flush();
    const QList<QByteArray> kept = drafts();
    QCOMPARE(kept.size(), 1);
    m_stage->page()->close(m_stage->editor());
    m_stage->f.settings()->setValue(
        u"editor/open"_s,
        QStringList{QStringList{m_key.account, m_key.project, m_key.pipeline}.join(u'/')});
    m_stage->f.reopen();
    QTRY_COMPARE(m_stage->page()->openKeys(), QList{m_key});
    const QList<Event> all = events();
    const QFont font = QApplication::font();
    for (const Event &event : all) {
        event.happen();
        QCoreApplication::processEvents();
        QVERIFY2(drafts() == kept, event.name);
    }
    QApplication::setFont(font);
    m_stage->open(m_key);
    QCOMPARE(m_stage->text(hostPath), u"elsewhere"_s);
}

// The text of a tab that nobody opened is no definition: neither empty nor broken.
void TestBystanders::blankTextSpeaksForNobody()
{
    PipelineEditor *editor = m_stage->editor();
    auto *tab = editor->findChild<JsonTab *>(u"jsonTab"_s);
    auto *text = tab->findChild<QPlainTextEdit *>(u"jsonEditor"_s);
    QVERIFY(text->toPlainText().isEmpty());
    text->setFont(QFont(u"monospace"_s, 20));
    text->document()->setDefaultFont(text->font());
    QVERIFY(!tab->isAhead());
    QVERIFY(tab->flush());
    QVERIFY(!editor->hasEdits());
    QCOMPARE(tab->aheadText(), QString());
    m_stage->showTab(PipelineEditor::TextTab);
    QVERIFY(text->toPlainText().startsWith(u'{'));
}

SLUICE_TEST(TestBystanders, Widgets)
#include "tst_bystanders.moc"
