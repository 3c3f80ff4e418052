// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereportmodel.h"

#include <QWidget>

namespace Sluice {

class ColumnFit;
class TextLabel;
class NoteLine;
class RowsView;

// Lists what was left out when tables were added. The list can be copied and stays until the user
// closes it or another one comes. Hidden while it is empty.
class TablesReport final : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names of its parts.
    TablesReport(const QString &prefix, QWidget *parent);

    void setLeftOut(const QList<TableText::LeftOut> &leftOut);

Q_SIGNALS:
    // The user closed it: the focus needs another place.
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeParts(const QString &prefix);
    QString summary() const;
    void copy();
    void dismiss();

    TableReportModel m_model;
    NoteLine *m_warning;
    TextLabel *m_summary;
    RowsView *m_list;
    ColumnFit *m_fit;
};

} // namespace Sluice
