// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice {

class FormModel;

// Makes Ctrl+Z and Ctrl+Y in the fields of a form and in its JSON text act on the document, whose
// history covers all of them. A field's own history knows that field only. Text that is no part of
// the document (to find, to filter, to add) keeps its own history.
class UndoKeys final : public QObject
{
    Q_OBJECT

public:
    UndoKeys(const FormModel *form, QWidget *area);

    // Switched off while the area is hidden, as it listens to the whole program.
    void setOn(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOfDocument(const QWidget *widget) const;

    const FormModel *m_form;
    QWidget *m_area;
};

} // namespace Sluice
