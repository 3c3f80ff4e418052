// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorpage.h"

#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/store/documentdraft.h"
#include "models/store/localstore.h"
#include "ui/editor/closequestion.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/editor/pipelineheader.h"
#include "ui/shared/actions.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// There, Esc means "done with this field", as in every form.
bool isInput(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget);
}

} // namespace

EditorPage::EditorPage(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                       const History &history, Actions *actions, const FileChooser &tableFile,
                       QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_secrets(secrets)
    , m_history(history)
    , m_tableFile(tableFile)
    , m_back(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_header(new PipelineHeader(fleet->pipelines(), *actions, this))
    , m_editors(new QStackedWidget(this))
{
    setObjectName(u"pipelinePage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeTop());
    layout->addWidget(new Rule(this));
    layout->addWidget(m_header);
    layout->addWidget(m_editors, 1);

    handle(actions);
    connect(m_back, &QToolButton::clicked, this, &EditorPage::backRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, &EditorPage::showCurrent);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, [this](int tab) { askToClose(keyAt(tab)); });
    connect(m_tabs, &QTabBar::tabMoved, this, &EditorPage::openChanged);
    connect(fleet->pipelines(), &PipelineModel::pipelinesRemoved, this, &EditorPage::dropGone);
    connect(fleet->pipelines(), &PipelineModel::pipelinesEdited, this,
            [this](const QList<PipelineKey> &keys) {
                for (const PipelineKey &key : keys)
                    updateTab(key);
            });
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                const PipelineEditor *shown = isVisible() ? current() : nullptr;
                const int row = shown ? m_fleet->pipelines()->rowOf(shown->key()) : -1;
                if (row < first.row() || row > last.row() ||
                    !(roles.isEmpty() || roles.contains(PipelineModel::BadgeRole) ||
                      roles.contains(PipelineModel::OutdatedRole)))
                    return;
                updateHeader();
                Q_EMIT selectionUpdated();
            });
}

// The actions on the pipeline that is shown.
void EditorPage::handle(Actions *actions)
{
    const auto on = [this, actions](ActionId id, auto work) {
        actions->on(id, this, [this, work] {
            if (PipelineEditor *editor = current())
                work(editor);
        });
    };
    on(ActionId::Undo, [](PipelineEditor *editor) { editor->undo(); });
    on(ActionId::Redo, [](PipelineEditor *editor) { editor->redo(); });
    on(ActionId::Save, [](PipelineEditor *editor) { editor->reviewAndSave(); });
    on(ActionId::ClosePipeline, [this](PipelineEditor *editor) { askToClose(editor); });
    on(ActionId::NextProblem, [](PipelineEditor *editor) { editor->goToProblem(false); });
    on(ActionId::PreviousProblem, [](PipelineEditor *editor) { editor->goToProblem(true); });
}

QLayout *EditorPage::makeTop()
{
    m_tabs->setObjectName(u"openPipelines"_s);
    m_tabs->setAccessibleName(tr("Open pipelines"));
    m_tabs->setTabsClosable(true);
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_back->setObjectName(u"pipelineBackButton"_s);
    m_back->setIcon(icon("chevron-left"));
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Back to the pipelines (Esc)"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Size::Gap, 0, Size::Gap, 0);
    top->setSpacing(Size::Gap);
    top->addWidget(m_back);
    top->addWidget(m_tabs, 1);
    return top;
}

PipelineKey EditorPage::keyAt(int tab) const
{
    return m_tabs->tabData(tab).value<PipelineKey>();
}

int EditorPage::tabOf(const PipelineKey &key) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (keyAt(tab) == key)
            return tab;
    }
    return -1;
}

PipelineEditor *EditorPage::current() const
{
    return editor(keyAt(m_tabs->currentIndex()));
}

PipelineEditor *EditorPage::editor(const PipelineKey &key) const
{
    for (int at = 0; at < m_editors->count(); ++at) {
        auto *editor = qobject_cast<PipelineEditor *>(m_editors->widget(at));
        if (editor && editor->key() == key)
            return editor;
    }
    return nullptr;
}

