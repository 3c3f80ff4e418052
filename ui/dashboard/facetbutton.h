// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/facetmodel.h"

#include <QPushButton>

#include <functional>

namespace Sluice {

// Opens the list of a facet's values, and knows which are chosen.
class FacetButton final : public QPushButton
{
    Q_OBJECT

public:
    using Counts = std::function<QList<FacetCount>()>;

    // text: the facet in a word, translated. counts: asked each time the list opens.
    FacetButton(const QString &text, Counts counts, QWidget *parent = nullptr);

    const FacetModel::Chosen &chosen() const { return m_values->chosen(); }

    void setChosen(const FacetModel::Chosen &chosen) { m_values->setChosen(chosen); }

    // No longer chosen.
    void drop(const QString &value);

Q_SIGNALS:
    void chosenChanged();

protected:
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    void open();
    void describe();

    Counts m_counts;
    FacetModel *m_values;
};

} // namespace Sluice
