// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereportmodel.h"

#include <QWidget>

namespace Sluice {

class TextLabel;
class NoteLine;
class RowsView;

// What was left out when tables were added, as a list that can be copied: it stays until it is
// dismissed or replaced. Hidden while there is nothing.
class TablesReport final : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names of its parts.
    TablesReport(const QString &prefix, QWidget *parent);

    void setLeftOut(const QList<TableText::LeftOut> &leftOut);

Q_SIGNALS:
    // The user is done with it; the focus wants another place.
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
};

} // namespace Sluice
