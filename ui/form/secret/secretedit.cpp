// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretedit.h"

#include "models/definition/secret/secretnames.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/form/secret/secretline.h"
#include "ui/form/secret/secretpart.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/helplabel.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/panelframe.h"

#include <QApplication>
#include <QClipboard>
#include <QHideEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

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
    connect(m_refusal, &NoteLine::actionTriggered, this, [this] {
        if (m_doubting)
            m_doubting->takeDoubted();
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

// The name of a vault is no location elsewhere. It comes back with its provider: on the way down
// the list to another one the keys pass all between.
void SecretEdit::writeProvider(const QString &provider)
{
    constexpr auto azure = "AZURE_KEY_VAULT"_L1;
    SecretReference reference = SecretReference::read(m_value);
    if (reference.provider == azure && provider != azure && !provider.isEmpty())
        m_vault = std::exchange(reference.location, {});
    else if (provider == azure && reference.location.isEmpty())
        reference.location = m_vault;
    reference.provider = provider;
    write(reference);
}

// Their words stand in one place: when these go, no line may go on refusing.
void SecretEdit::endRefusals()
{
    for (SecretPart *each : m_lines)
        each->forgetRefusal();
    m_refusal->setText({});
    m_refusal->setAction({});
}

void SecretEdit::showRefusal(SecretPart *part, const QString &words, bool isDoubt)
{
    m_doubting = isDoubt ? part : nullptr;
    m_refusal->setFamily(isDoubt ? Family::Warning : Family::Problem);
    m_refusal->setText(words);
    m_refusal->setAction(!isDoubt             ? QString()
                         : part == line(Name) ? tr("Use it as the name")
                                              : tr("Use it all the same"));
}

void SecretEdit::takeWhole(const SecretText &pasted)
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
        QApplication::clipboard()->setText(secretText(SecretReference::read(m_value)));
}

void SecretEdit::paste()
{
    endRefusals();
    if (!line(Name)->takeWhole(QApplication::clipboard()->text()))
        m_refusal->setText(tr("The clipboard holds no reference. Copy one here, or copy its "
                              "address from your secrets manager."));
}

void SecretEdit::setValue(const QJsonObject &value)
{
    const bool isSame = value == m_value;
    if (!isSame) { // an undo, say: what was refused is not the matter any more
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
