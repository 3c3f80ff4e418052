// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"
#include "ui/form/fields/fieldeditor.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Sluice {

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

    // The text of the label without its mnemonic; empty: the row has no label.
    QString labelText() const { return m_label ? m_editor->label() : QString(); }

    // The place of the letter that goes to the field together with Alt; -1: none.
    void setMnemonic(qsizetype place);

Q_SIGNALS:
    void revertRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void syncHelp();
    void syncAdvice();
    void fix();
    void syncLabel();
    void bringIntoView();
    void inReadingOrder();
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
    qsizetype m_mnemonic = -1;
};

} // namespace Sluice
