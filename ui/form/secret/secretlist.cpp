// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretlist.h"

#include "models/references/referencemonitor.h"
#include "ui/form/secret/referencesuggestiondelegate.h"
#include "ui/form/secret/secretpart.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QListView>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int listedRows = 8;
constexpr int narrowestList = 320;
constexpr int widest = 640;

} // namespace

SecretList::SecretList(const ReferenceSources &sources, const QString &field, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_field(field)
    , m_completer(new QCompleter(&m_suggestions, this))
{
    m_completer->setMaxVisibleItems(listedRows);
    if (auto *list = qobject_cast<QListView *>(m_completer->popup()))
        list->setUniformItemSizes(true);
    m_completer->popup()->setObjectName(u"secretSuggestions"_s);
    m_completer->popup()->setAccessibleName(tr("References in use"));
    m_completer->popup()->setItemDelegate(new ReferenceSuggestionDelegate(m_completer->popup()));
    connect(sources.monitor, &ReferenceMonitor::changed, this, [this] { m_isLoaded = false; });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &row) {
                Q_EMIT chosen(
                    row.data(ReferenceSuggestions::ReferenceRole).value<SecretReference>());
            });
}

void SecretList::offerAt(SecretPart *line)
{
    QAction *arrow = line->addAction(icon("chevron-down"), QLineEdit::TrailingPosition);
    arrow->setText(tr("References in use"));
    arrow->setToolTip(tr("References in use (Alt+Down)"));
    connect(arrow, &QAction::triggered, line, &SecretPart::listRequested);
    connect(line, &SecretPart::listRequested, this, [this, line] { open(line, {}); });
    connect(line, &SecretPart::entered, this, [this, line](const QString &text) {
        // After an undo or a refusal nobody is typing.
        if (line->hasFocus() && !text.isEmpty())
            open(line, text);
        else
            m_completer->popup()->hide();
    });
}

void SecretList::load()
{
    const ReferenceSuggestions::Wish wish{m_sources.account ? m_sources.account() : QString(),
                                          m_provider ? m_provider() : QString(), m_field};
    if (m_isLoaded && wish == m_wish)
        return;
    m_suggestions.load(m_sources.monitor->index(), wish);
    m_wish = wish;
    m_isLoaded = true;
}

void SecretList::open(SecretPart *line, const QString &text)
{
    if (!m_completer->popup()->isVisible()) // an open list does not change under the user's eyes
        load();
    m_suggestions.search(text);
    if (m_suggestions.rowCount() == 0) {
        m_completer->popup()->hide();
        if (text.isEmpty()) // the list was asked for
            QToolTip::showText(line->mapToGlobal(line->rect().bottomLeft()),
                               tr("No references are in use yet. Type this one."), line);
        return;
    }
    m_completer->setWidget(line);
    m_completer->setCompletionPrefix({}); // the suggestions have been searched before
    m_completer->complete({0, 0, std::max(width(), line->width()), line->height()});
}

int SecretList::width() const
{
    const int count = std::min(listedRows, m_suggestions.rowCount());
    int needed = narrowestList;
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_completer->completionModel()->index(row, 0);
        needed = std::max(needed, m_completer->popup()->sizeHintForIndex(index).width());
    }
    return std::min(needed, widest);
}

} // namespace Sluice
