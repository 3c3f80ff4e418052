// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QString>

class QWidget;

// The hands of a user without a mouse. Every key goes where a desktop would send it: to the open
// list or menu, else to the widget with the focus.
namespace Sluice::Test::Keys {

// What gets the next key. Makes the foremost window active first, as a window manager does when a
// dialog or a menu has closed; the platform of the tests leaves that out. Null: there is no window.
QWidget *target();

// The name of what has the focus: its own, else that of the nearest widget around it with one.
QString focused();

void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void press(const QKeySequence &keys);
void type(const QString &text);
// Replaces the text of the line with the focus.
void retype(const QString &text);
// Opens a menu of the menu bar with Alt and its letter, and its entries with theirs, one a level.
void menu(char letter, const QString &entries);

// Presses Tab until the focus is at the widget of this name. Returns the stops on the way when it
// does not come there, else nothing.
QString tabTo(const QString &name);

// Chooses the entry of the combo box with the focus, with the arrow keys. False: it has none such.
bool choose(const QString &entry);

} // namespace Sluice::Test::Keys
