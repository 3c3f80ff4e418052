// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/facets.h"
#include "models/support/tickabletable.h"

#include <QMap>

namespace Sluice {

// The values of one facet, each with a tick box and the number of its pipelines. The values stay as
// they were given, so that no row moves while somebody ticks.
class FacetModel final : public TickableTable
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole }; // int

    using TickableTable::TickableTable;

    // Chosen values with their texts. They may be of pipelines that are not known yet.
    using Chosen = QMap<QString, QString>;

    void setValues(const QList<FacetCount> &values);

    const Chosen &chosen() const { return m_chosen; }

    void setChosen(const Chosen &chosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    bool canTick(int row) const override;
    bool isTicked(int row) const override;
    void tick(int row, bool ticked) override;

private:
    QList<FacetCount> m_values;
    Chosen m_chosen;
};

} // namespace Sluice
