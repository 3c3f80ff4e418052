// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/form/field.h"

#include <QAbstractListModel>
#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace Sluice {

// One pipeline definition as a list of fields: the rows of the common fields and of the chosen
// source and target type. The JSON is the data; a row only points into it. Wizard and editor are
// views of this model. Changing a type swaps that type's rows; what was typed for the former type
// comes back with it, and values that both types have (host, username, tables, ...) go along.
class FormModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, // QString
        FieldRole,               // const Field *, as QVariant::fromValue(quintptr)
        KindRole,                // int, FieldKind
        SectionRole,             // int, Section
        LabelRole,               // QString, translated
        ValueRole,               // QJsonValue (Undefined when absent)
        RequiredRole,            // bool
        HelpRole,                // QString, translated
        ErrorRole,  // QString, what the field shows: our hint first, then the server's words quoted
        AdviceRole, // QString, a warning that blocks nothing ("Runner is used by ...")
        ChangedRole, // bool, differs from baseline()
    };

    explicit FormModel(QObject *parent = nullptr);

    // Takes a definition whole, as edited state and as baseline.
    void setDefinition(const QJsonObject &definition);
    // Starts a new pipeline: presets only, no types chosen.
    void startNew();

    const QJsonObject &definition() const { return m_definition; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // ValueRole takes a QJsonValue; Undefined removes the key. Drops the row's server error.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QHash<int, QByteArray> roleNames() const override;

    // The row at exactly this path, or an invalid index.
    QModelIndex indexOf(const QString &path) const;
    QJsonValue value(const QString &path) const;
    // Sets any path, with or without a row of its own.
    void setValue(const QString &path, const QJsonValue &value);

    // A field was left: from now on its client check is shown. All: when the user asks to create.
    void markVisited(const QModelIndex &index);
    void markAllVisited();

    // Gives each message to the row its path names, to the nearest ancestor that has a row, or
    // keeps it as unplaced. Nothing is dropped.
    void setServerErrors(const QList<Violation> &violations);
    void clearServerErrors();

    QList<Violation> unplacedErrors() const { return m_unplaced; }

    // Server messages below this row's path, with paths relative to it ("[3].schema",
    // "secretName").
    QList<Violation> serverErrors(const QModelIndex &index) const;

    void setAdvice(const QString &path, const QString &text);

    // Rows with an error now shown, in page order.
    int problemCount(Section section) const;
    int problemCount() const;
    // The next row with an error after this one (wraps round); the first one for an invalid index.
    QModelIndex nextProblem(const QModelIndex &from, bool backwards = false) const;
    // What the client check says of a row, shown or not; empty = fine.
    QString checkRow(int row) const;

Q_SIGNALS:
    // Any change of the JSON.
    void definitionChanged();
    // Errors came or went; counters want an update.
    void problemsChanged();

private:
    void rebuildRows();
    void swapType(const QString &path, const QString &type);
    void changed(int row, const QList<int> &roles);

    QJsonObject m_definition;
    QJsonObject m_baseline;
    QList<const Field *> m_rows;
    QSet<QString> m_visited;
    QHash<QString, QList<Violation>> m_serverErrors; // by row path; field is the full path
    QList<Violation> m_unplaced;
    QHash<QString, QString> m_advice;
    QHash<QString, QJsonObject>
        m_parked; // "streamingSource/oracle": what was typed for a type not chosen now
};

} // namespace Sluice
