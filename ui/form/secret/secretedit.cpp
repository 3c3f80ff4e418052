// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretedit.h"

#include "models/definition/secret/secretnames.h"
#include "models/definition/secret/secretproviders.h"
#include "models/references/referencemonitor.h"
#include "ui/form/secret/secretchips.h"
#include "ui/form/secret/secretline.h"
#include "ui/form/secret/secretlist.h"
#include "ui/form/secret/secretpart.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/widgetkeys.h"

#include <QApplication>
#include <QClipboard>
#include <QHideEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int editPadding = 10;
constexpr int edge = 2; // above and below the line, which alone is as high as other fields

} // namespace

SecretEdit::SecretEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_parts(new SecretPartsRow(name, this))
    , m_menu(new QMenu(this))
    , m_refusal(new NoteLine(Family::Problem, this))
    , m_warning(new NoteLine(Family::Warning, this))
    , m_leftOut(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_help(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_emptyText(tr("No reference"))
    , m_frame(new Panel(Panel::Ground::Tinted, this))
{
    makeMenu();
    makeLayout();
    connect(m_parts, &SecretPartsRow::providerChosen, this, &SecretEdit::writeProvider);
    connect(m_parts, &SecretPartsRow::partTaken, this, [this](Part part, const QString &text) {
        write(SecretPartsRow::memberOf(part), text);
    });
    connect(m_parts, &SecretPartsRow::refusalChanged, this, &SecretEdit::showRefusal);
    connect(m_parts, &SecretPartsRow::referencePasted, this, &SecretEdit::applyWhole);
    connect(m_parts, &SecretPartsRow::menuRequested, this, &SecretEdit::openMenu);
    connect(m_line, &SecretLine::menuRequested, this, &SecretEdit::openMenu);
    connect(m_line, &SecretLine::openRequested, this, [this] {
        if (m_isFolded)
            open();
    });
    connect(m_refusal, &NoteLine::actionTriggered, this, [this] {
        if (m_doubting)
            m_doubting->acceptDoubted();
    });
    setFocusProxy(m_parts->entry());
    m_line->installEventFilter(this);
    showValue({});
}

void SecretEdit::makeLayout()
{
    m_line = new SecretLine(m_name, m_frame); // after the parts, for the tab order
    m_leftOut->setWordWrap(true);
    m_leftOut->hide();
    m_help->setWordWrap(true);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(SecretChips::padding, 0, 0, 0);
    above->setSpacing(Size::Gap / 2);
    above->addWidget(m_parts);
    above->addWidget(m_refusal);
    above->addWidget(m_warning);
    above->addWidget(m_leftOut);
    above->addWidget(m_help);
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(editPadding - SecretChips::padding, edge, editPadding, edge);
    inside->setSpacing(Size::Gap / 2);
    inside->addLayout(above);
    inside->addWidget(m_line);
    m_line->raise(); // after the parts, for screen readers too
    fitWidth();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
}

void SecretEdit::openMenu(QWidget *below)
{
    m_menu->popup(below->mapToGlobal(below->rect().bottomLeft()));
}

void SecretEdit::makeMenu()
{
    m_edit = m_menu->addAction(icon("pencil"), tr("Edit"), this, &SecretEdit::open);
    m_copy = m_menu->addAction(icon("copy"), tr("Copy reference"), this, &SecretEdit::copy);
    m_menu->addAction(icon("clipboard-paste"), tr("Paste reference"), this, &SecretEdit::paste);
    m_clear = m_menu->addAction(icon("x"), tr("Clear"), this, [this] { write({}); });
    m_menu->setObjectName(m_name + u".actions"_s);
    m_edit->setObjectName(m_name + u".edit"_s);
    m_copy->setObjectName(m_name + u".copy"_s);
    m_menu->actions().at(2)->setObjectName(m_name + u".paste"_s);
    m_clear->setObjectName(m_name + u".clear"_s);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_edit->setVisible(m_isFolded);
        m_copy->setEnabled(!m_value.isEmpty());
        m_clear->setVisible(m_isClearable);
        m_clear->setEnabled(!m_value.isEmpty());
    });
}

