// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>

#include <array>

class QKeyEvent;

namespace Sluice {

// Keys that work in one place only. The window's actions have their own table; a place that takes a
// key asks this one, and the list of shortcuts shows both.
enum class WidgetKey {
    Find,
    FindNext,
    FindPrevious,
    NextHit,
    PreviousHit,
    NextChange,
    PreviousChange,
    NextWizardProblem,
    PreviousWizardProblem,
    CopyRows,
    PasteTables,
    RemoveRows,
    OpenReference,
    ReferencesInUse,
    CopyReference,
    PasteReference,
    Retry,

    Count
};

struct WidgetKeyRow {
    WidgetKey id;
    const char *does;  // "Next change"
    const char *where; // "JSON side by side"
    QKeySequence::StandardKey standard = QKeySequence::UnknownKey;
    const char *portable = nullptr; // where the platform has none for the purpose
};

// In the order of the ids. Texts are translated with the context "WidgetKeys".
const std::array<WidgetKeyRow, std::size_t(WidgetKey::Count)> &widgetKeyTable();

QKeySequence sequenceOf(WidgetKey key);
// What redoes: the platform's keys first, and the habit of other platforms.
QList<QKeySequence> redoKeys();
bool isRedo(const QKeyEvent *event);
// Whether the keys are pressed: those of the platform may be several.
bool isPressed(const QKeyEvent *event, WidgetKey key);

} // namespace Sluice
