// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/widgetkeys.h"

#include <QKeyEvent>
#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto jsonWords = QT_TRANSLATE_NOOP("WidgetKeys", "JSON of a pipeline, table list");
constexpr auto findBar = QT_TRANSLATE_NOOP("WidgetKeys", "Find bar");
constexpr auto sideBySide = QT_TRANSLATE_NOOP("WidgetKeys", "JSON side by side");
constexpr auto wizard = QT_TRANSLATE_NOOP("WidgetKeys", "New pipeline");
constexpr auto tableList = QT_TRANSLATE_NOOP("WidgetKeys", "Table list");
constexpr auto lists = QT_TRANSLATE_NOOP("WidgetKeys", "Table list, properties");
constexpr auto reference = QT_TRANSLATE_NOOP("WidgetKeys", "Reference to a secret");
constexpr auto tree = QT_TRANSLATE_NOOP("WidgetKeys", "Navigation");

constexpr std::array<WidgetKeyRow, std::size_t(WidgetKey::Count)> keyRows = {{
    {.id = WidgetKey::Find,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Find"),
     .where = jsonWords,
     .standard = QKeySequence::Find},
    {.id = WidgetKey::FindNext,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Find next"),
     .where = jsonWords,
     .standard = QKeySequence::FindNext},
    {.id = WidgetKey::FindPrevious,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Find previous"),
     .where = jsonWords,
     .standard = QKeySequence::FindPrevious},
    {.id = WidgetKey::NextHit,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Next hit"),
     .where = findBar,
     .portable = "Return"},
    {.id = WidgetKey::PreviousHit,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Previous hit"),
     .where = findBar,
     .portable = "Shift+Return"},
    {.id = WidgetKey::NextChange,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Next change"),
     .where = sideBySide,
     .portable = "F8"},
    {.id = WidgetKey::PreviousChange,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Previous change"),
     .where = sideBySide,
     .portable = "Shift+F8"},
    {.id = WidgetKey::NextWizardProblem,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Next open problem"),
     .where = wizard,
     .portable = "F8"},
    {.id = WidgetKey::PreviousWizardProblem,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Previous open problem"),
     .where = wizard,
     .portable = "Shift+F8"},
    {.id = WidgetKey::CopyRows,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Copy the selected tables"),
     .where = tableList,
     .standard = QKeySequence::Copy},
    {.id = WidgetKey::PasteTables,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Add the tables of the clipboard"),
     .where = tableList,
     .standard = QKeySequence::Paste},
    {.id = WidgetKey::RemoveRows,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Remove the selected rows"),
     .where = lists,
     .portable = "Del"},
    {.id = WidgetKey::OpenReference,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Edit its parts"),
     .where = reference,
     .portable = "F2"},
    {.id = WidgetKey::ReferencesInUse,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "References in use"),
     .where = reference,
     .portable = "Alt+Down"},
    {.id = WidgetKey::CopyReference,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Copy the reference"),
     .where = reference,
     .standard = QKeySequence::Copy},
    {.id = WidgetKey::PasteReference,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Paste a reference"),
     .where = reference,
     .standard = QKeySequence::Paste},
    {.id = WidgetKey::Retry,
     .does = QT_TRANSLATE_NOOP("WidgetKeys", "Try again what failed"),
     .where = tree,
     .portable = "Ctrl+R"},
}};

const WidgetKeyRow &widgetKeyRow(WidgetKey key)
{
    return keyRows[std::size_t(key)];
}

} // namespace

const std::array<WidgetKeyRow, std::size_t(WidgetKey::Count)> &widgetKeyTable()
{
    return keyRows;
}

QKeySequence sequenceOf(WidgetKey key)
{
    const WidgetKeyRow &row = widgetKeyRow(key);
    return row.portable ? QKeySequence(QString::fromLatin1(row.portable))
                        : QKeySequence(row.standard);
}

QList<QKeySequence> redoKeys()
{
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Redo);
    for (const QKeySequence &habit :
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}) {
        if (!keys.contains(habit))
            keys.append(habit);
    }
    return keys;
}

bool isRedo(const QKeyEvent *event)
{
    return redoKeys().contains(QKeySequence(event->keyCombination()));
}

bool isPressed(const QKeyEvent *event, WidgetKey key)
{
    const WidgetKeyRow &row = widgetKeyRow(key);
    if (!row.portable)
        return event->matches(row.standard);
    // The second Enter, and others of the number pad, mean the same.
    const int pressed = event->key() == Qt::Key_Enter ? int(Qt::Key_Return) : event->key();
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    return sequenceOf(key) == QKeySequence(QKeyCombination(with, Qt::Key(pressed)));
}

} // namespace Sluice
