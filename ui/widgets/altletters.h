// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QStringList>

class QWidget;

// Letters that are pressed with Alt. Qt goes round among widgets that share one, so that none of
// them is pressed at once: within a window each letter may stand only once.
namespace Sluice::AltLetters {

// The letter that a text has, in upper case; null: none.
QChar letterOf(const QString &text);

// The letters of all that can be seen in the window: menus, tabs, buttons, labels of fields. Looks
// at nothing below except.
QSet<QChar> takenIn(const QWidget *window, const QWidget *except = nullptr);

// A place in each text for its letter, -1 where none is left. No letter is given twice, nor one
// that is taken. As many texts as possible get one, the first ones before the others; first letters
// of words come before letters within.
QList<qsizetype> places(const QStringList &texts, const QSet<QChar> &taken);

// The text as a label or button reads it: with its letter marked, and any & doubled.
QString marked(const QString &text, qsizetype place);

} // namespace Sluice::AltLetters
