// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/jsontab.h"

#include "models/document/pipelinedocument.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsontext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

JsonTab::JsonTab(PipelineDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new JsonTextEdit(this))
    , m_find(new FindBar(m_text, this))
    , m_state(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    setObjectName(u"jsonTab"_s);
    m_text->setObjectName(u"jsonEditor"_s);
    m_text->setAccessibleName(tr("Definition as JSON"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_state->setObjectName(u"jsonState"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    buildBar(layout);
    layout->addWidget(m_find);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &JsonTab::flush);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isFollowing)
            m_pause.start();
    });
    connect(m_document, &PipelineDocument::changed, this, &JsonTab::follow);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_find, &FindBar::open);
    auto *findNext = new QShortcut(QKeySequence::FindNext, this);
    findNext->setContext(Qt::WidgetWithChildrenShortcut);
    connect(findNext, &QShortcut::activated, m_find, [this] { m_find->findNext(); });
    follow();
    setFault({});
}

void JsonTab::buildBar(QVBoxLayout *layout)
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    bar->setSpacing(Size::Gap);
    bar->addWidget(m_state, 1);
    const auto addButton = [this, bar](const char *iconName, const QString &text,
                                       const QString &objectName) {
        auto *button = new QPushButton(icon(iconName), text, this);
        button->setObjectName(objectName);
        button->setProperty("small", true);
        button->setAutoDefault(false);
        bar->addWidget(button);
        return button;
    };
    QPushButton *find = addButton("search", tr("Find"), u"jsonFind"_s);
    QPushButton *formatting = addButton("list-filter", tr("Format"), u"jsonFormat"_s);
    QPushButton *copy = addButton("copy", tr("Copy"), u"jsonCopy"_s);
    formatting->setToolTip(tr("Sort the keys and indent, as the program writes JSON"));
    connect(find, &QPushButton::clicked, m_find, &FindBar::open);
    connect(formatting, &QPushButton::clicked, this, &JsonTab::format);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    layout->addLayout(bar);
}

void JsonTab::follow()
{
    if (m_fault || m_pause.isActive())
        return; // what is being typed stays; it is taken or given up first
    if (m_document->mine() == m_shown && !m_text->document()->isEmpty())
        return;
    m_shown = m_document->mine();
    const QScopedValueRollback following(m_isFollowing, true);
    const int line = m_text->textCursor().blockNumber();
    const int scroll = m_text->verticalScrollBar()->value();
    m_text->setPlainText(QString::fromUtf8(jsonText(m_shown)).trimmed());
    m_text->setTextCursor(QTextCursor(
        m_text->document()->findBlockByNumber(qMin(line, m_text->document()->blockCount() - 1))));
    m_text->verticalScrollBar()->setValue(scroll);
}

bool JsonTab::flush()
{
    if (!m_pause.isActive() && !m_fault && m_document->mine() == m_shown)
        return true;
    m_pause.stop();
    const ParsedJson parsed = parseJsonObject(m_text->toPlainText().toUtf8());
    if (!parsed.object) {
        setFault(parsed.fault);
        return false;
    }
    m_shown = *parsed.object; // before the document tells of it: the text stays as it was typed
    if (!m_document->setMine(*parsed.object)) {
        JsonFault fault;
        fault.message = tr("A secret itself stands where only a reference to one may. Store it in "
                           "your vault and name it here.");
        fault.line = 0;
        m_shown = m_document->mine();
        setFault(fault);
        return false;
    }
    setFault({});
    return true;
}

void JsonTab::setFault(const std::optional<JsonFault> &fault)
{
    m_fault = fault;
    m_text->setFault(fault ? fault->line : 0, fault ? fault->column : 0);
    m_state->setInk(fault ? TextLabel::Ink::Problem : TextLabel::Ink::Secondary);
    if (!fault)
        m_state->setText(tr("The form follows what you type here."));
    else if (fault->line == 0)
        m_state->setText(fault->message);
    else
        m_state->setText(tr("Line %1, column %2: %3. The form shows the last good state.")
                             .arg(fault->line)
                             .arg(fault->column)
                             .arg(fault->message));
    Q_EMIT faultChanged();
}

QString JsonTab::faultyText() const
{
    return m_fault ? m_text->toPlainText() : QString();
}

void JsonTab::setFaultyText(const QString &text)
{
    m_text->setPlainText(text);
    flush();
}

void JsonTab::discardFault()
{
    m_pause.stop();
    m_shown = {};
    m_text->clear();
    m_pause.stop();
    setFault({});
    follow();
}

bool JsonTab::undoTyping()
{
    if ((!m_fault && !m_pause.isActive()) || !m_text->document()->isUndoAvailable())
        return false;
    m_text->undo();
    return true;
}

void JsonTab::format()
{
    if (!flush())
        return;
    m_shown = {};
    follow();
}

} // namespace Sluice
