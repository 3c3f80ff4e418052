// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QWidget>

class QPushButton;

namespace Sluice {

class ChangesModel;
class ChangesTable;
class JsonSides;

// Compares two definitions: the changes as a table, or both as JSON side by side.
class Comparison final : public QWidget
{
    Q_OBJECT

public:
    explicit Comparison(ChangesModel *changes, QWidget *parent = nullptr);

    ChangesTable *table() const { return m_table; }

    // The button that switches between the two views, for the page's bar.
    QPushButton *sidesButton() const { return m_button; }

    // The texts of the two sides. They are written only while they are seen.
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
