// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/facetbutton.h"

#include "ui/dashboard/facetpopup.h"
#include "ui/theme/fonts.h"

#include <QStyleOptionButton>

#include <utility>

namespace Sluice {

FacetButton::FacetButton(const QString &text, Counts counts, QWidget *parent)
    : QPushButton(text, parent)
    , m_counts(std::move(counts))
    , m_values(new FacetModel(this))
{
    setProperty("small", true);
    setFont(smallFont());
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Filter by: %1").arg(text));
    connect(this, &QPushButton::clicked, this, &FacetButton::open);
    connect(m_values, &FacetModel::chosenChanged, this, [this] {
        describe();
        Q_EMIT chosenChanged();
    });
    describe();
}

void FacetButton::drop(const QString &value)
{
    FacetModel::Chosen rest = chosen();
    rest.remove(value);
    setChosen(rest);
}

// Painted as a button with a menu: there is one only while it is open.
void FacetButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features.setFlag(QStyleOptionButton::HasMenu);
}

void FacetButton::open()
{
    m_values->setValues(m_counts());
    auto *popup = new FacetPopup(m_values, FacetModel::CountRole, accessibleName(), this);
    popup->openBelow(this);
}

void FacetButton::describe()
{
    const QStringList texts = chosen().values();
    const QString words = texts.isEmpty() ? tr("All are shown") : texts.join(QStringLiteral(", "));
    setAccessibleDescription(words);
    setToolTip(words);
}

} // namespace Sluice
