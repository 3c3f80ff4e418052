// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAbstractItemView;

namespace Sluice {

// A frame over a view that has the focus while none of its rows shows that: a view without rows,
// without a current row, or with rows that cannot be selected.
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    explicit FocusRing(QAbstractItemView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QAbstractItemView *m_view;
};

} // namespace Sluice
