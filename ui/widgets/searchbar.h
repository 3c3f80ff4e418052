// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QKeyEvent;

namespace Sluice {

// A bar that finds something in the area it stands in. In there, wherever the focus is, the keys to
// find mean this bar and not the window's filter, and Esc closes it before it means the window.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    // Hidden at first.
    explicit SearchBar(QWidget *area);

    // Shows the bar with the focus in it.
    virtual void open() = 0;
    // Hides it; what is searched gets the focus.
    virtual void close() = 0;
    virtual void findNext(bool backwards) = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(const QKeyEvent *key);
};

} // namespace Sluice
