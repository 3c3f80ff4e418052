// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace Sluice {

class FormView;

// One page of the wizard: form sections below each other in a scroll area, with room for other
// widgets.
class FormPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormPage(QWidget *parent = nullptr);

    void addForm(FormView *form);
    void addWidget(QWidget *widget, int stretch = 0);

    QList<FormView *> forms() const { return m_forms; }

    // Gives the focus to the field and scrolls to its whole row. False when the field is not on
    // this page.
    bool focusField(const QString &path);

private:
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QList<FormView *> m_forms;
};

} // namespace Sluice
