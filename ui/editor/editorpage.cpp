// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorpage.h"

#include "models/fleet/account.h"
#include "models/fleet/fleet.h"
#include "models/history/localstore.h"
#include "ui/editor/closequestion.h"
#include "ui/editor/draftkeeper.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/editor/pipelineheader.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

EditorPage::EditorPage(Fleet *fleet, LocalStore *store, const SecretWatch *secrets,
                       const PipelineActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_secrets(secrets)
    , m_back(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_header(new PipelineHeader(fleet->pipelines(), actions, this))
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

    connect(m_back, &QToolButton::clicked, this, &EditorPage::backRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0)
            show(editor(m_tabs->tabData(tab).value<PipelineKey>()));
    });
    connect(m_tabs, &QTabBar::tabCloseRequested, this,
            [this](int tab) { askToClose(editor(m_tabs->tabData(tab).value<PipelineKey>())); });
    connect(m_tabs, &QTabBar::tabMoved, this, &EditorPage::openChanged);
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this, [this] {
        if (!isVisible())
            return;
        updateHeader();
        Q_EMIT selectionUpdated();
    });
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

PipelineEditor *EditorPage::current() const
{
    return qobject_cast<PipelineEditor *>(m_editors->currentWidget());
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

PipelineEditor *EditorPage::add(const PipelineKey &key)
{
    auto *editor = new PipelineEditor(m_fleet, m_store, m_secrets, key, m_editors);
    m_editors->addWidget(editor);
    const int tab = m_tabs->addTab(editor->name());
    m_tabs->setTabData(tab, QVariant::fromValue(key));
    connect(editor, &PipelineEditor::stateChanged, this, [this, editor] { updateTab(editor); });
    connect(editor, &PipelineEditor::accountLeft, this, [this, editor] { close(editor); });
    connect(editor, &PipelineEditor::closeRequested, this, [this, editor] {
        editor->giveUpEdits();
        close(editor);
    });
    connect(editor, &PipelineEditor::recreated, this, [this, editor](const PipelineKey &created) {
        open(created);
        editor->giveUpEdits();
        close(editor);
    });
    updateTab(editor);
    return editor;
}

void EditorPage::open(const PipelineKey &key)
{
    if (m_fleet->pipelines()->rowOf(key) < 0)
        return;
    PipelineEditor *shown = editor(key);
    const bool isNew = !shown;
    if (isNew)
        shown = add(key);
    show(shown);
    if (isNew)
        Q_EMIT openChanged();
}

void EditorPage::prepare(const PipelineKey &key)
{
    if (!editor(key))
        add(key);
}

void EditorPage::openDraft(const Draft &draft)
{
    PipelineEditor *opened = editor(draft.key);
    if (!opened)
        opened = add(draft.key);
    opened->takeDraft(draft);
    show(opened);
}

void EditorPage::show(PipelineEditor *editor)
{
    if (!editor)
        return;
    m_editors->setCurrentWidget(editor);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabData(tab).value<PipelineKey>() == editor->key())
            m_tabs->setCurrentIndex(tab);
    }
    updateHeader();
    editor->setFocus();
    Q_EMIT selectionUpdated();
}

void EditorPage::updateTab(PipelineEditor *editor)
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabData(tab).value<PipelineKey>() != editor->key())
            continue;
        QString name = editor->name();
        name.replace(u'&', u"&&"_s); // a tab reads & as a mnemonic
        m_tabs->setTabText(tab, editor->hasEdits() ? tr("%1 •").arg(name) : name);
        m_tabs->setTabToolTip(tab, editor->hasEdits() ? tr("Edited, not saved") : QString());
    }
    if (editor == current()) {
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
    const int row = shown ? model->rowOf(shown->key()) : -1;
    return row < 0 ? Selection() : Selection{selectedPipeline(model->index(row, 0))};
}

QList<PipelineKey> EditorPage::openKeys() const
{
    QList<PipelineKey> keys;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        keys.append(m_tabs->tabData(tab).value<PipelineKey>());
    return keys;
}

QList<PipelineEditor *> EditorPage::edited() const
{
    QList<PipelineEditor *> editors;
    const QList<PipelineKey> keys = openKeys();
    for (const PipelineKey &key : keys) {
        if (PipelineEditor *open = editor(key); open && open->hasEdits())
            editors.append(open);
    }
    return editors;
}

void EditorPage::close(PipelineEditor *editor)
{
    if (!editor)
        return;
    editor->flush();
    const std::optional<Draft> draft = editor->drafts()->kept();
    editor->disconnect(this);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabData(tab).value<PipelineKey>() != editor->key())
            continue;
        m_editors->removeWidget(editor);
        m_tabs->removeTab(tab); // shows the one beside it
        break;
    }
    editor->hide();
    editor->deleteLater();
    if (draft)
        Q_EMIT draftKept(*draft);
    Q_EMIT openChanged();
    if (m_tabs->count() == 0)
        Q_EMIT backRequested();
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
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Sluice
