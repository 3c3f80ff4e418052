// SPDX-License-Identifier: Apache-2.0
#include "ui/form/view/fieldeditors.h"

#include "ui/form/fields/choicefield.h"
#include "ui/form/fields/mapfield.h"
#include "ui/form/fields/numberfield.h"
#include "ui/form/fields/runnerfield.h"
#include "ui/form/fields/textfield.h"
#include "ui/form/fields/typecards.h"
#include "ui/form/secret/secretfield.h"
#include "ui/form/tables/tablesfield.h"

namespace Sluice {

FieldEditor *makeFieldEditor(FormModel *model, const Field &field, const FieldContext &context,
                             QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::Text: return new TextField(model, field, parent);
    case FieldKind::Number: return new NumberField(model, field, parent);
    case FieldKind::Choice: return new ChoiceField(model, field, parent);
    case FieldKind::Type: return new TypeCards(model, field, parent);
    case FieldKind::Runner: return new RunnerField(model, field, context.runners, parent);
    case FieldKind::Secret: return new SecretField(model, field, context.secrets, parent);
    case FieldKind::Map: return new MapField(model, field, parent);
    case FieldKind::Tables: return new TablesField(model, field, context, parent);
    case FieldKind::Group: break;
    }
    return nullptr;
}

} // namespace Sluice