void SecretEdit::write(QString SecretReference::*part, const QString &text)
{
    SecretReference reference = SecretReference::read(m_value);
    if (reference.isEmpty()) {
        reference.provider = m_parts->provider();
        m_isProviderLikely = !reference.provider.isEmpty();
    }
    reference.*part = text;
    // With the last of its parts goes what was only assumed.
    if (m_isProviderLikely && reference == SecretReference{reference.provider, {}, {}, {}})
        reference = {};
    write(reference);
}

void SecretEdit::write(const SecretReference &reference)
{
    m_leftOut->hide();
    // Without the parts there is nothing left to say about other keys.
    const QJsonObject next =
        reference.isEmpty() && m_isClearable ? QJsonObject() : reference.writtenInto(m_value);
    if (next == m_value)
        return;
    showValue(next);
    Q_EMIT edited();
}

// The name of a vault means nothing to another provider. It comes back with its own provider: the
// keys pass all providers on the way down the list.
void SecretEdit::writeProvider(const QString &provider)
{
    SecretReference reference = SecretReference::read(m_value);
    if (hasVaults(reference.provider) && !hasVaults(provider) && !provider.isEmpty())
        m_vault = std::exchange(reference.location, {});
    else if (hasVaults(provider) && reference.location.isEmpty())
        reference.location = m_vault;
    reference.provider = provider;
    m_isProviderLikely = false;
    write(reference);
}

// All words stand in one place: when they go, no line may go on refusing.
void SecretEdit::endRefusals()
{
    m_parts->forgetRefusals();
    m_refusal->setText({});
    m_refusal->setAction({});
}

void SecretEdit::showRefusal(SecretPart *part, const QString &words, bool isDoubt)
{
    m_doubting = isDoubt ? part : nullptr;
    m_refusal->setFamily(isDoubt ? Family::Warning : Family::Problem);
    m_refusal->setText(words);
    m_refusal->setAction(!isDoubt                      ? QString()
                         : part == m_parts->line(Name) ? tr("Use it as the name")
                                                       : tr("Use it all the same"));
}

void SecretEdit::applyWhole(const SecretText &pasted)
{
    endRefusals();
    write(pasted.reference);
    QStringList words;
    if (!pasted.leftOut.isEmpty())
        words.append(tr("Left out, as a reference has no place for it: %1.")
                         .arg(pasted.leftOut.join(u", "_s)));
    if (!pasted.doubt.isEmpty())
        words.append(pasted.doubt);
    m_leftOut->setText(words.join(u' '));
    m_leftOut->setVisible(!words.isEmpty());
}

void SecretEdit::copy() const
{
    if (!m_value.isEmpty())
        copyToClipboard(secretText(SecretReference::read(m_value)));
}

void SecretEdit::paste()
{
    endRefusals();
    if (!m_parts->line(Name)->pasteWhole(QApplication::clipboard()->text()))
        m_refusal->setText(tr("The clipboard holds no reference. Copy one here, or copy its "
                              "address from your secrets manager."));
}

void SecretEdit::setValue(const QJsonObject &value)
{
    const bool isSame = value == m_value;
    if (!isSame) { // after an undo, for example, the refused text does not matter any more
        endRefusals();
        m_vault.clear();
    }
    showValue(value);
    if (!isSame && canFold() && !isAncestorOf(QApplication::focusWidget()))
        fold(true);
}

void SecretEdit::showValue(const QJsonObject &value)
{
    m_value = value;
    SecretReference shown = SecretReference::read(value);
    if (shown.isEmpty() && m_likely)
        shown.provider = m_likely();
    m_parts->showReference(shown);
    showWords();
    fitWidth();
    if (!canFold())
        fold(false);
}

void SecretEdit::setLikelyProvider(const std::function<QString()> &likely)
{
    m_likely = likely;
    refreshProvider();
}

void SecretEdit::refreshProvider()
{
    const bool isTyping = isAncestorOf(QApplication::focusWidget());
    if (SecretReference::read(m_value).isEmpty() && m_refusal->text().isEmpty() && !isTyping)
        showValue(m_value);
}

void SecretEdit::showEvent(QShowEvent *event)
{
    if (!event->spontaneous() && m_likely)
        refreshProvider();
    QWidget::showEvent(event);
}

// As wide as the parts need, and the line of the whole.
void SecretEdit::fitWidth()
{
    const int width = std::max(m_parts->widest(), m_line ? m_line->sizeHint().width() : 0);
    if (maximumWidth() == width + 2 * editPadding)
        return;
    setMaximumWidth(width + 2 * editPadding);
    Q_EMIT widthChanged();
}

