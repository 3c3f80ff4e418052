// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/propertymapmodel.h"
#include "ui/form/fields/fieldeditor.h"

namespace Sluice {

class GridView;

// A map of names to texts, numbers or true/false, as a grid. Its last row adds a property. Delete
// removes the current one.
class MapField final : public FieldEditor
{
    Q_OBJECT

public:
    MapField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;

private:
    void push();

    PropertyMapModel m_map;
    GridView *m_grid;
};

} // namespace Sluice
