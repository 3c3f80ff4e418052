// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesearch.h"
#include "ui/widgets/searchbar.h"

#include <QTimer>

class QAbstractItemView;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Sluice {

class NoteLine;
class TextLabel;

// Finds and replaces text in the names of tables. Enter goes on, Shift+Enter goes back; in the
// replacement Enter replaces. It says what cannot be replaced, and changes nothing then.
class TablesFindBar final : public SearchBar
{
    Q_OBJECT

public:
    // prefix: of the object names of its parts.
    TablesFindBar(TablesModel *tables, QAbstractItemView *grid, const QString &prefix,
                  QWidget *area);

    void open() override;
    void close() override;
    void findNext(bool backwards) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFindLine(QGridLayout *layout, const QString &prefix);
    void makeReplaceLine(QGridLayout *layout, const QString &prefix);
    TableSearch search() const;
    void goTo(const QModelIndex &cell);
    void typed();
    void replaceOne();
    void replaceAll();
    bool replace(const QModelIndexList &cells);
    void count();

    TablesModel *m_tables;
    QAbstractItemView *m_grid;
    QTimer m_recount; // counts once for all changes of the model
    QLineEdit *m_words = nullptr;
    QComboBox *m_column = nullptr;
    QCheckBox *m_case = nullptr;
    QCheckBox *m_pattern = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QLineEdit *m_by = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_replaceAll = nullptr;
    TextLabel *m_found = nullptr;
    NoteLine *m_problem = nullptr;
};

} // namespace Sluice
