// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace Sluice {

class FlowLayout;

// The buttons below the grid of tables, in two rows where there is little room.
class TablesTools final : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names of its parts.
    TablesTools(const QString &prefix, QWidget *parent);

    void setCount(int tables, int selected);
    // Tables can be read from files.
    void setReads(bool reads);
    // A file is being read. Only one at a time.
    void setReading(bool reading);
    // Tables can be copied from other pipelines.
    void setSources(bool takes);

Q_SIGNALS:
    void pasteRequested();
    void fileRequested();
    void sourceRequested();
    void findRequested();
    void sortRequested(int column);
    void removeRequested();

private:
    QPushButton *addButton(const char *iconName, const QString &text, const QString &objectName);

    QString m_prefix;
    FlowLayout *m_layout;
    QPushButton *m_file;
    QPushButton *m_source;
    QPushButton *m_find;
    QPushButton *m_sort;
    QPushButton *m_remove;
};

} // namespace Sluice
