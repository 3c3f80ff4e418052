// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QAbstractItemModel;
class QAction;

namespace Sluice {

// The way to the trash: shows how many deleted pipelines are in it, when there are any.
class TrashButton final : public QToolButton
{
    Q_OBJECT

public:
    // open: what a click does. deleted: a row each, outlives it; null: there is no trash.
    TrashButton(QAction *open, const QAbstractItemModel *deleted, QWidget *parent = nullptr);

    int count() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void showCount();

    QAction *m_open;
    const QAbstractItemModel *m_deleted;
};

} // namespace Sluice
