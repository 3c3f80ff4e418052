// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QPointer>
#include <QScrollArea>

class QVBoxLayout;

namespace Sluice {

class FormView;

// Form sections below each other in a scroll area, with room for other widgets: a page of the
// wizard, or the editor's form. What is under the mouse, or has the focus, stays where it is when
// messages of rows above come and go, as far as the page can scroll. Each label has a letter that
// goes to its field together with Alt, first of all those of the section with the focus.
class FormPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit FormPage(QWidget *parent = nullptr);
    ~FormPage() override;

    void addForm(FormView *form);
    void addWidget(QWidget *widget, int stretch = 0);

    QList<FormView *> forms() const { return m_forms; }

    // Gives the focus to the field and scrolls to its whole row. False when the field is not on
    // this page.
    bool focusField(const QString &path);
    // The section that is read gets its letters before the others, unless another one has the
    // focus.
    void setRead(const FormView *form);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void onFocus(QWidget *to);
    void favour(const FormView *form);
    void giveLetters();
    QWidget *underMouseOrFocus() const;
    void holdPlace();
    void keepPlace();

    QWidget *m_content;
    QVBoxLayout *m_layout;
    QList<FormView *> m_forms;
    const FormView *m_read = nullptr;
    QPointer<QWidget> m_held; // stays in its place
    int m_heldTop = 0;        // in the viewport
};

} // namespace Sluice