void EditorPage::addTab(const PipelineKey &key)
{
    const QSignalBlocker silent(m_tabs); // the first tab becomes current by itself
    const int tab = m_tabs->addTab(QString());
    m_tabs->setTabData(tab, QVariant::fromValue(key));
    updateTab(key);
}

// A signal of the fleet may end an editor. It must not make another one.
PipelineEditor *EditorPage::makeEditor(const PipelineKey &key)
{
    auto *editor =
        new PipelineEditor(m_fleet, m_store, m_secrets, m_history, key, m_tableFile, m_editors);
    m_editors->addWidget(editor);
    connect(editor, &PipelineEditor::stateChanged, this, [this, key] { updateTab(key); });
    connect(editor, &PipelineEditor::runnerRequested, this, &EditorPage::runnerRequested);
    connect(editor, &PipelineEditor::logRequested, this, &EditorPage::logRequested);
    connect(editor, &PipelineEditor::retentionRequested, this, &EditorPage::retentionRequested);
    connect(
        editor, &PipelineEditor::accountLeft, editor, [this, editor] { close(editor); },
        Qt::QueuedConnection);
    connect(
        editor, &PipelineEditor::closeRequested, editor,
        [this, editor] {
            editor->giveUpEdits();
            close(editor);
        },
        Qt::QueuedConnection);
    connect(
        editor, &PipelineEditor::recreated, editor,
        [this, editor](const PipelineKey &created) {
            open(created);
            editor->giveUpEdits();
            close(editor);
        },
        Qt::QueuedConnection);
    updateTab(key);
    return editor;
}

PipelineEditor *EditorPage::ensureEditor(const PipelineKey &key)
{
    if (tabOf(key) < 0)
        addTab(key);
    PipelineEditor *made = editor(key);
    return made ? made : makeEditor(key);
}

void EditorPage::open(const PipelineKey &key)
{
    if (m_fleet->pipelines()->rowOf(key) < 0)
        return;
    const bool isNew = tabOf(key) < 0;
    show(ensureEditor(key));
    if (isNew)
        Q_EMIT openChanged();
}

void EditorPage::prepare(const PipelineKey &key)
{
    if (tabOf(key) >= 0)
        return;
    addTab(key);
    if (isVisible() && !current())
        QMetaObject::invokeMethod(this, &EditorPage::showCurrent, Qt::QueuedConnection);
}

void EditorPage::openDraft(const Draft &draft)
{
    PipelineEditor *opened = ensureEditor(draft.key);
    opened->takeDraft(draft);
    show(opened);
}

void EditorPage::show(PipelineEditor *editor)
{
    if (!editor)
        return;
    m_editors->setCurrentWidget(editor);
    m_tabs->setCurrentIndex(tabOf(editor->key()));
    updateHeader();
    editor->setFocus();
    Q_EMIT selectionUpdated();
}

// Makes no editor that nobody sees: a restart with many open pipelines costs only their tabs.
void EditorPage::showCurrent()
{
    const PipelineKey key = keyAt(m_tabs->currentIndex());
    if (!isVisible() || !key.isValid())
        return;
    PipelineEditor *wanted = ensureEditor(key);
    // Where an editor was closed, the stack shows the one beside it already, below the old header.
    if (m_editors->currentWidget() != wanted || m_header->key() != key)
        show(wanted);
}

void EditorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // The bar does not tell its layout of tabs that came while it was hidden.
    m_tabs->updateGeometry();
    showCurrent();
}

// Pipelines with an editor are skipped: the editor knows, and may hold edits.
void EditorPage::dropGone(const QList<PipelineKey> &keys)
{
    bool hasDropped = false;
    for (const PipelineKey &key : keys) {
        const int tab = tabOf(key);
        if (tab < 0 || editor(key))
            continue;
        m_tabs->removeTab(tab);
        hasDropped = true;
    }
    if (hasDropped)
        Q_EMIT openChanged();
}

// Edits belong to the name that the editor began with. Without edits the server's name counts.
QString EditorPage::nameOf(const PipelineKey &key) const
{
    const PipelineEditor *made = editor(key);
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    return made && (made->hasEdits() || !row) ? made->name() : row ? row->name : QString();
}

