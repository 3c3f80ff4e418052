// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace Sluice {

// Says for a moment, beside a widget and to screen readers, that something is done that shows
// nowhere else: "Copied", "Saved". near: what was pressed; null: what has the focus.
void sayDone(const QString &words, const QWidget *near = nullptr);

// Puts the text on the clipboard, and says "Copied" for a moment beside what was pressed, to
// screen readers too. near:
// that button; null: what has the focus, as after a key or a menu.
void copyToClipboard(const QString &text, const QWidget *near = nullptr);

} // namespace Sluice
