// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mnemonics.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

QStringList textsOf(const QWidget *widget)
{
    QStringList texts;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        texts += button->text();
    } else if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->buddy())
            texts += label->text();
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts += tabs->tabText(tab);
    } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
        const QList<QAction *> menus = bar->actions();
        for (const QAction *menu : menus)
            texts += menu->text();
    }
    return texts;
}

} // namespace

QStringList clashingMnemonics(const QWidget *window)
{
    QMap<QString, QStringList> taken;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->window() != window || !widget->isVisible())
            continue;
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts) {
            const QString keys = QKeySequence::mnemonic(text).toString();
            if (!keys.isEmpty())
                taken[keys] += text;
        }
    }
    QStringList clashes;
    for (auto it = taken.cbegin(); it != taken.cend(); ++it) {
        if (it->size() > 1)
            clashes += u"%1: %2"_s.arg(it.key(), it->join(u", "_s));
    }
    return clashes;
}

} // namespace Sluice::Test
