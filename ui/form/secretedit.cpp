// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secretedit.h"

#include "models/form/secretnames.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/form/panelframe.h"
#include "ui/form/secretline.h"
#include "ui/form/secretlist.h"
#include "ui/form/secretpart.h"
#include "ui/widgets/calmcombobox.h"

#include <QApplication>
#include <QClipboard>
#include <QHideEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

SecretEdit::SecretEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_provider(new CalmComboBox(this))
    , m_menu(new QMenu(this))
    , m_refusal(new NoteLine(Family::Problem, this))
    , m_warning(new NoteLine(Family::Warning, this))
    , m_leftOut(new HelpLabel(this))
    , m_help(new HelpLabel(this))
    , m_emptyText(tr("No reference"))
    , m_frame(new PanelFrame(PanelFrame::Ground::Tinted, this))
{
    makeMenu();
    makeLayout();
    connect(m_line, &SecretLine::menuRequested, this, &SecretEdit::openMenu);
    connect(m_line, &SecretLine::openRequested, this, [this] {
        if (m_isFolded)
            open();
    });
    setFocusProxy(m_provider);
    showWords();
}

void SecretEdit::write(QString SecretReference::*part, const QString &text)
{
    SecretReference reference = SecretReference::read(m_value);
    reference.*part = text;
    write(reference);
}

void SecretEdit::write(const SecretReference &reference)
{
    m_leftOut->hide();
    // Without its parts nothing is left that other keys could say something of.
    const QJsonObject next =
        reference.isEmpty() && m_isClearable ? QJsonObject() : reference.writtenInto(m_value);
    if (next == m_value)
        return;
    showValue(next);
    Q_EMIT edited();
}

void SecretEdit::takeWhole(const SecretText &pasted)
{
    m_refusal->setText({});
    write(pasted.reference);
    m_leftOut->setText(
        tr("Left out, as a reference has no place for it: %1.").arg(pasted.leftOut.join(u", "_s)));
    m_leftOut->setVisible(!pasted.leftOut.isEmpty());
}

void SecretEdit::copy() const
{
    if (!m_value.isEmpty())
        QApplication::clipboard()->setText(secretText(SecretReference::read(m_value)));
}

void SecretEdit::paste()
{
    if (!line(Name)->takeWhole(QApplication::clipboard()->text()))
        m_refusal->setText(tr("The clipboard holds no reference. Copy one here, or copy its "
                              "address from your secrets manager."));
}

void SecretEdit::setValue(const QJsonObject &value)
{
    const bool isSame = value == m_value;
    if (!isSame)
        m_refusal->setText({}); // an undo, say: what was refused is not the matter any more
    showValue(value);
    if (!isSame && canFold() && !isAncestorOf(QApplication::focusWidget()))
        fold(true);
}

void SecretEdit::showValue(const QJsonObject &value)
{
    m_value = value;
    const SecretReference reference = SecretReference::read(value);
    showProvider(reference.provider);
    const QString *const texts[] = {&reference.location, &reference.name, &reference.key};
    for (const Part part : {Location, Name, Key}) {
        line(part)->setProvider(reference.provider);
        line(part)->showText(*texts[part - Location]);
    }
    showWords();
    if (!canFold())
        fold(false);
}

void SecretEdit::showProvider(const QString &provider)
{
    int row = m_provider->findData(provider);
    if (row < 0) {
        m_provider->addItem(provider, provider);
        row = m_provider->count() - 1;
    }
    m_provider->setCurrentIndex(row);
}

void SecretEdit::showWords()
{
    const SecretReference reference = SecretReference::read(m_value);
    caption(Location)->setText(
        reference.provider == "AZURE_KEY_VAULT"_L1 ? tr("Vault") : tr("Location (optional)"));
    caption(Name)->setText(tr("Secret name"));
    caption(Key)->setText(tr("Key (optional)"));
    m_provider->setAccessibleName(tr("%1, provider").arg(m_label));
    for (const Part part : {Location, Name, Key})
        line(part)->setAccessibleName(tr("%1, %2").arg(m_label, caption(part)->text().toLower()));
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
        provider == "AZURE_KEY_VAULT"_L1
            ? tr("Vault: the key vault's name, not its address.")
            : tr("Location: what it means outside of Azure Key Vault is not documented. Leave it "
                 "empty unless you know that your runner needs it.");
    return tr("%1 Key: only for a secret that holds several values.").arg(place);
}

void SecretEdit::setLabel(const QString &label)
{
    m_label = label;
    m_line->setLabel(label);
    showWords();
}

void SecretEdit::setPlaceholder(Part part, const QString &text)
{
    if (part == Provider)
        m_provider->setItemText(0, text);
    else
        line(part)->setPlaceholderText(text);
}

void SecretEdit::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showWords();
}

void SecretEdit::setSources(const SecretSources &sources, const QString &field)
{
    m_line->setSources(sources);
    if (!sources.watch)
        return;
    auto *list = new SecretList(sources, field, this);
    list->offerAt(line(Location));
    list->offerAt(line(Name));
    list->setProvider([this] { return SecretReference::read(m_value).provider; });
    connect(list, &SecretList::chosen, this, [this](const SecretReference &reference) {
        takeWhole({reference, {}});
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
    const auto isWrong = [](const QWidget *widget) { return widget->property("problem").toBool(); };
    return m_isFoldable && !reference.provider.isEmpty() && !reference.name.isEmpty() &&
           m_refusal->text().isEmpty() && !m_frame->isWrong() && !isWrong(m_provider) &&
           std::none_of(m_lines.begin(), m_lines.end(), isWrong);
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

// Where the focus goes: to what is wrong, if anything is.
void SecretEdit::chooseEntry()
{
    QWidget *entry = m_isFolded ? m_line->entry() : m_provider;
    const auto wrong = std::find_if(m_lines.begin(), m_lines.end(), [](const SecretPart *part) {
        return part->property("problem").toBool();
    });
    if (!m_isFolded && wrong != m_lines.end())
        entry = *wrong;
    setFocusProxy(entry);
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

// Only when it is left by the keyboard: with the mouse, what is clicked would move away below it.
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
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Paste)) {
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
    m_provider->setAccessibleDescription(words);
    if (!words.isEmpty())
        fold(false);
}

void SecretEdit::showProblem(Part part, const QString &words)
{
    QWidget *widget = part == Provider ? static_cast<QWidget *>(m_provider) : line(part);
    setProblemFrame(widget, !words.isEmpty());
    widget->setAccessibleDescription(words);
    if (!words.isEmpty())
        fold(false);
    chooseEntry();
}

} // namespace Sluice
