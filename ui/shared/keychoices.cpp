// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/keychoices.h"

#include "ui/shared/actions.h"
#include "ui/widgets/widgetkeys.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString settingOf(ActionId id)
{
    return u"shortcuts/"_s + QString::fromLatin1(rowOf(id).name);
}

// Keys that write, move, leave or press something belong to what has the focus.
bool isForWidgets(QKeyCombination pressed)
{
    const Qt::Key key = pressed.key();
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Escape)
        return true;
    const bool isFunctionKey = key >= Qt::Key_F1 && key <= Qt::Key_F35;
    const Qt::KeyboardModifiers with = pressed.keyboardModifiers();
    return !isFunctionKey && !with.testFlag(Qt::ControlModifier) &&
           !with.testFlag(Qt::MetaModifier);
}

bool isTaken(const QAction *action, const QKeySequence &keys)
{
    return action && action->shortcuts().contains(keys);
}

} // namespace

KeyChoices::KeyChoices(Actions *actions, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
{
    for (const ActionRow &row : actionTable()) {
        if (row.kind != ActionKind::Submenu)
            m_usual.insert(row.id, actions->action(row.id)->shortcuts());
    }
    for (const ActionRow &row : actionTable()) {
        const QVariant kept = settings->value(settingOf(row.id));
        if (row.kind == ActionKind::Submenu || !kept.isValid())
            continue;
        const auto chosen = QKeySequence::fromString(kept.toString(), QKeySequence::PortableText);
        // What the settings say may be of another version, or written by hand.
        if (chosen.isEmpty())
            apply(row.id, {});
        else if (obstacle(row.id, chosen).isEmpty() && !owner(row.id, chosen))
            apply(row.id, {chosen});
    }
}

QKeySequence KeyChoices::keys(ActionId id) const
{
    return m_actions->action(id)->shortcut();
}

QKeySequence KeyChoices::usual(ActionId id) const
{
    return m_usual.value(id).value(0);
}

bool KeyChoices::isUsual(ActionId id) const
{
    return m_actions->action(id)->shortcuts() == m_usual.value(id);
}

QString KeyChoices::obstacle(ActionId id, const QKeySequence &keys) const
{
    if (keys.isEmpty() || m_usual.value(id).contains(keys))
        return {};
    if (keys.count() > 1)
        return tr("Press one key, with Ctrl or others held.");
    if (isForWidgets(keys[0]))
        return tr("This key belongs to what has the focus. Take one with Ctrl, or a function key.");
    for (const WidgetKeyRow &row : widgetKeyTable()) {
        if (sequenceOf(row.id) == keys)
            return tr("These keys are taken in %1: %2.")
                .arg(QCoreApplication::translate("WidgetKeys", row.where),
                     QCoreApplication::translate("WidgetKeys", row.does));
    }
    return {};
}

std::optional<ActionId> KeyChoices::owner(ActionId id, const QKeySequence &keys) const
{
    for (const ActionRow &row : actionTable()) {
        const bool isOther = row.id != id && row.kind != ActionKind::Submenu;
        if (isOther && !keys.isEmpty() && isTaken(m_actions->action(row.id), keys))
            return row.id;
    }
    return std::nullopt;
}

void KeyChoices::choose(ActionId id, const QKeySequence &keys)
{
    if (!obstacle(id, keys).isEmpty())
        return;
    if (const std::optional<ActionId> other = owner(id, keys)) {
        QList<QKeySequence> left = m_actions->action(*other)->shortcuts();
        left.removeAll(keys);
        apply(*other, left);
        keep(*other);
    }
    apply(id, keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    keep(id);
    Q_EMIT changed();
}

void KeyChoices::reset(ActionId id)
{
    for (const QKeySequence &keys : m_usual.value(id)) {
        if (const std::optional<ActionId> other = owner(id, keys)) {
            apply(*other, {});
            keep(*other);
        }
    }
    apply(id, m_usual.value(id));
    keep(id);
    Q_EMIT changed();
}

void KeyChoices::apply(ActionId id, const QList<QKeySequence> &keys)
{
    m_actions->action(id)->setShortcuts(keys);
}

void KeyChoices::keep(ActionId id)
{
    if (isUsual(id))
        m_settings->remove(settingOf(id));
    else
        m_settings->setValue(settingOf(id), keys(id).toString(QKeySequence::PortableText));
}

} // namespace Sluice
