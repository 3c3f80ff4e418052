// SPDX-License-Identifier: Apache-2.0
#include "ui/references/repointtable.h"

#include "models/references/repoint/repointmodel.h"
#include "ui/references/repointdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgedelegate.h"

#include <QHeaderView>

namespace Sluice {

namespace {

constexpr int repointNameWidth = 230;
constexpr int repointPlaceWidth = 220;
constexpr int noteWidth = 190;

} // namespace

RepointTable::RepointTable(QAbstractItemModel *model, Shows shows, const QString &accessibleName,
                           QWidget *parent)
    : RowsView(model, accessibleName, parent)
{
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegate(new RepointDelegate(this));
    setItemDelegateForColumn(RepointModel::StatusColumn,
                             new BadgeDelegate(RepointModel::BadgeRole, RepointModel::RawStatusRole,
                                               RepointModel::OutdatedRole, this));
    setColumnWidth(RepointModel::PipelineColumn, repointNameWidth);
    setColumnWidth(RepointModel::PlaceColumn, repointPlaceWidth);
    BadgeLook widest;
    widest.badge = Badge::StoppedUnexpectedly;
    setColumnWidth(RepointModel::StatusColumn, badgeSize(widest).width() + 2 * Size::Gap);
    setColumnWidth(RepointModel::NoteColumn, noteWidth);
    setColumnHidden(RepointModel::ResultColumn, shows == Shows::Notes);
    horizontalHeader()->setStretchLastSection(true);
}

} // namespace Sluice
