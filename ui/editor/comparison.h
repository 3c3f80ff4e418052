// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QWidget>

class QPushButton;

namespace Sluice {

class ChangesModel;
class ChangesTable;
class JsonSides;

// The changes between two definitions as a table or, on demand, both as JSON side by side.
class Comparison final : public QWidget
{
    Q_OBJECT

public:
    explicit Comparison(ChangesModel *changes, QWidget *parent = nullptr);

    ChangesTable *table() const { return m_table; }

    // Switches between the two, for the page's bar.
    QPushButton *sidesButton() const { return m_button; }

    // What stands side by side. Written out only while it is seen.
    void setSides(const QString &leftTitle, const QJsonObject &left, const QString &rightTitle,
                  const QJsonObject &right);

private:
    void showSides();

    ChangesTable *m_table;
    JsonSides *m_sides;
    QPushButton *m_button;
    QJsonObject m_left;
    QJsonObject m_right;
};

} // namespace Sluice
