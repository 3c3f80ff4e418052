// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Sluice {

class FieldEditor;
class FormModel;
class FormerValue;
class TextLabel;
class NoteLine;

// One field of a form: label, editor, and below it error, advice and help.
class FormRow final : public QWidget
{
    Q_OBJECT

public:
    // labelWidth: the width of the label's column; 0: no label (cards and tables have the page's
    // title).
    FormRow(FormModel *model, FieldEditor *editor, int labelWidth, QWidget *parent);

    FieldEditor *editor() const { return m_editor; }

    QString errorText() const;

    // Shows what the model has.
    void sync();
    // Shows a dot, the former value and a way back at a field that differs from the model's
    // baseline.
    void setShowChanges(bool show);

Q_SIGNALS:
    void revertRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void syncHelp();
    void syncAdvice();
    void fix();
    void syncLabel(bool wrong);
    void syncFormer();

    FormModel *m_model;
    FieldEditor *m_editor;
    QHBoxLayout *m_line;
    QLabel *m_label = nullptr;
    NoteLine *m_error;
    NoteLine *m_advice;
    TextLabel *m_help;
    FormerValue *m_former = nullptr; // made at first use
    bool m_showChanges = false;
    bool m_changed = false;
};

} // namespace Sluice
