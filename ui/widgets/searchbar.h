// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QKeyEvent;

namespace Sluice {

// A bar that finds something in the area around it. While the focus is in that area, the keys to
// find open this bar and not the window's filter, and Esc closes the bar first.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    // Hidden at first.
    explicit SearchBar(QWidget *area);

    // Shows the bar with the focus in it.
    virtual void open() = 0;
    // Hides it and gives the focus to the searched widget.
    virtual void close() = 0;
    virtual void findNext(bool backwards) = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(const QKeyEvent *key);
};

} // namespace Sluice