void EditorPage::updateTab(const PipelineKey &key)
{
    const int tab = tabOf(key);
    if (tab < 0)
        return;
    const PipelineEditor *made = editor(key);
    const bool isEdited = made && made->hasEdits();
    QString name = nameOf(key);
    name.replace(u'&', u"&&"_s); // a tab reads & as a mnemonic
    m_tabs->setTabText(tab, isEdited ? tr("%1 •").arg(name) : name);
    m_tabs->setTabToolTip(tab, isEdited ? tr("Edited, not saved") : QString());
    if (isEdited != m_edited.contains(key)) {
        if (isEdited)
            m_edited.insert(key);
        else
            m_edited.remove(key);
        Q_EMIT editedChanged();
    }
    if (made && made == current()) {
        updateHeader();
        Q_EMIT editsChanged();
    }
}

void EditorPage::updateHeader()
{
    const PipelineEditor *shown = current();
    if (!shown)
        return;
    m_header->showPipeline(shown->key(), shown->name(), placeOf(shown->key()));
}

// "PROD › Sales"; of a draft whose account is not connected, what is known of it.
QString EditorPage::placeOf(const PipelineKey &key) const
{
    const Account *account = m_fleet->account(key.account);
    const Project *project = account ? account->project(key.project) : nullptr;
    QStringList names;
    if (account)
        names.append(account->profile().name);
    if (project)
        names.append(project->name);
    return names.join(u" › "_s);
}

Selection EditorPage::selection() const
{
    const PipelineModel *model = m_fleet->pipelines();
    const PipelineEditor *shown = current();
    const PipelineRow *row = shown ? model->find(shown->key()) : nullptr;
    return row ? Selection{selectedPipeline(*row)} : Selection();
}

QList<PipelineKey> EditorPage::openKeys() const
{
    QList<PipelineKey> keys;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        keys.append(keyAt(tab));
    return keys;
}

QList<PipelineEditor *> EditorPage::edited() const
{
    QList<PipelineEditor *> editors;
    const QList<PipelineKey> keys = openKeys();
    for (const PipelineKey &key : keys) {
        if (PipelineEditor *made = editor(key); made && made->hasEdits())
            editors.append(made);
    }
    return editors;
}

void EditorPage::close(PipelineEditor *editor)
{
    if (!editor || m_editors->indexOf(editor) < 0)
        return;
    editor->flush();
    const std::optional<Draft> draft = editor->drafts()->kept();
    editor->disconnect(this);
    m_editors->removeWidget(editor);
    editor->hide();
    m_tabs->removeTab(tabOf(editor->key())); // the tab beside it is shown then
    editor->deleteLater();
    if (draft)
        Q_EMIT draftKept(*draft);
    if (m_edited.remove(editor->key()))
        Q_EMIT editedChanged();
    Q_EMIT openChanged();
    if (m_tabs->count() == 0)
        Q_EMIT backRequested();
}

void EditorPage::askToClose(const PipelineKey &key)
{
    if (PipelineEditor *made = editor(key)) {
        askToClose(made);
        return;
    }
    m_tabs->removeTab(tabOf(key));
    Q_EMIT openChanged();
}

void EditorPage::askToClose(PipelineEditor *editor)
{
    if (!editor)
        return;
    if (!editor->hasEdits()) {
        close(editor);
        return;
    }
    show(editor);
    askAboutEdits(editor, this, [this, guard = QPointer(editor)] { close(guard); });
}

void EditorPage::askToLeave(const std::function<void()> &left)
{
    askNext(left, {});
}

void EditorPage::askNext(const std::function<void()> &left, const QList<PipelineEditor *> &answered)
{
    const QList<PipelineEditor *> editors = edited();
    for (PipelineEditor *editor : editors) {
        if (answered.contains(editor))
            continue;
        show(editor);
        askAboutEdits(editor, this,
                      [this, left, answered, editor] { askNext(left, answered + QList{editor}); });
        return;
    }
    left();
}

void EditorPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (PipelineEditor *shown = current(); shown && isInput(QApplication::focusWidget()))
        shown->leaveField();
    else
        Q_EMIT backRequested();
}

} // namespace Sluice
