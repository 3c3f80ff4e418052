// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/referenceusersdialog.h"

#include "models/references/referenceusersmodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize usersSize{840, 360};
constexpr int statusWidth = 140;
constexpr int usersPlaceWidth = 180;
constexpr int usersFieldWidth = 240;

QWidget *makeTable(ReferenceUsersModel *model, QWidget *parent)
{
    using Model = ReferenceUsersModel;
    auto *sorted = new QSortFilterProxyModel(parent);
    sorted->setSourceModel(model);
    sorted->setSortRole(Model::SortRole);
    sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    auto *table =
        new RowsView(sorted, ReferenceUsersDialog::tr("Pipelines that use the reference"), parent);
    table->setObjectName(u"secretUsersTable"_s);
    table->setItemDelegateForColumn(
        Model::StatusColumn,
        new BadgeDelegate(Model::BadgeRole, Model::RawStatusRole, Model::OutdatedRole, table));
    table->setColumnHidden(Model::RunnerColumn, true);
    table->setColumnWidth(Model::StatusColumn, statusWidth);
    table->setColumnWidth(Model::PlaceColumn, usersPlaceWidth);
    table->setColumnWidth(Model::FieldColumn, usersFieldWidth);
    table->horizontalHeader()->setSectionResizeMode(Model::NameColumn, QHeaderView::Stretch);
    table->setSortingEnabled(true);
    table->sortByColumn(Model::NameColumn, Qt::AscendingOrder);
    return table;
}

} // namespace

ReferenceUsersDialog::ReferenceUsersDialog(Fleet *fleet, const ReferenceMonitor *monitor,
                                           const SecretReference &reference, QWidget *parent)
    : Dialog(u"secretUsersDialog"_s, tr("Used by"), usersSize, parent)
{
    auto *model = new ReferenceUsersModel(fleet, monitor, this);
    model->setReference(reference);
    auto *title = new TextLabel({}, TextLabel::Role::Fixed, TextLabel::Ink::Text, this);
    title->setElideMode(Qt::ElideMiddle);
    title->setText(reference.shownText());
    title->setToolTip(reference.text());
    auto *note = new TextLabel(tr("As Sluice has read them last, in all accounts. Edits that are "
                                  "not saved do not count."),
                               TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QWidget *table = makeTable(model, this);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(title);
    layout->addWidget(table, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    table->setFocus();
}

} // namespace Sluice
