// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"
#include "models/store/database/storeproblem.h"

#include <QJsonObject>
#include <QWidget>

class QPushButton;
class QTableView;

namespace Sluice {

class Banner;
class ChangesModel;
class Comparison;
class LocalStore;
class PipelineDocument;
class TextLabel;
class VersionsModel;
struct SavedChange;

// The versions of one pipeline that were seen or saved from here. The chosen one is compared with
// the edited definition. It can be restored: as an edit, which is reviewed before it is saved. When
// two are chosen, they are compared with each other.
class HistoryTab final : public QWidget
{
    Q_OBJECT

public:
    // store may be null or not work: the tab says so.
    HistoryTab(LocalStore *store, PipelineDocument *document, QWidget *parent = nullptr);

    // By id.
    void setRunnerNames(const QHash<QString, QString> &names);

    // Chooses this version, as soon as it is read.
    void showVersion(qint64 id);

Q_SIGNALS:
    // The document holds a former version now, as an edit.
    void restored();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void chooseWanted();
    void showProblem();
    void showUnread(const StoreProblem &problem);
    int widthOf(int column) const; // of the versions
    QWidget *makeVersions();
    QWidget *makeComparison();
    void choose();
    void onDefinition(const QList<qint64> &ids, qsizetype place,
                      const StoreResult<QJsonObject> &definition);
    void compare();
    void restore();
    void undoLastSave();
    void undo(const SavedChange &change);
    QJsonObject restorable() const;
    QString leftOutText() const;

    LocalStore *m_store;
    qint64 m_wanted = 0; // the version to choose; 0: none
    PipelineDocument *m_document;
    Banner *m_problem;
    VersionsModel *m_versions = nullptr;
    ChangesModel *m_changes;
    QTableView *m_table = nullptr;
    TextLabel *m_title = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_undo = nullptr;
    Comparison *m_comparison = nullptr;
    StoreProblem m_unread;                  // why the versions could not be read
    QList<QList<DefinitionPath>> m_leftOut; // of the chosen versions
    QList<qint64> m_ids;                    // of the chosen versions, the older one first
    QList<QJsonObject> m_definitions;       // their definitions, empty until they are read
};

} // namespace Sluice
