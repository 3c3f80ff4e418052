// SPDX-License-Identifier: Apache-2.0
// The controls of the gallery: what the style paints.
#include "tests/pictures/gallery.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QPushButton *button(const QString &text, const char *iconName, const char *property = nullptr)
{
    auto *result = new QPushButton(text);
    if (iconName != nullptr)
        result->setIcon(icon(iconName));
    if (property != nullptr)
        result->setProperty(property, true);
    return result;
}

} // namespace

QWidget *Gallery::buttons()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(button(u"New pipeline"_s, "plus", "primary"));
    layout->addWidget(button(u"Start 2…"_s, "play"));
    auto *disabled = button(u"Stop"_s, "square");
    disabled->setEnabled(false);
    layout->addWidget(disabled);
    auto *small = button(u"Copy details"_s, "copy", "small");
    small->setFont(smallFont());
    layout->addWidget(small);
    auto *menu = button(u"Source"_s, nullptr, "small");
    menu->setFont(smallFont());
    auto *entries = new QMenu(menu);
    entries->addAction(icon("play"), u"Start"_s)->setShortcut(Qt::Key_F9);
    entries->addAction(icon("square"), u"Stop"_s)->setEnabled(false);
    entries->addSeparator();
    QAction *shown = entries->addAction(u"Show host"_s);
    shown->setCheckable(true);
    shown->setChecked(true);
    entries->addMenu(u"More"_s)->addAction(u"Copy id"_s);
    menu->setMenu(entries);
    layout->addWidget(menu);
    auto *checked = button(u"24 h"_s, nullptr, "small");
    checked->setCheckable(true);
    checked->setChecked(true);
    layout->addWidget(checked);
    auto *tool = new QToolButton;
    tool->setText(u"Refresh"_s);
    tool->setIcon(icon("refresh-cw"));
    tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool->setAutoRaise(true);
    layout->addWidget(tool);
    auto *more = new QToolButton;
    more->setIcon(icon("ellipsis"));
    layout->addWidget(more);
    auto *tabs = new QTabBar;
    for (const auto &name : {u"Overview"_s, u"Configuration"_s, u"Tables"_s})
        tabs->addTab(name);
    tabs->setDrawBase(false);
    layout->addWidget(tabs);
    layout->addStretch();
    return box;
}

QWidget *Gallery::inputs()
{
    auto *box = new QGroupBox(u"Source connection"_s);
    auto *layout = new QGridLayout(box);
    auto *host = new QLineEdit(u"sqlserver.my-org.com"_s);
    host->setClearButtonEnabled(true);
    auto *problem = new QLineEdit;
    problem->setPlaceholderText(u"Username"_s);
    problem->setProperty("problem", true);
    auto *fixed = new QLineEdit(u"read only"_s);
    fixed->setReadOnly(true);
    auto *off = new QLineEdit(u"disabled"_s);
    off->setEnabled(false);
    auto *choice = new QComboBox;
    choice->addItems({u"Azure Key Vault"_s, u"AWS Secrets Manager"_s});
    auto *port = new QSpinBox;
    port->setRange(1, 65535);
    port->setValue(1433);
    auto *check = new QCheckBox(u"Only changed parts"_s);
    check->setChecked(true);
    auto *partial = new QCheckBox(u"Some"_s);
    partial->setTristate(true);
    partial->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(u"EU"_s);
    radio->setChecked(true);
    auto *text = new QPlainTextEdit(u"{ \"name\": \"text\" }"_s);
    text->setFont(fixedFont());
    text->setMaximumHeight(60);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    int column = 0;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{host, problem, fixed, off, choice, port})
        layout->addWidget(widget, 0, column++);
    column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             check, partial, new QCheckBox(u"None"_s), radio, new QRadioButton(u"US"_s), progress})
        layout->addWidget(widget, 1, column++);
    layout->addWidget(text, 2, 0, 1, 6);
    return box;
}

} // namespace Sluice
