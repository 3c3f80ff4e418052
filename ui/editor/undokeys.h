// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice {

class FormModel;

// Makes Ctrl+Z and Ctrl+Y in the fields of a form and in its JSON text mean the document, whose
// history knows all of them; fields have one of their own, which knows that field only. What is
// typed elsewhere (to find, to filter, to add) is no part of the document and keeps its own.
class UndoKeys final : public QObject
{
    Q_OBJECT

public:
    UndoKeys(const FormModel *form, QWidget *area);

    // Off while the area is hidden: it listens to the whole program.
    void setOn(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOfDocument(const QWidget *widget) const;

    const FormModel *m_form;
    QWidget *m_area;
};

} // namespace Sluice
