// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretpartsrow.h"

#include "models/definition/secret/secretparts.h"
#include "models/definition/secret/secretproviders.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/form/secret/secretpart.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QToolButton>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// By part.
constexpr int widths[] = {164, 176, 196, 96};

constexpr int narrowestPart = 84; // in a small window
constexpr int besideText = 44;    // frame, margins, the arrow
constexpr int moreWidth = 28;
constexpr int topMargin = Size::Gap - 2; // the frame adds two above

void setWidths(QWidget *part, int width)
{
    part->setMinimumWidth(narrowestPart);
    part->setMaximumWidth(width);
    part->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool isMarked(const QWidget *part)
{
    return part->property("problem").toBool();
}

} // namespace

QString SecretReference::*SecretPartsRow::memberOf(Part part)
{
    return secretParts[part].member;
}

SecretPartsRow::SecretPartsRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_provider(new CalmComboBox(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, topMargin, 0, 0);
    grid->setHorizontalSpacing(Size::Gap);
    grid->setVerticalSpacing(2);
    for (int part = Provider; part <= Key; ++part)
        grid->setColumnStretch(part, widths[part]);
    makeProvider(grid);
    for (const Part part : {Location, Name, Key})
        makeLine(part, grid);
    makeMenuButton(grid);
}

void SecretPartsRow::makeProvider(QGridLayout *grid)
{
    m_provider->setObjectName(m_name + u'.' + secretParts[Provider].key);
    m_provider->addItem(tr("Choose…"), QString());
    for (const SecretProvider &provider : secretProviders)
        m_provider->addItem(QCoreApplication::translate("SecretProvider", provider.name),
                            QString(provider.id));
    const int width = std::max(m_provider->sizeHint().width(), widths[Provider]);
    setWidths(m_provider, width);
    m_provider->setMinimumWidth(width); // its texts end in the same word
    connect(m_provider, &QComboBox::activated, this,
            [this](int row) { Q_EMIT providerChosen(m_provider->itemData(row).toString()); });
    m_providerCaption = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    m_providerCaption->setBuddy(m_provider);
    m_provider->raise(); // after its caption, for screen readers
    grid->addWidget(m_providerCaption, 0, Provider);
    grid->addWidget(m_provider, 1, Provider);
}

void SecretPartsRow::makeLine(Part part, QGridLayout *grid)
{
    auto *edit = new SecretPart(this);
    edit->setObjectName(m_name + u'.' + secretParts[part].key);
    setWidths(edit, widths[part]);
    auto *words = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    words->setBuddy(edit);
    edit->raise(); // after its caption, for screen readers
    grid->addWidget(words, 0, part);
    grid->addWidget(edit, 1, part);
    m_lines.at(size_t(part - Location)) = edit;
    m_captions.at(size_t(part - Location)) = words;
    connect(edit, &SecretPart::entered, this,
            [this, part](const QString &text) { Q_EMIT partTaken(part, text); });
    connect(edit, &SecretPart::refusalChanged, this,
            [this, edit](const QString &why, bool isDoubt) {
                Q_EMIT refusalChanged(edit, why, isDoubt);
            });
    connect(edit, &SecretPart::referencePasted, this, &SecretPartsRow::referencePasted);
}

// Parts grow with their texts, where there is room.
void SecretPartsRow::fit()
{
    for (const Part part : {Location, Name, Key}) {
        const int text =
            line(part)->fontMetrics().horizontalAdvance(line(part)->text()) + besideText;
        line(part)->setMaximumWidth(std::clamp(text, widths[part], 2 * widths[part]));
    }
}

void SecretPartsRow::makeMenuButton(QGridLayout *grid)
{
    auto *more = new QToolButton(this);
    more->setObjectName(m_name + u".menu"_s);
    more->setIcon(icon("ellipsis"));
    more->setFocusPolicy(Qt::StrongFocus);
    more->setFixedWidth(moreWidth);
    more->setAccessibleName(tr("Copy, paste, clear"));
    more->setToolTip(more->accessibleName());
    connect(more, &QToolButton::clicked, this, [this, more] { Q_EMIT menuRequested(more); });
    grid->addWidget(more, 1, Key + 1);
}

void SecretPartsRow::showReference(const SecretReference &reference)
{
    showProvider(reference.provider);
    for (const Part part : {Location, Name, Key}) {
        line(part)->setProvider(reference.provider);
        line(part)->showText(reference.*memberOf(part));
    }
    showCaptions();
    fit();
}

void SecretPartsRow::showCaptions()
{
    const bool isVault = hasVaults(provider().isEmpty() ? m_meantProvider : provider());
    const auto show = [this](QLabel *label, QString text) {
        label->setText(m_hasMnemonics ? text : text.remove(u'&'));
    };
    show(m_providerCaption, tr("&Provider"));
    show(caption(Location), isVault ? tr("&Vault") : tr("&Location (optional)"));
    show(caption(Name), tr("Secret na&me"));
    show(caption(Key), tr("&Key (optional)"));
    nameParts();
}

void SecretPartsRow::setMnemonics()
{
    m_hasMnemonics = true;
    showCaptions();
}

void SecretPartsRow::setMeantProvider(const QString &provider)
{
    m_meantProvider = provider;
    showCaptions();
}

QString SecretPartsRow::provider() const
{
    return m_provider->currentData().toString();
}

// An unknown provider gets a row of its own.
void SecretPartsRow::showProvider(const QString &provider)
{
    int row = m_provider->findData(provider);
    if (row < 0) {
        m_provider->addItem(provider, provider);
        row = m_provider->count() - 1;
    }
    m_provider->setCurrentIndex(row);
}

void SecretPartsRow::nameParts()
{
    m_provider->setAccessibleName(tr("%1, provider").arg(m_label));
    for (const Part part : {Location, Name, Key})
        line(part)->setAccessibleName(
            tr("%1, %2").arg(m_label, caption(part)->text().remove(u'&').toLower()));
}

void SecretPartsRow::setLabel(const QString &label)
{
    m_label = label;
    nameParts();
}

void SecretPartsRow::setPlaceholder(Part part, const QString &text)
{
    if (part == Provider)
        m_provider->setItemText(0, text);
    else
        line(part)->setPlaceholderText(text);
}

void SecretPartsRow::setKnown(const std::function<bool(const QString &)> &isKnown)
{
    for (SecretPart *each : m_lines)
        each->setKnown(isKnown);
}

void SecretPartsRow::showProblem(Part part, const QString &words)
{
    QWidget *widget = part == Provider ? static_cast<QWidget *>(m_provider) : line(part);
    setProblemFrame(widget, !words.isEmpty());
    widget->setAccessibleDescription(words);
}

void SecretPartsRow::setDescription(const QString &words)
{
    m_provider->setAccessibleDescription(words);
}

void SecretPartsRow::forgetRefusals()
{
    for (SecretPart *each : m_lines)
        each->forgetRefusal();
}

bool SecretPartsRow::isWrong() const
{
    return isMarked(m_provider) || std::any_of(m_lines.begin(), m_lines.end(), isMarked);
}

QWidget *SecretPartsRow::entry() const
{
    const auto wrong = std::find_if(m_lines.begin(), m_lines.end(), isMarked);
    return wrong == m_lines.end() ? static_cast<QWidget *>(m_provider) : *wrong;
}

int SecretPartsRow::widest() const
{
    return std::accumulate(
        m_lines.begin(), m_lines.end(), m_provider->maximumWidth() + 4 * Size::Gap + moreWidth,
        [](int sum, const SecretPart *part) { return sum + part->maximumWidth(); });
}

} // namespace Sluice
