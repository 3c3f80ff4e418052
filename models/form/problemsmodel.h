// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace Sluice {

class FormModel;

// The fields of a form that show an error, in the form's order, then the server's messages that no
// field shows.
class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SectionColumn, FieldColumn, MessageColumn, PathColumn, ColumnCount };

    explicit ProblemsModel(const FormModel *form, QObject *parent = nullptr);

    // The place in the definition; may be empty for a message without one.
    QString path(int row) const { return m_rows.at(row).path; }

    // False for a message that no field of the form shows.
    bool isShownInForm(int row) const { return m_rows.at(row).isField; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString section;
        QString field;
        QString message;
        QString path;
        bool isField = true;

        QStringList id() const { return {section, field, message, path}; }
    };

    QList<Row> read() const;
    void refresh();

    const FormModel *m_form;
    QList<Row> m_rows;
};

} // namespace Sluice
