// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

// Types into the fields of a form as a user does: every change is a mouse or key event on a visible
// widget. Finds fields by object name, which is the JSON path. A field that is missing, hidden or
// disabled fails the test.
namespace Sluice::Test::FormInput {

QWidget *find(QWidget *window, const QString &name);

template <typename T>
T *find(QWidget *window, const QString &name)
{
    return qobject_cast<T *>(find(window, name));
}

void click(QWidget *window, const QString &name);
// Replaces the text of a line edit or an editable combo box.
void type(QWidget *window, const QString &path, const QString &text);
// Goes down the list of a combo box to this entry.
void choose(QWidget *window, const QString &path, const QString &entry);
// Puts text on the clipboard and pastes it with the keyboard.
void paste(QWidget *window, const QString &name, const QString &text);
// Adds a row to the grid of a map. type: as the grid's list calls it ("Text", "Number").
void addProperty(QWidget *window, const QString &path, const QString &name, const QString &type,
                 const QString &value);
// Enters a secret reference: the provider as in the list, then vault or location, and name.
void reference(QWidget *window, const QString &path, const QString &provider,
               const QString &location, const QString &name);

} // namespace Sluice::Test::FormInput
