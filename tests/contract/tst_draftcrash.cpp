// SPDX-License-Identifier: Apache-2.0
// Edits survive the killing of the program: while they are typed, in the form and in the JSON, and
// while they are being saved. The program runs on a home of its own.
#include "app/application.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/sandboxprocess.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/jsontab.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/mainwindow.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString host = u"streamingSource.connection.host"_s;

void say(const QString &words)
{
    std::puts(words.toUtf8().constData());
    std::fflush(stdout);
}

// The program as its main() makes it, with hands on its window.
class Hands
{
public:
    explicit Hands(const QStringList &words)
        : m_application(LaunchOptions::parse(words), &m_secrets)
    {
        m_application.start();
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (qobject_cast<MainWindow *>(widget))
                m_window = widget;
        }
    }

    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        const QList<T *> all = m_window->findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    PipelineEditor *editor() const
    {
        return m_window->findChild<EditorPage *>(u"pipelinePage"_s)->current();
    }

    bool openFirst() const
    {
        if (!QTest::qWaitFor(
                [this] {
                    auto *table = m_window->findChild<PipelineTable *>(u"pipelineTable"_s);
                    return table->isVisible() && table->model()->rowCount() > 0;
                },
                20'000))
            return false;
        auto *table = find<PipelineTable>(u"pipelineTable"_s);
        table->selectRow(0);
        m_window->findChild<QAction *>(u"openAction"_s)->trigger();
        return editor() != nullptr;
    }

    // The banner that offers edits of a former session.
    Banner *offer() const
    {
        const QList<Banner *> banners = m_window->findChildren<Banner *>();
        for (Banner *banner : banners) {
            if (banner->isVisible() && banner->accessibleName().contains(u"Unsaved edits"_s))
                return banner;
        }
        return nullptr;
    }

    QWidget *window() const { return m_window; }

private:
    MemorySecretStore m_secrets;
    Application m_application;
    QWidget *m_window = nullptr;
};

// Types without a pause until it is killed; says "kept" when the store has some of it.
int typeOn(const Hands &hands, bool inJson)
{
    if (!hands.openFirst())
        return 1;
    hands.editor()->showTab(inJson ? PipelineEditor::TextTab : PipelineEditor::FormTab);
    QWidget *field = nullptr;
    if (inJson) {
        auto *json = hands.find<QPlainTextEdit>(u"jsonEditor"_s);
        json->moveCursor(QTextCursor::Start);
        json->find(u"\"host\": \""_s);
        QTextCursor cursor = json->textCursor();
        cursor.setPosition(cursor.selectionEnd());
        json->setTextCursor(cursor);
        field = json;
    } else {
        field = hands.find<QLineEdit>(host);
    }
    field->setFocus();
    QTimer keys;
    QElapsedTimer since;
    since.start();
    bool isSaid = false;
    QObject::connect(&keys, &QTimer::timeout, field, [&] {
        QTest::keyClick(field, Qt::Key_X);
        if (since.elapsed() > 2 * JsonTab::pause + 600 && !isSaid) {
            isSaid = true;
            say(u"kept"_s);
        }
    });
    keys.start(20);
    return QApplication::exec();
}

// Saves an edit to a server that is slow; says "saving" when the request is on its way.
int save(const Hands &hands)
{
    if (!hands.openFirst())
        return 1;
    hands.editor()->showTab(PipelineEditor::FormTab);
    QTest::keyClicks(hands.find<QLineEdit>(host), u"saved"_s);
    hands.editor()->reviewAndSave();
    const auto canSave = [&] {
        auto *button = hands.find<QAbstractButton>(u"reviewSave"_s);
        return button && button->isEnabled();
    };
    if (!QTest::qWaitFor(canSave, 20'000))
        return 1;
    hands.find<QAbstractButton>(u"reviewSave"_s)->click();
    say(u"saving"_s);
    return QApplication::exec();
}

// The next start: takes the offer and says what the field has then.
int look(const Hands &hands)
{
    if (!QTest::qWaitFor([&] { return hands.offer() != nullptr; }, 20'000)) {
        say(u"no offer"_s);
        return 0;
    }
    QTest::mouseClick(hands.offer()->findChild<QPushButton *>(), Qt::LeftButton);
    if (!hands.editor())
        return 1;
    const auto isRead = [&] { return hands.editor()->canSave() || hands.find(u"editorBanner"_s); };
    if (!QTest::qWaitFor(isRead, 20'000))
        return 1;
    say(hands.editor()->document()->form()->value(host).toString());
    return 0;
}

int runProgram(const QString &role, const QStringList &words)
{
    const Hands hands(words);
    if (role == u"--look")
        return look(hands);
    return role == u"--save" ? save(hands) : typeOn(hands, role == u"--type-json");
}

} // namespace

class TestDraftCrash : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_home;

    void start(QProcess &program, const QString &role)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name :
             {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s}) {
            const QString place = m_home->filePath(name);
            QVERIFY(QDir().mkpath(place));
            environment.insert(name, place);
        }
        QVERIFY(QFile::setPermissions(m_home->filePath(u"XDG_RUNTIME_DIR"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(u"MAIA_CLIENT_ID"_s, m_sandbox->clientId());
        environment.insert(u"MAIA_CLIENT_SECRET"_s, m_sandbox->clientSecret());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(),
                      {role, u"--url"_s, m_sandbox->url().toString(), u"--token-url"_s,
                       m_sandbox->tokenUrl().toString()});
        QVERIFY(program.waitForStarted());
    }

    // What it says first; empty when it ended without a word.
    static QString firstLine(QProcess &program)
    {
        const auto hasSpoken = [&program] {
            return program.canReadLine() || program.state() == QProcess::NotRunning;
        };
        if (!QTest::qWaitFor(hasSpoken, 60'000))
            return {};
        return QString::fromUtf8(program.readLine()).trimmed();
    }

    void begin(const QStringList &options = {})
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList{u"--seed"_s, u"1"_s, u"--rate-limit"_s, u"0"_s} + options);
        QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    }

private Q_SLOTS:

    void typingIsOfferedAfterAKill_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("form") << u"--type"_s;
        QTest::newRow("json") << u"--type-json"_s; // without a pause, so that it is no JSON yet
    }

    void typingIsOfferedAfterAKill()
    {
        QFETCH(const QString, role);
        begin();
        QProcess program;
        start(program, role);
        QCOMPARE(firstLine(program), u"kept"_s);
        program.kill();
        QVERIFY(program.waitForFinished());

        QProcess next;
        start(next, u"--look"_s);
        const QString found = firstLine(next);
        QVERIFY2(found.contains(u"xxxxxxxxxx"_s), qPrintable(found));
        QTRY_COMPARE_WITH_TIMEOUT(next.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(next.exitCode(), 0);
    }

    // Whether it arrived is not known: the edit is still there.
    void aSaveThatWasKilledIsOffered()
    {
        begin({u"--latency"_s, u"400"_s});
        QProcess program;
        start(program, u"--save"_s);
        QCOMPARE(firstLine(program), u"saving"_s);
        program.kill();
        QVERIFY(program.waitForFinished());

        QProcess next;
        start(next, u"--look"_s);
        const QString found = firstLine(next);
        QVERIFY2(found.contains(u"saved"_s), qPrintable(found));
        QTRY_COMPARE_WITH_TIMEOUT(next.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(next.exitCode(), 0);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    const QStringList roles{u"--type"_s, u"--type-json"_s, u"--save"_s, u"--look"_s};
    if (roles.contains(words.value(1)))
        return runProgram(words.at(1), words.mid(2));
    TestDraftCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftcrash.moc"
