// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace Sluice {

class FieldEditor;
class FormModel;
struct Field;
struct FieldContext;

// Makes the editor for a field's kind; null for a Group, which is only a frame.
FieldEditor *makeFieldEditor(FormModel *model, const Field &field, const FieldContext &context,
                             QWidget *parent);

} // namespace Sluice
