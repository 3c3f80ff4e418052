// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/filterbar.h"

#include "models/definition/badgegroups.h"
#include "ui/dashboard/facetbutton.h"
#include "ui/dashboard/filterchips.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/endmenu.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString wordOf(Facet facet)
{
    switch (facet) {
    case Facet::SourceType: return FilterBar::tr("Source");
    case Facet::TargetType: return FilterBar::tr("Target");
    case Facet::Project: return FilterBar::tr("Project");
    case Facet::Runner: return FilterBar::tr("Runner");
    case Facet::Tag: return FilterBar::tr("Tag");
    }
    return {};
}

// Chips are told apart by what they stand for.
constexpr auto scopeId = "scope"_L1;

QString idOf(const BadgeGroup &group)
{
    return u"badge/"_s + group.word;
}

QString idOf(Facet facet, const QString &value)
{
    return u"facet/%1/"_s.arg(int(facet)) + value;
}

} // namespace

FilterBar::FilterBar(const FacetCounts &counts, QMenu *views, QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(this))
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setProperty("small", true);
    m_edit->setAccessibleName(tr("Filter pipelines"));
    m_edit->setPlaceholderText(tr("Filter by name, host, database, table"));
    m_edit->setToolTip(
        tr("Words that a pipeline must have.\n"
           "path=value and path~text look into its definition, as in host=db1.example.com, "
           "warehouse~load or tables.schema=dbo.\n"
           "Double quotes keep words together."));
    addFacet(Facet::SourceType, u"sourceFacet"_s, counts);
    addFacet(Facet::TargetType, u"targetFacet"_s, counts);
    addFacet(Facet::Project, u"projectFacet"_s, counts);
    addFacet(Facet::Runner, u"runnerFacet"_s, counts);
    addFacet(Facet::Tag, u"tagFacet"_s, counts);
    setHasTags(false);
    m_chips = new FilterChips(this);
    m_chips->setObjectName(u"filterChips"_s);

    m_again = new QToolButton(this);
    m_again->setObjectName(u"sortAgainButton"_s);
    m_again->setProperty("small", true);
    m_again->setFont(smallFont());
    m_again->setToolTip(tr("Rows keep their places while the mouse is over them or some are "
                           "selected. This puts them where they belong."));
    m_again->setVisible(false);

    m_order = new QToolButton(this);
    m_order->setObjectName(u"problemsFirstButton"_s);
    m_order->setProperty("small", true);
    m_order->setFont(smallFont());
    m_order->setText(tr("Sort problems first"));
    m_order->setVisible(false);

    auto *flow = new FlowLayout; // chips that are too many for the first row have the whole width
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(flow, 1);
    flow->addWidget(m_edit);
    for (FacetButton *facet : m_facets)
        flow->addWidget(facet);
    flow->addWidget(m_chips);
    layout->addWidget(m_again, 0, Qt::AlignTop);
    layout->addWidget(m_order, 0, Qt::AlignTop);

    layout->addWidget(makeViewsButton(views), 0, Qt::AlignTop);

    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(m_edit, &FilterEdit::rowsRequested, this, &FilterBar::rowsRequested);
    connect(m_edit, &FilterEdit::firstRequested, this, &FilterBar::firstRequested);
    connect(m_chips, &FilterChips::removeRequested, this, &FilterBar::removeChip);
    connect(m_chips, &FilterChips::focusLeft, this, &FilterBar::focusText);
    connect(m_again, &QToolButton::clicked, this, &FilterBar::sortAgainRequested);
    connect(m_order, &QToolButton::clicked, this, &FilterBar::problemsFirstRequested);
}

QWidget *FilterBar::makeViewsButton(QMenu *views)
{
    auto *button = new QPushButton(icon("bookmark"), tr("Views"), this);
    button->setObjectName(u"viewsButton"_s);
    button->setProperty("small", true);
    button->setToolTip(tr("Filters, order and columns that were saved under a name"));
    button->setMenu(views);
    new EndMenu(button);
    return button;
}

void FilterBar::addFacet(Facet facet, const QString &name, const FacetCounts &counts)
{
    auto *made = new FacetButton(
        wordOf(facet), [counts, facet] { return counts(facet); }, this);
    made->setObjectName(name);
    m_facets[size_t(facet)] = made;
    connect(made, &FacetButton::chosenChanged, this, [this, facet] {
        showChips();
        Q_EMIT facetChanged(facet);
    });
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::clearText()
{
    m_edit->clear();
}

void FilterBar::focusText()
{
    m_edit->begin();
}

const FacetModel::Chosen &FilterBar::facet(Facet facet) const
{
    return button(facet)->chosen();
}

void FilterBar::setFacet(Facet facet, const FacetModel::Chosen &chosen)
{
    button(facet)->setChosen(chosen);
}

void FilterBar::clearFacets()
{
    for (FacetButton *facet : m_facets)
        facet->setChosen({});
}

void FilterBar::setHasTags(bool hasTags)
{
    button(Facet::Tag)->setVisible(hasTags || !facet(Facet::Tag).isEmpty());
}

void FilterBar::setScope(const QString &words)
{
    m_scope = words;
    showChips();
}

void FilterBar::setBadges(const QSet<Badge> &badges)
{
    m_badges = badges;
    showChips();
}

void FilterBar::setProblemsFirst(bool problemsFirst)
{
    m_order->setVisible(!problemsFirst);
}

void FilterBar::setWaiting(int count)
{
    if (count > 0)
        m_again->setText(tr("%Ln changed. Sort again", nullptr, count));
    m_again->setVisible(count > 0);
}

void FilterBar::showChips()
{
    QList<FilterChips::Entry> entries;
    if (!m_scope.isEmpty())
        entries.append({scopeId, m_scope, u"scopeChip"_s});
    const QList<BadgeGroup> groups = groupsOf(m_badges);
    for (const BadgeGroup &group : groups)
        entries.append({idOf(group), group.word, u"badgeChip"_s});
    for (const Facet facet : allFacets) {
        const FacetModel::Chosen &chosen = button(facet)->chosen();
        for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
            entries.append({idOf(facet, it.key()), tr("%1: %2").arg(wordOf(facet), it.value()),
                            u"facetChip"_s});
    }
    m_chips->setEntries(entries);
}

void FilterBar::removeChip(const QString &id)
{
    if (id == scopeId) {
        Q_EMIT scopeRemoved();
        return;
    }
    const QList<BadgeGroup> groups = groupsOf(m_badges);
    const auto group = std::find_if(groups.cbegin(), groups.cend(),
                                    [&id](const BadgeGroup &one) { return idOf(one) == id; });
    if (group != groups.cend()) {
        Q_EMIT badgesRemoved(group->badges);
        return;
    }
    for (const Facet facet : allFacets) {
        const QStringList values = button(facet)->chosen().keys();
        for (const QString &value : values) {
            if (idOf(facet, value) == id)
                button(facet)->drop(value);
        }
    }
}

} // namespace Sluice
