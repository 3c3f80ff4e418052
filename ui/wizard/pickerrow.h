// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace Sluice {

class TextLabel;
class NoteLine;

// One choice of the place of a pipeline: a label and a list, and below them error, advice and help.
// It looks like a row of a form.
class PickerRow final : public QWidget
{
    Q_OBJECT

public:
    struct Item {
        QString text;
        QString account; // Profile::id
        QString id;
    };

    // name: object name of the list.
    PickerRow(const QString &label, const QString &name, QWidget *parent);

    QComboBox *list() const { return m_list; }

    // Changes only the entries that differ, so that an open list stays open.
    void setItems(const QList<Item> &items);
    Item item(int row) const;

    // Marks the list, too; empty: nothing is wrong.
    void setError(const QString &error);
    QString error() const;
    void setAdvice(const QString &advice);
    void setHelp(const QString &help);

Q_SIGNALS:
    // The focus went from the list to another widget of the window.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_label;
    QComboBox *m_list;
    NoteLine *m_error;
    NoteLine *m_advice;
    TextLabel *m_help;
};

} // namespace Sluice
