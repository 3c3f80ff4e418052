// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QListView;
class QSortFilterProxyModel;

namespace Sluice {

class FilterEdit;

// A list of values to tick, as long as it is open: with a line to find one where there are many.
// Space ticks, Enter ticks and closes, Esc closes.
class FacetPopup final : public QFrame
{
    Q_OBJECT

public:
    // values: a list with tick boxes; outlives it. title: translated. countRole: see FacetDelegate.
    FacetPopup(QAbstractItemModel *values, int countRole, const QString &title,
               QWidget *parent = nullptr);

    // Opens it below the button, within the screen.
    void openBelow(const QWidget *button);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void goToList();

    QSortFilterProxyModel *m_found;
    FilterEdit *m_edit;
    QListView *m_list;
};

} // namespace Sluice
