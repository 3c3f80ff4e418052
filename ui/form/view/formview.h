// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace Sluice {

class FormRow;
class GroupFrame;

// The rows of one section of a FormModel, for the wizard and the editor. It follows the model: rows
// come and go with the chosen types, and errors appear at their fields. A field that loses the
// focus is marked as visited; from then on its check shows.
class FormView final : public QWidget
{
    Q_OBJECT

public:
    // The model must live longer than the view.
    FormView(FormModel *model, Section section, const FieldContext &context = {},
             QWidget *parent = nullptr);
    ~FormView() override;

    Section section() const { return m_section; }

    // Shows a dot at each field that differs from the model's baseline, and a way back.
    void setShowChanges(bool show);
    // Leaves out the column of labels: for a page with one field.
    void setLabelsShown(bool shown);

    // Gives the focus to the field (in a group: to its first field). False when it is not in this
    // view.
    bool focusField(const QString &path);
    // The widget of a field or group, to scroll to it; null when it is not in this view.
    QWidget *fieldWidget(const QString &path) const;

    const QList<FormRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    // The messages of its rows may change now, and did: rows may move.
    void aboutToSync();
    void synced();
    // Rows came, went or have other labels.
    void rebuilt();
    // The user wants the baseline's value back.
    void revertRequested(const QString &path);

private:
    void rebuild();
    void addRow(const Field &field, QHash<QString, FormRow *> *former);
    GroupFrame *groupOf(const QString &path) const;
    void syncRows(const QModelIndex &first, const QModelIndex &last);
    void focusMoved(QWidget *from, QWidget *to);
    void markLeft();

    FormModel *m_model;
    Section m_section;
    FieldContext m_context;
    QVBoxLayout *m_layout;
    QList<FormRow *> m_rows; // in the model's order
    QList<GroupFrame *> m_groups;
    QStringList m_left; // fields that a press has left, until the button is let go
    bool m_showChanges = false;
    bool m_labelsShown = true;
};

} // namespace Sluice
