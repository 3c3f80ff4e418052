// SPDX-License-Identifier: Apache-2.0
#include "models/views/savedview.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

SavedView SavedView::read(QSettings &settings)
{
    SavedView view;
    view.name = settings.value("name"_L1).toString();
    view.text = settings.value("text"_L1).toString();
    view.account = settings.value("account"_L1).toString();
    view.project = settings.value("inProject"_L1).toString();
    view.sortColumn = settings.value("sortColumn"_L1).toInt();
    view.order =
        settings.value("descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    view.columns = settings.value("columns"_L1).toByteArray();
    view.columnsFit = settings.value("columnsFit"_L1, true).toBool();
    settings.beginGroup("filter"_L1);
    view.filter = FilterChoice::read(settings);
    settings.endGroup();
    return view;
}

void SavedView::write(QSettings &settings) const
{
    settings.setValue("name"_L1, name);
    settings.setValue("text"_L1, text);
    settings.setValue("account"_L1, account);
    settings.setValue("inProject"_L1, project);
    settings.setValue("sortColumn"_L1, sortColumn);
    settings.setValue("descending"_L1, order == Qt::DescendingOrder);
    settings.setValue("columns"_L1, columns);
    settings.setValue("columnsFit"_L1, columnsFit);
    settings.beginGroup("filter"_L1);
    filter.write(settings);
    settings.endGroup();
}

bool SavedView::isLike(const SavedView &other) const
{
    return text.trimmed() == other.text.trimmed() && filter.badges == other.filter.badges &&
           filter.values() == other.filter.values() && account == other.account &&
           project == other.project && sortColumn == other.sortColumn && order == other.order;
}

} // namespace Sluice
