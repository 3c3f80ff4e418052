// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace Sluice {

// The buttons below the grid of tables.
class TablesTools final : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names of its parts.
    TablesTools(const QString &prefix, QWidget *parent);

    void setCount(int tables, int selected);
    // Tables can be taken from other pipelines.
    void setTakes(bool takes);

Q_SIGNALS:
    void pasteRequested();
    void takeRequested();
    void findRequested();
    void sortRequested(int column);
    void removeRequested();

private:
    QPushButton *addButton(const char *iconName, const QString &text, const QString &objectName);

    QString m_prefix;
    QHBoxLayout *m_layout;
    QPushButton *m_take;
    QPushButton *m_find;
    QPushButton *m_sort;
    QPushButton *m_remove;
};

} // namespace Sluice
