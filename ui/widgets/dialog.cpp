// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dialog.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/enterkey.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The largest title bars are about this high. Known before the window has one.
constexpr QSize windowFrame(16, 48);
constexpr QSize leastRoom(900, 500);

} // namespace

Dialog::Dialog(const QString &objectName, const QString &title, const QSize &size, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(size);
}

void Dialog::setQuestionTitle(const QString &question)
{
    QString title = question.simplified();
    setWindowTitle(
        title.replace("[*]"_L1, "[*][*]"_L1)); // Qt takes the first for a mark of its own
}

QVBoxLayout *Dialog::makeColumn()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::PageMargin, Size::PageMargin, Size::PageMargin,
                               Size::PageMargin);
    column->setSpacing(Size::Gap);
    return column;
}

QBoxLayout *Dialog::makeLine()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::Gap);
    return line;
}

QSplitter *Dialog::makeParts(Qt::Orientation orientation, std::initializer_list<QWidget *> parts)
{
    auto *splitter = new QSplitter(orientation, this);
    splitter->setChildrenCollapsible(false);
    for (QWidget *part : parts)
        splitter->addWidget(part);
    return splitter;
}

QPushButton *Dialog::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

QSize Dialog::fitted(const QWidget *window, const QSize &wanted)
{
    const QSize room = window->screen()->availableSize() - windowFrame;
    return room.expandedTo(leastRoom) == room ? wanted.boundedTo(room) : wanted;
}

QSize Dialog::within(const QWidget *parent, const QSize &wanted)
{
    return parent ? wanted.boundedTo(parent->window()->size()) : wanted;
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    if (pressWithEnter(this, event))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

bool Dialog::focusNextPrevChild(bool next)
{
    return TabOrder::move(this, next);
}

void Dialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        resize(fitted(this, size()));
    QDialog::showEvent(event);
}

} // namespace Sluice
