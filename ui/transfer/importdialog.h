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
class Fleet;
class ImportModel;
class ImportReview;
class ImportRun;
class TextLabel;

// Definitions that were read, what an import of each into a project would do, and its result. The
// user ticks rows, looks at each one below the list, and sends them one after the other.
class ImportDialog final : public Dialog
{
    Q_OBJECT

public:
    // place: the project to begin with; may be empty. The fleet outlives it.
    ImportDialog(Fleet *fleet, const QList<ImportEntry> &entries, const ProjectPlace &place,
                 QWidget *parent = nullptr);

    // While something is sent it sends no further request, and stays open until the answer is
    // there.
    void reject() override;

private:
    QLayout *makeHead(const ProjectPlace &place);
    QLayout *makeButtons();
    void fillProjects(const ProjectPlace &place);
    void applyProject();
    void projectMoved();
    bool isRead() const;      // the chosen project's list
    QString obstacle() const; // to importing; empty: none
    void review();
    void updateButtons();
    void start();
    void look();
    void finish();
    void copyReport();

    Fleet *m_fleet;
    ImportModel *m_model;
    ImportRun *m_run = nullptr; // the last one
    bool m_isBusy = false;      // something is sent or looked up
    bool m_isMatched = false;   // with the project's whole list
    QComboBox *m_projects;
    QTableView *m_table;
    ImportReview *m_review;
    BusyLine *m_busy;
    QPushButton *m_close = nullptr;
    TextLabel *m_obstacle = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace Sluice