// The button and the number of users come and go beside the reference, which must not be cut for
// them while there is room.
bool SecretEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QWidget::eventFilter(watched, event);
}

void SecretEdit::showWords()
{
    const SecretReference reference = SecretReference::read(m_value);
    m_warning->setText(SecretNames::warning(reference));
    m_help->setText(help(reference.provider));
    m_help->setVisible(!m_isFolded && !m_help->text().isEmpty());
    m_line->setReference(reference, m_emptyText);
    m_line->setVisible(!reference.isEmpty() || !m_emptyText.isEmpty());
}

QString SecretEdit::help(const QString &provider) const
{
    if (provider.isEmpty())
        return {};
    const QString place =
        hasVaults(provider)
            ? tr("Vault: the key vault's name, not its address.")
            : tr("Location: what it means outside of Azure Key Vault is not documented. Leave it "
                 "empty unless you know that your runner needs it.");
    return tr("%1 Key: only for a secret that holds several values.").arg(place);
}

void SecretEdit::setLabel(const QString &label)
{
    m_parts->setLabel(label);
    m_line->setLabel(label);
}

void SecretEdit::setPlaceholder(Part part, const QString &text)
{
    m_parts->setPlaceholder(part, text);
}

void SecretEdit::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showWords();
}

void SecretEdit::setSources(const ReferenceSources &sources, const QString &field)
{
    m_line->setSources(sources);
    if (!sources.monitor)
        return;
    m_parts->setKnown([monitor = QPointer(sources.monitor)](const QString &text) {
        return monitor && monitor->index().isPart(text);
    });
    auto *list = new SecretList(sources, field, this);
    list->offerAt(m_parts->line(Location));
    list->offerAt(m_parts->line(Name));
    list->setProvider([this] { return SecretReference::read(m_value).provider; });
    connect(list, &SecretList::chosen, this, [this](const SecretReference &reference) {
        applyWhole({reference, {}});
    });
}

void SecretEdit::setClearable(bool clearable)
{
    m_isClearable = clearable;
}

void SecretEdit::setFoldable()
{
    m_isFoldable = true;
    fold(canFold());
}

bool SecretEdit::canFold() const
{
    const SecretReference reference = SecretReference::read(m_value);
    return m_isFoldable && !reference.provider.isEmpty() && !reference.name.isEmpty() &&
           m_refusal->text().isEmpty() && !m_frame->isWrong() && !m_parts->isWrong();
}

void SecretEdit::fold(bool folded)
{
    if (m_isFolded == folded)
        return;
    m_isFolded = folded;
    m_line->setFolded(folded);
    chooseEntry();
    m_parts->setVisible(!folded);
    m_leftOut->setVisible(false);
    showWords();
}

void SecretEdit::chooseEntry()
{
    setFocusProxy(m_isFolded ? m_line->entry() : m_parts->entry());
}

void SecretEdit::open()
{
    fold(false);
    focusProxy()->setFocus(Qt::TabFocusReason);
}

void SecretEdit::foldWhenLeft()
{
    if (canFold() && !isAncestorOf(QApplication::focusWidget()))
        fold(true);
}

// Only when the keyboard leaves it: with the mouse, the clicked widget would move away.
bool SecretEdit::focusNextPrevChild(bool next)
{
    const bool hasMoved = QWidget::focusNextPrevChild(next);
    foldWhenLeft();
    return hasMoved;
}

void SecretEdit::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        foldWhenLeft();
    QWidget::hideEvent(event);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (isPressed(event, WidgetKey::CopyReference)) {
        copy();
    } else if (isPressed(event, WidgetKey::PasteReference)) {
        paste();
    } else if (event->key() == Qt::Key_Escape && !m_isFolded && canFold()) {
        fold(true);
        m_line->entry()->setFocus(Qt::BacktabFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SecretEdit::showProblem(const QString &words)
{
    m_frame->setWrong(!words.isEmpty());
    m_parts->setDescription(words);
    if (!words.isEmpty())
        fold(false);
}

void SecretEdit::showProblem(Part part, const QString &words)
{
    m_parts->showProblem(part, words);
    if (!words.isEmpty())
        fold(false);
    chooseEntry();
}

} // namespace Sluice
