// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/linediff.h"

#include <QWidget>

class QCheckBox;
class QTableView;
class QToolButton;

namespace Sluice {

class LineDelegate;
class LinesModel;
class TextLabel;

// Two JSON texts side by side, with changed lines marked by sign and colour. Unchanged lines may be
// folded. Buttons and F8 go from one change to the next.
class JsonSides final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonSides(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void setTexts(const QByteArray &left, const QByteArray &right);
    // F8 and Shift+F8 work in the whole window, not only here.
    void takeKeysOf(QWidget *window);

    // Shows the change after the shown one, or before it, and goes on at the other end. Lines that
    // changed one after the other are one change.
    void goToChange(bool backwards);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Block {
        int first = 0; // row
        int last = 0;
    };

    QToolButton *makeButton(const char *iconName, const QString &objectName, const QString &text,
                            bool backwards);
    void shareWidth();
    void showLines();
    void showPlace();

    LinesModel *m_model;
    QTableView *m_table;
    LineDelegate *m_delegate;
    QCheckBox *m_fold;
    TextLabel *m_place; // "2 of 5 changed places"
    QToolButton *m_previous;
    QToolButton *m_next;
    QList<LinePair> m_lines;
    QList<Block> m_blocks; // of the shown lines
    int m_block = -1;      // the shown one
};

} // namespace Sluice
