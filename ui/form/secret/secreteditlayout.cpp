// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretedit.h"

#include "models/references/referencemonitor.h"
#include "ui/form/secret/secretchips.h"
#include "ui/form/secret/secretline.h"
#include "ui/form/secret/secretlist.h"
#include "ui/form/secret/secretpart.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/helplabel.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/panelframe.h"

#include <QGridLayout>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

// How the editor of a reference is put together; what it does is in secretedit.cpp.

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr const char *providers[] = {"AWS_SECRETS_MANAGER", "AZURE_KEY_VAULT",
                                     "GOOGLE_SECRET_MANAGER"};

struct PartInfo {
    const char *key;
    QString SecretReference::*member;
    int width;
};

constexpr PartInfo parts[] = {
    {"secretType", &SecretReference::provider, 164},
    {"secretLocation", &SecretReference::location, 176},
    {"secretName", &SecretReference::name, 196},
    {"secretKey", &SecretReference::key, 96},
};

constexpr int narrowestPart = 84; // in a small window
constexpr int editPadding = 10;
constexpr int moreWidth = 28;
constexpr int edge = 2; // above and below the line, which alone is as high as other fields

void setWidths(QWidget *part, int width)
{
    part->setMinimumWidth(narrowestPart);
    part->setMaximumWidth(width);
    part->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

void SecretEdit::makeLayout()
{
    m_parts = makeParts();
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
    setMaximumWidth(std::accumulate(
        m_lines.begin(), m_lines.end(),
        m_provider->maximumWidth() + 4 * Size::Gap + moreWidth + 2 * editPadding,
        [](int sum, const SecretPart *part) { return sum + part->maximumWidth(); }));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
}

QWidget *SecretEdit::makeParts()
{
    auto *widget = new QWidget(m_frame);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, Size::Gap - edge, 0, 0);
    grid->setHorizontalSpacing(Size::Gap);
    grid->setVerticalSpacing(2);
    for (int part = Provider; part <= Key; ++part)
        grid->setColumnStretch(part, parts[part].width);
    makeProvider(widget, grid);
    for (const Part part : {Location, Name, Key})
        makeLine(part, widget, grid);
    auto *more = new QToolButton(widget);
    more->setObjectName(m_name + u".menu"_s);
    more->setIcon(icon("ellipsis"));
    more->setFocusPolicy(Qt::StrongFocus);
    more->setFixedWidth(moreWidth);
    more->setAccessibleName(tr("Copy, paste, clear"));
    more->setToolTip(more->accessibleName());
    connect(more, &QToolButton::clicked, this, [this, more] { openMenu(more); });
    grid->addWidget(more, 1, Key + 1);
    return widget;
}

void SecretEdit::makeProvider(QWidget *widget, QGridLayout *grid)
{
    m_provider->setObjectName(m_name + u'.' + QLatin1String(parts[Provider].key));
    m_provider->addItem(tr("Choose…"), QString());
    for (const char *provider : providers) {
        const QString type = QString::fromLatin1(provider);
        m_provider->addItem(SecretReference{type, {}, {}, {}}.providerName(), type);
    }
    const int width = std::max(m_provider->sizeHint().width(), parts[Provider].width);
    setWidths(m_provider, width);
    m_provider->setMinimumWidth(width); // its texts end in the same word
    connect(m_provider, &QComboBox::activated, this,
            [this](int row) { writeProvider(m_provider->itemData(row).toString()); });
    auto *words = new HelpLabel(tr("Provider"), widget);
    words->setBuddy(m_provider);
    grid->addWidget(words, 0, Provider);
    grid->addWidget(m_provider, 1, Provider);
}

void SecretEdit::makeLine(Part part, QWidget *widget, QGridLayout *grid)
{
    auto *edit = new SecretPart(widget);
    edit->setObjectName(m_name + u'.' + QLatin1String(parts[part].key));
    setWidths(edit, parts[part].width);
    auto *words = new HelpLabel(widget);
    words->setBuddy(edit);
    grid->addWidget(words, 0, part);
    grid->addWidget(edit, 1, part);
    m_lines.at(size_t(part - Location)) = edit;
    m_captions.at(size_t(part - Location)) = words;
    connect(edit, &SecretPart::taken, this,
            [this, part](const QString &text) { write(parts[part].member, text); });
    connect(edit, &SecretPart::refusalChanged, this,
            [this, edit](const QString &why, bool isDoubt) { showRefusal(edit, why, isDoubt); });
    connect(edit, &SecretPart::referencePasted, this, &SecretEdit::takeWhole);
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
    for (SecretPart *each : m_lines) {
        each->setKnown([watch = QPointer(sources.watch)](const QString &text) {
            return watch && watch->index().isPart(text);
        });
    }
    auto *list = new SecretList(sources, field, this);
    list->offerAt(line(Location));
    list->offerAt(line(Name));
    list->setProvider([this] { return SecretReference::read(m_value).provider; });
    connect(list, &SecretList::chosen, this, [this](const SecretReference &reference) {
        takeWhole({reference, {}});
    });
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

} // namespace Sluice
