// SPDX-License-Identifier: Apache-2.0
#include "ui/views/viewsdialog.h"

#include "models/views/savedviews.h"
#include "ui/theme/fonts.h"
#include "ui/views/viewcommands.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/questionbox.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize viewsSize{520, 420};
constexpr int nameRole = Qt::UserRole;

} // namespace

ViewsDialog::ViewsDialog(SavedViews *views, QWidget *parent)
    : Dialog(u"viewsDialog"_s, tr("Saved views"), viewsSize, parent)
    , m_views(views)
    , m_list(new QListWidget(this))
    , m_start(new QCheckBox(tr("&Show this view when Sluice starts"), this))
{
    m_list->setObjectName(u"viewList"_s);
    m_list->setAccessibleName(tr("Saved views"));
    new FocusRing(m_list);
    m_start->setObjectName(u"startView"_s);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_start);
    layout->addLayout(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsDialog::choose);
    connect(m_start, &QCheckBox::clicked, this, &ViewsDialog::setStart);
    connect(views, &SavedViews::changed, this, &ViewsDialog::fill);
    fill();
}

QLayout *ViewsDialog::makeButtons()
{
    m_up = addButton(tr("Move &up"), u"moveViewUp"_s);
    m_down = addButton(tr("Move d&own"), u"moveViewDown"_s);
    m_rename = addButton(tr("&Rename…"), u"renameView"_s);
    m_remove = addButton(tr("&Delete…"), u"deleteView"_s);
    QPushButton *close = addButton(tr("Close"), u"closeViews"_s);
    QBoxLayout *layout = makeLine();
    for (QPushButton *button : {m_up, m_down, m_rename, m_remove})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(close);
    connect(m_up, &QPushButton::clicked, this, [this] { move(true); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(false); });
    connect(m_rename, &QPushButton::clicked, this, &ViewsDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &ViewsDialog::askToRemove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return layout;
}

void ViewsDialog::fill()
{
    const QString former = current();
    const int formerRow = m_list->currentRow();
    m_list->clear();
    int row = qMin(formerRow, int(m_views->all().size()) - 1);
    for (const SavedView &view : m_views->all()) {
        const bool isStart = view.name == m_views->startName();
        auto *item =
            new QListWidgetItem(isStart ? tr("%1 (at the start)").arg(view.name) : view.name);
        item->setData(nameRole, view.name);
        if (view.name == former)
            row = m_list->count();
        m_list->addItem(item);
    }
    m_list->setCurrentRow(qMax(0, row));
    choose();
}

QString ViewsDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

void ViewsDialog::choose()
{
    const QString name = current();
    const int row = m_list->currentRow();
    const QString missing = name.isEmpty() ? tr("There are no saved views.") : QString();
    const auto setUsable = [&missing](QWidget *widget, bool isUsable) {
        widget->setEnabled(missing.isEmpty() && isUsable);
        widget->setToolTip(missing);
    };
    setUsable(m_start, true);
    setUsable(m_rename, true);
    setUsable(m_remove, true);
    setUsable(m_up, row > 0);
    setUsable(m_down, row + 1 < m_list->count());
    m_start->setChecked(!name.isEmpty() && name == m_views->startName());
}

void ViewsDialog::rename()
{
    const QString former = current();
    auto *dialog =
        new NameDialog(tr("Rename the view %1").arg(former), former, tr("&Rename"), this);
    connect(dialog, &NameDialog::nameChosen, this, [this, dialog, former](const QString &chosen) {
        const SavedViews::Outcome outcome = m_views->rename(former, chosen);
        if (outcome == SavedViews::Outcome::Done)
            dialog->accept();
        else
            dialog->showProblem(ViewCommands::problemText(outcome));
    });
    dialog->open();
}

void ViewsDialog::askToRemove()
{
    const QString name = current();
    auto *box =
        new QuestionBox(tr("Delete the view %1?").arg(name), tr("Pipelines stay as they are."),
                        tr("Delete"), QuestionBox::Kind::Danger, this);
    connect(box, &QDialog::accepted, this, [this, name] { m_views->remove(name); });
    box->open();
}

// The focus stays where it can do something: a button at the end of its way gives it to the other.
void ViewsDialog::move(bool isUp)
{
    m_views->move(current(), isUp);
    QPushButton *pressed = isUp ? m_up : m_down;
    if (!pressed->isEnabled())
        (isUp ? m_down : m_up)->setFocus();
}

void ViewsDialog::setStart(bool isStart)
{
    m_views->setStart(isStart ? current() : QString());
}

} // namespace Sluice
