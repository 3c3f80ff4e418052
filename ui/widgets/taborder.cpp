// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/taborder.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QScrollArea>

#include <algorithm>

namespace Sluice::TabOrder {

namespace {

struct Part {
    QWidget *widget;
    QRect place; // in the parent
};

enum class Cut { Rows, Columns };

int beginOf(const Part &part, Cut cut)
{
    return cut == Cut::Rows ? part.place.top() : part.place.left();
}

int endOf(const Part &part, Cut cut)
{
    return cut == Cut::Rows ? part.place.bottom() : part.place.right();
}

// Splits the parts into groups with a straight line between them.
QList<QList<Part>> cutUp(QList<Part> parts, Cut cut)
{
    std::stable_sort(parts.begin(), parts.end(), [cut](const Part &a, const Part &b) {
        return beginOf(a, cut) < beginOf(b, cut);
    });
    QList<QList<Part>> groups;
    int end = 0;
    for (const Part &part : std::as_const(parts)) {
        if (groups.isEmpty() || beginOf(part, cut) > end)
            groups.append(QList<Part>());
        groups.last().append(part);
        end = groups.last().size() == 1 ? endOf(part, cut) : std::max(end, endOf(part, cut));
    }
    return groups;
}

// In reading order: rows row by row, columns column by column.
QList<Part> read(const QList<Part> &parts, Qt::LayoutDirection direction)
{
    if (parts.size() < 2)
        return parts;
    for (const Cut cut : {Cut::Rows, Cut::Columns}) {
        QList<QList<Part>> groups = cutUp(parts, cut);
        if (groups.size() == 1)
            continue;
        if (cut == Cut::Columns && direction == Qt::RightToLeft)
            std::reverse(groups.begin(), groups.end());
        QList<Part> ordered;
        for (const QList<Part> &group : std::as_const(groups))
            ordered += read(group, direction);
        return ordered;
    }
    // They overlap: the one that begins first comes first.
    QList<Part> ordered = parts;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Part &a, const Part &b) {
        return a.place.top() != b.place.top() ? a.place.top() < b.place.top()
                                              : a.place.left() < b.place.left();
    });
    return ordered;
}

QList<QAbstractButton *> choiceOf(const QAbstractButton *button)
{
    if (const QButtonGroup *group = button->group())
        return group->exclusive() ? group->buttons() : QList<QAbstractButton *>();
    QList<QAbstractButton *> choice;
    if (!button->autoExclusive() || !button->parentWidget())
        return choice;
    const auto all =
        button->parentWidget()->findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly);
    for (QAbstractButton *each : all) {
        if (each->autoExclusive() && each->isCheckable() && !each->group())
            choice.append(each);
    }
    return choice;
}

// Buttons of which only one can be chosen are one stop, at the chosen one. The arrow keys do the
// rest.
bool speaksForItsChoice(const QAbstractButton *button, const QList<QAbstractButton *> &choice)
{
    const auto can = [](const QAbstractButton *each) {
        return each->isEnabled() && !each->isHidden() && each->focusPolicy() != Qt::NoFocus;
    };
    const auto chosen = std::find_if(choice.begin(), choice.end(), [&can](const auto *each) {
        return each->isChecked() && can(each);
    });
    return button ==
           (chosen != choice.end() ? *chosen : *std::find_if(choice.begin(), choice.end(), can));
}

// A widget with a focus proxy is no stop: the proxy is.
bool isStop(const QWidget *widget)
{
    if (!widget->isEnabled() || widget->focusProxy() || widget->focusPolicy() == Qt::NoFocus)
        return false;
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const QList<QAbstractButton *> choice = button ? choiceOf(button) : QList<QAbstractButton *>();
    if (choice.size() > 1) // Qt does not let Tab stop at those that had not the focus last
        return speaksForItsChoice(button, choice);
    return widget->focusPolicy() & Qt::TabFocus;
}

} // namespace

void bringIntoView(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
}

QList<QWidget *> stopsIn(QWidget *root)
{
    QList<QWidget *> stops;
    if (isStop(root))
        stops.append(root);
    QList<Part> parts;
    for (QObject *child : root->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow() && !widget->isHidden())
            parts.append({widget, widget->geometry()});
    }
    const QList<Part> ordered = read(parts, root->layoutDirection());
    for (const Part &part : ordered)
        stops += stopsIn(part.widget);
    return stops;
}

bool move(QWidget *window, bool next)
{
    const QList<QWidget *> stops = stopsIn(window);
    if (stops.isEmpty())
        return false;
    // The focus may be inside a stop: in the editor of a cell, for example.
    QWidget *from = window->focusWidget();
    while (from && !stops.contains(from))
        from = from->parentWidget();
    const qsizetype at = stops.indexOf(from);
    const qsizetype count = stops.size();
    const qsizetype to = at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    QWidget *stop = stops.at(to);
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoView(stop);
    return true;
}

} // namespace Sluice::TabOrder
