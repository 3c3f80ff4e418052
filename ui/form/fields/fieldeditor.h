// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formmodel.h"
#include "models/form/tables/tablesource.h"
#include "models/references/referencesuggestions.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace Sluice {

class RunnerChoices;

// How the user names a file to read. chosen is called later, or never when the user cancels.
using FileChooser = std::function<void(QWidget *parent, const QString &title,
                                       const std::function<void(const QStringList &)> &chosen)>;

// What editors need besides the form.
struct FieldContext {
    RunnerChoices *runners = nullptr; // for agentId; without them the id is typed
    TableSources tableSources = {};   // pipelines whose tables can be copied; without it none
    ReferenceSources secrets = {};    // which references are suggested, and who uses them
    FileChooser tableFile = {};       // a text file that names tables; without it none is read
};

// The editor of one field of a FormModel. It shows the model's value and writes what is typed at
// once; FormRow puts label, error and help around it. Tests and screen readers find the entry by
// its object name, which is the JSON path.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(FormModel *model, const Field &field, QWidget *parent);

    QString path() const { return m_path; }

    const Field &field() const { return m_field; }

    // The translated label of the field.
    QString label() const;

    // Shows the model's value. A text that already means the same stays, and so does the cursor.
    virtual void sync() = 0;
    // The widget that takes the focus and is the label's buddy.
    virtual QWidget *entry() const = 0;

    // The meaning of the chosen value; empty: show the field's own help.
    virtual QString valueHelp() const { return {}; }

    // The editor's own advice on what was typed. It replaces the model's advice.
    virtual FieldAdvice ownAdvice() const { return {}; }

    // Marks the entry as wrong; an empty error removes the mark.
    virtual void showError(const QString &error);

Q_SIGNALS:
    // valueHelp() may have changed although the value did not.
    void valueHelpChanged();
    // The same for ownAdvice().
    void ownAdviceChanged();

protected:
    QModelIndex index() const { return m_model->indexOf(m_path); }

    QJsonValue value() const { return m_model->value(m_path); }

    void setValue(const QJsonValue &value);

    FormModel *form() const { return m_model; }

    // Gives the entry its object name, accessible name and place in this widget.
    void adoptEntry(QWidget *entry, int width);

    // Lets the adopted entry grow with the text, where there is room, so that little of it is cut.
    void growWith(QLineEdit *edit);

private:
    FormModel *m_model;
    const Field &m_field;
    QString m_path;
};

// When the focus leaves the edit, it shows the beginning of its text, where names differ, and not
// the end that was typed last.
void showStartWhenLeft(QLineEdit *edit);

// Marks a widget as wrong: the style gives it a 2 px frame in the colour of problems.
void setProblemFrame(QWidget *widget, bool wrong);

} // namespace Sluice
