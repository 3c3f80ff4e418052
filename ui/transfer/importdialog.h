// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/exchange/files/importfile.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QPushButton;
class QTableView;

namespace Sluice {

class BusyLine;
class ColumnFit;
class Fleet;
class ImportModel;
class ImportRemarks;
class ImportReview;
class ImportRun;
class NoteLine;
class TextLabel;

// Definitions that were read, what an import of each into a project would do, and its result. The
// user ticks rows, looks at each one below the list, and sends them one after the other.
class ImportDialog final : public Dialog
{
    Q_OBJECT

public:
    // place: the project to begin with; may be empty. The fleet outlives it.
    ImportDialog(Fleet *fleet, const ImportReading &reading, const ProjectPlace &place,
                 QWidget *parent = nullptr);

    // Begins anew with what was read, in the project that is chosen. Nothing changes during an
    // import, nor while the outcome of one is not known.
    void setReading(const ImportReading &reading);

    // While something is sent it sends no further request, and stays open until the answer is
    // there.
    void reject() override;

Q_SIGNALS:
    // The user wants to have the folders that were left out read, too.
    void subfoldersRequested();

private:
    QTableView *makeTable();
    QLayout *makeHead(const ProjectPlace &place);
    void showOrigin(const ImportReading &reading);
    QLayout *makeButtons();
    void fillProjects(const ProjectPlace &place);
    void applyProject();
    void projectMoved();
    bool isRead() const;      // the chosen project's list
    QString obstacle() const; // to importing; empty: none
    QString verb() const;     // of the button that imports
    void review();
    void updateButtons();
    void start();
    void look();
    void finish();

    Fleet *m_fleet;
    ImportModel *m_model;
    ImportRemarks *m_remarks;
    ImportRun *m_run = nullptr; // the last one
    bool m_isBusy = false;      // something is sent or looked up
    bool m_isMatched = false;   // with the project's whole list
    QComboBox *m_projects;
    TextLabel *m_folder; // that the files are in
    NoteLine *m_notes;   // what was not read
    QTableView *m_table;
    ColumnFit *m_columns;
    ImportReview *m_review;
    BusyLine *m_busy;
    QPushButton *m_close = nullptr;
    TextLabel *m_obstacle = nullptr;
    TextLabel *m_summary = nullptr; // of the last run
    QPushButton *m_import = nullptr;
};

} // namespace Sluice
