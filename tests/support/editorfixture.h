// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/changesmodel.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/windowfixture.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace Sluice::Test {

inline const QString hostPath = QStringLiteral("streamingSource.connection.host");
inline const QString portPath = QStringLiteral("streamingSource.connection.port");
inline const QString databasePath = QStringLiteral("streamingSource.connection.database");
inline const QString usernamePath = QStringLiteral("streamingSource.connection.username");

// The real window with a local store, signed in to its own sandbox. A second client on the same
// sandbox changes pipelines meanwhile.
class EditorStage
{
public:
    EditorStage();

    bool isReady();
    // Signs in, creates the guide's pipeline as "orders" and opens it. Returns an invalid key when
    // that failed.
    PipelineKey begin();
    // Creates a pipeline on the server, by default with the guide's definition, and waits for its
    // row.
    PipelineKey create(const QString &name, const QJsonObject &definition = {});
    // Opens a pipeline as the dashboard does, and shows this tab.
    void open(const PipelineKey &key, PipelineEditor::Tab tab = PipelineEditor::FormTab);

    MainWindow *window() { return f.window(); }

    EditorPage *page() { return f.find<EditorPage>(QStringLiteral("pipelinePage")); }

    PipelineEditor *editor() { return page()->current(); }

    // A visible widget of the shown editor, or of a dialog above it.
    template <typename T = QWidget>
    T *find(const QString &name)
    {
        const QList<T *> all = f.window()->findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    void click(const QString &name);
    void activate(); // the window, after a dialog was closed
    void type(const QString &path, const QString &text);
    // Presses keys in the widget that has the focus. Shortcuts work, too.
    void press(const QKeySequence &keys);
    void showTab(PipelineEditor::Tab tab);
    QString tabText(PipelineEditor::Tab tab);
    QString footer();                    // "1 change, draft kept 12:00:00"
    QString text(const QString &path);   // of a line edit
    QString banner(const QString &name); // its text; empty: hidden

    QPlainTextEdit *json() { return find<QPlainTextEdit>(QStringLiteral("jsonEditor")); }

    // The definition that the server has, read by the second client. Empty when there is none.
    QJsonObject onServer(const PipelineKey &key);
    void changeElsewhere(const PipelineKey &key, const char *path, const QJsonValue &value);
    void deleteElsewhere(const PipelineKey &key);
    void startElsewhere(const PipelineKey &key);
    // Opens the review by its keys, and waits until it has read the server's copy.
    void review();
    // Does review() and saves. Waits until the dialog is gone.
    void save();

    SandboxProcess sandbox;
    Theme theme;
    WindowFixture f;
    Account *account = nullptr;
    Fleet other;
};

// The base of the editor's tests. Before each test function it makes a fresh stage with a pipeline
// that is open in the editor.
class EditorTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
    void cleanup();

protected:
    std::unique_ptr<EditorStage> m_stage;
    PipelineKey m_key; // of the open pipeline
};

} // namespace Sluice::Test
