// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace Sluice {

class TextLabel;

// A line of text of the start page with its label, and what is wrong with it below.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    // label: with its mnemonic.
    FieldRow(const QString &objectName, const QString &label, const QString &placeholder,
             QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }

    QString text() const; // trimmed
    // Hides the text behind dots, with an eye to show it.
    void makeSecret();
    // Marks the field; empty removes the mark. The mark also goes when the text changes.
    void setProblem(const QString &problem);
    bool hasProblem() const;

    // Width of the labels, so that other rows of the form can line up.
    static int labelWidth();

private:
    QLineEdit *m_edit;
    TextLabel *m_problem;
};

} // namespace Sluice
