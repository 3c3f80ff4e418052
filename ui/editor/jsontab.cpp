// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/jsontab.h"

#include "models/document/merge.h"
#include "models/document/pipelinedocument.h"
#include "ui/editor/findbar.h"
#include "ui/editor/jsontextedit.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QJsonObject broughtTogether(const QJsonObject &base, const QJsonObject &elsewhere,
                            const QJsonObject &here)
{
    Merge merge(base, elsewhere, here);
    for (int item = 0; item < int(merge.items().size()); ++item) {
        if (merge.items().at(item).isOpen())
            merge.choose(item, MergeItem::Choice::Mine);
    }
    return merge.result();
}

} // namespace

JsonTab::JsonTab(PipelineDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_text(new JsonTextEdit(this))
    , m_find(new FindBar(m_text, this))
    , m_state(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_overrule(new LinkButton(this))
{
    setObjectName(u"jsonTab"_s);
    m_overrule->setObjectName(u"jsonOverrule"_s);
    m_overrule->setText(tr("Use it as the name"));
    m_overrule->hide();
    connect(m_overrule, &LinkButton::clicked, this, &JsonTab::overrule);
    m_text->setObjectName(u"jsonEditor"_s);
    m_text->setAccessibleName(tr("Definition as JSON"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_state->setObjectName(u"jsonState"_s);
    m_state->setWordWrap(true);
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
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepEvery);
    connect(&m_keep, &QTimer::timeout, this, &JsonTab::aheadChanged);
    connect(m_text, &QPlainTextEdit::textChanged, this, &JsonTab::typed);
    connect(m_document, &PipelineDocument::changed, this, &JsonTab::follow);
    setFault({});
}

void JsonTab::buildBar(QVBoxLayout *layout)
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    bar->setSpacing(Size::Gap);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_overrule);
    const auto addButton = [this, bar](const char *iconName, const QString &text,
                                       const QString &objectName) {
        auto *button = new QPushButton(icon(iconName), text, this);
        button->setObjectName(objectName);
        button->setProperty("small", true);
        button->setAutoDefault(false);
        bar->addWidget(button);
        return button;
    };
    QPushButton *find = addButton("search", tr("F&ind"), u"jsonFind"_s);
    m_formatting = addButton("list-filter", tr("For&mat"), u"jsonFormat"_s);
    QPushButton *copy = addButton("copy", tr("Copy"), u"jsonCopy"_s);
    m_formatting->setToolTip(tr("Sort the keys and indent, as the program writes JSON"));
    connect(find, &QPushButton::clicked, m_find, &FindBar::open);
    connect(m_formatting, &QPushButton::clicked, this, &JsonTab::format);
    connect(copy, &QPushButton::clicked, this, [this] { copyToClipboard(m_text->toPlainText()); });
    layout->addLayout(bar);
}

// The signal also comes for colours and fonts. The user typed only if the text differs and the
// document was shown here before.
void JsonTab::typed()
{
    if (m_isFollowing || !m_isFilled)
        return;
    const bool wasAhead = isAhead();
    if (!m_isTyped && m_text->toPlainText() == m_seen)
        return;
    m_isTyped = true;
    m_pause.start();
    if (!wasAhead)
        Q_EMIT aheadChanged();
    else if (!m_keep.isActive()) // not restarted, so that typing without a pause is kept too
        m_keep.start();
}

void JsonTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void JsonTab::follow()
{
    // The text that is being typed stays; it is taken over or given up first. To write a long text
    // takes time, so that waits until it is seen.
    if (isAhead() || !isVisible())
        return;
    if (m_isFilled && m_document->mine() == m_shown)
        return;
    m_shown = m_document->mine();
    m_isFilled = true;
    const QScopedValueRollback following(m_isFollowing, true);
    const int line = m_text->textCursor().blockNumber();
    const int scroll = m_text->verticalScrollBar()->value();
    m_text->setPlainText(QString::fromUtf8(jsonText(m_shown)).trimmed());
    m_text->setTextCursor(QTextCursor(
        m_text->document()->findBlockByNumber(qMin(line, m_text->document()->blockCount() - 1))));
    m_text->verticalScrollBar()->setValue(scroll);
    m_seen = m_text->toPlainText();
}

bool JsonTab::flush()
{
    if (!isAhead())
        return true;
    m_isTyped = false;
    m_pause.stop();
    m_keep.stop();
    m_seen = m_text->toPlainText();
    const ParsedJson parsed = parseJsonObject(m_seen.toUtf8());
    if (!parsed.object) {
        setFault(parsed.fault);
        return false;
    }
    // The document may have been edited elsewhere while the text had a fault. Both edits count.
    // Where they meet the text wins, as the user looks at it.
    const QJsonObject now = m_document->mine();
    const QJsonObject edited =
        m_shown == now ? *parsed.object : broughtTogether(m_shown, now, *parsed.object);
    const SecretVerdict doubt = SecretGuard::judge(edited, {now, m_document->base(), m_confirmed});
    if (doubt.isDoubtful()) {
        ask(doubt, edited);
        return false;
    }
    m_shown = *parsed.object; // before the document tells of it, so that the typed text stays
    if (!m_document->setMine(edited)) {
        JsonFault fault;
        fault.message = tr("A secret itself stands where only a reference to one may. Store it in "
                           "your vault and name it here.");
        fault.line = 0;
        m_shown = m_document->mine();
        setFault(fault);
        return false;
    }
    setFault({});
    follow();
    return true;
}

void JsonTab::ask(const SecretVerdict &doubt, const QJsonObject &definition)
{
    m_doubted = definition;
    JsonFault fault;
    fault.message = tr("%1: %2 It is neither taken nor kept until you say that it is the name of a "
                       "secret.")
                        .arg(doubt.path.text(), doubt.reason);
    fault.line = 0;
    setFault(fault, true);
}

void JsonTab::overrule()
{
    m_confirmed = m_doubted;
    flush();
    m_text->setFocus(Qt::OtherFocusReason);
}

void JsonTab::setFault(const std::optional<JsonFault> &fault, bool isDoubt)
{
    m_fault = fault;
    m_overrule->setVisible(isDoubt);
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
    Q_EMIT aheadChanged();
}

QString JsonTab::aheadText() const
{
    return isAhead() ? m_text->toPlainText() : QString();
}

void JsonTab::setText(const QString &text)
{
    m_shown = m_document->mine();
    m_isFilled = true;
    m_text->setPlainText(text);
    flush();
}

void JsonTab::giveUp()
{
    if (!isAhead())
        return;
    m_isFilled = false; // so that follow() writes the text again
    m_isTyped = false;
    m_pause.stop();
    m_keep.stop();
    setFault({});
    follow();
}

bool JsonTab::undoTyping()
{
    if (!isAhead() || !m_text->document()->isUndoAvailable())
        return false;
    m_text->undo();
    return true;
}

bool JsonTab::redoTyping()
{
    if (!isAhead() || !m_text->document()->isRedoAvailable())
        return false;
    m_text->redo();
    return true;
}

void JsonTab::format()
{
    if (!flush())
        return;
    const QString before = m_text->toPlainText();
    m_isFilled = false;
    follow();
    if (m_text->toPlainText() == before)
        QToolTip::showText(m_formatting->mapToGlobal(m_formatting->rect().bottomLeft()),
                           tr("It is formatted already."), m_formatting);
}

} // namespace Sluice
