// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QAbstractListModel>

namespace Sluice {

class FormModel;

// The sections of a form that is being edited, with what to show of each. The types have no section
// of their own, because they cannot change once a pipeline exists.
class SectionsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole, // int, Section
        ProblemsRole,               // int, fields with an error now shown
        ChangedRole,                // bool, some field differs from the baseline
        CountRole,                  // int, of tables; invalid for the other sections
        DetailRole,                 // QString, the chosen type, "SQL Server"; else empty
    };

    explicit SectionsModel(const FormModel *form, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    // Its row; a type's section is that of its connection.
    static int rowOf(Section section);

private:
    struct SectionState {
        int problems = 0;
        bool isChanged = false;
        int tables = 0;
        bool operator==(const SectionState &) const = default;
    };

    void refresh();
    QList<SectionState> read() const;

    const FormModel *m_form;
    QList<SectionState> m_states;
};

} // namespace Sluice
