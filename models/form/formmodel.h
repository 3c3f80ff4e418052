// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitiontypes.h"
#include "models/definition/field.h"
#include "models/form/fielddrafts.h"
#include "models/form/fieldfix.h"
#include "models/form/servererrors.h"

#include <QAbstractListModel>
#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <functional>

namespace Sluice {

// One pipeline definition as a list of fields: the rows of the common fields and of the chosen
// source and target type. The JSON is the data; a row only points into it. Wizard and editor are
// views of this model. A change of type swaps the rows of that type. What was typed for the former
// type comes back when it is chosen again; values that both types have (host, username, tables,
// ...) are kept.
class FormModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole, // QString
        FieldRole,               // const Field *
        KindRole,                // int, FieldKind
        SectionRole,             // int, Section
        LabelRole,               // QString, translated
        ValueRole,               // QJsonValue (Undefined when absent)
        RequiredRole,            // bool
        HelpRole,                // QString, translated
        ErrorRole,  // QString, what the field shows: our hint first, then the server's words quoted
        AdviceRole, // QString, a warning that blocks nothing ("Runner is used by ...")
        ChangedRole, // bool, differs from baseline
    };

    explicit FormModel(QObject *parent = nullptr);

    // Takes a whole definition, as edited state and as baseline.
    void setDefinition(const QJsonObject &definition);
    // Starts a new pipeline: presets only, no types chosen. A type's presets come when it is
    // chosen.
    void startNew();

    const QJsonObject &definition() const { return m_definition; }

    // Takes a state that was edited elsewhere (as JSON, by undo, by a merge). The fields follow,
    // the baseline stays. Messages and drafts stay where nothing changed. False as in setData().
    bool setEdited(const QJsonObject &definition);
    // What ChangedRole compares with from now on: after a save.
    void setBaseline(const QJsonObject &baseline);

    const QJsonObject &baseline() const { return m_baseline; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // ValueRole takes a QJsonValue; Undefined removes the key. Drops the row's server error. False
    // when the value surely is a secret itself and only a reference to one is allowed. A doubtful
    // value is asked about before it comes here (see secretguard.h).
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QHash<int, QByteArray> roleNames() const override;

    // The row at exactly this path, or an invalid index.
    QModelIndex indexOf(const QString &path) const;
    QJsonValue value(const QString &path) const;
    // Sets any path, with or without a row of its own. False as in setData().
    bool setValue(const QString &path, const QJsonValue &value);

    // A field was left: from now on its client check is shown. Section: its page was left. All: the
    // user asks to create.
    void markVisited(const QModelIndex &index);
    void markSectionVisited(Section section);
    void markAllVisited();

    // Gives each message to the row of its path, or to the nearest row above, or to the first row
    // below. A message without any such row is kept as unplaced; none is lost. An edit takes away
    // the messages at, above and below its path.
    void setServerErrors(const QList<Violation> &violations);

    void clearServerErrors() { setServerErrors({}); }

    QList<Violation> unplacedErrors() const { return m_serverErrors.unplaced(); }

    // Server messages shown by this row, with paths relative to it ("[3].schema", "secretName";
    // empty for the row itself).
    QList<Violation> serverErrors(const QModelIndex &index) const;

    void setAdvice(const QString &path, const QString &text);
    // What one click can do about the row's advice; empty: nothing.
    FieldFix fix(const QModelIndex &index) const;
    // Sets all its values, as one edit. False as in setData().
    bool apply(const FieldFix &fix);
    // The type of the source, which says what an address can fill.
    QString sourceType() const;

    // Keeps what was typed in a field but is not yet a value of it, a property without a name for
    // example. problem says what is missing. content is the editor's own; the next editor of the
    // field gets it back. The draft goes with its source or target type and comes back with it. A
    // value that is set at, above or below the path replaces it. An empty problem takes it away.
    void setDraft(const QString &path, const QString &problem, const QJsonValue &content);
    QJsonValue draft(const QString &path) const; // Undefined: none
    // All drafts, to be kept and given back: by path, {"problem", "content"}.
    QJsonObject drafts() const;
    void setDrafts(const QJsonObject &drafts);
    void clearDrafts();
    // The label of the first field with a draft; empty: none.
    QString draftLabel() const;

    // Rows with an error now shown, in page order.
    int problemCount(Section section) const;
    int problemCount() const;
    // The next row with an error after this one (wraps round); the first one for an invalid index.
    QModelIndex nextProblem(const QModelIndex &from, bool backwards = false) const;
    // What the client check says about a row, shown or not; empty: it is fine. While a required
    // group is missing as a whole, the group says so, not each of its rows.
    QString checkRow(int row) const;
    // True when nothing is in the field, typed or kept.
    bool isMissing(int row) const;

Q_SIGNALS:
    // Any change of the JSON.
    void definitionChanged();
    // Errors came or went: counters must be updated.
    void problemsChanged();

private:
    // What the views last heard about a field. Comparing with it decides which signals are due.
    struct Row {
        const Field *field = nullptr;
        DefinitionPath path;
        QJsonValue value{QJsonValue::Undefined};
        bool isChanged = false;
        QString error;
        QString advice;
    };

    void reset(const QJsonObject &definition);
    void dropDrafts(const DefinitionPath &path);
    void apply(const QJsonObject &definition, const DefinitionPath &path);
    bool set(const DefinitionPath &path, const QJsonValue &value);
    bool changeType(Side side, const QJsonValue &type);
    void swapRows();
    int typeRow(Side side) const;
    Row makeRow(const Field &field) const;
    QList<Row> makeRows(std::span<const Field> fields) const;
    QString adviceOn(const Field &field, const DefinitionPath &path, const QJsonValue &value) const;

    void refreshRows(const std::function<bool(const Row &)> &isWanted);
    QList<int> refreshRow(int row);
    const Row *groupOf(const Row &row) const;
    bool isVisited(const Row &row) const;
    void visitRows(const std::function<bool(const Row &)> &isWanted);
    QString shownError(int row) const;
    QSet<DefinitionPath> dropServerErrors(const DefinitionPath &path);

    QJsonObject m_definition;
    QJsonObject m_baseline;
    bool m_isNew = false;
    QList<Row> m_rows;
    std::array<const TypeInfo *, sideCount> m_types{}; // whose rows are shown
    QSet<DefinitionPath> m_visited;
    ServerErrors m_serverErrors;
    bool m_problemsMoved = false; // problemsChanged is due
    QHash<DefinitionPath, QString> m_advice;
    // "streamingSource/oracle": the object that was typed for a type not chosen now.
    QHash<QString, QJsonObject> m_parked;
    FieldDrafts m_drafts;
};

} // namespace Sluice
