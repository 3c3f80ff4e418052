// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace Sluice {

// The actions that bring definitions in and out. What cannot be done is disabled and its tooltip
// says why.
class TransferActions final : public QObject
{
    Q_OBJECT

public:
    // hasStore: without one there are no trash and no templates.
    explicit TransferActions(bool hasStore, QObject *parent = nullptr);

    // What the actions can be about.
    struct State {
        qsizetype selected = 0;  // pipelines
        bool hasProject = false; // the tree stands in one
        QString createObstacle;  // why no pipeline can be created; empty: one can
        QString accountObstacle; // no account is signed in
    };

    void update(const State &state);

    QAction *duplicate() const { return m_duplicate; }

    QAction *newFromClipboard() const { return m_newFromClipboard; }

    QAction *newFromFile() const { return m_newFromFile; }

    QAction *copyDefinition() const { return m_copyDefinition; }

    QAction *saveAsTemplate() const { return m_saveAsTemplate; }

    QAction *templates() const { return m_templates; }

    QAction *compare() const { return m_compare; }

    QAction *importFiles() const { return m_importFiles; }

    QAction *importFolder() const { return m_importFolder; }

    QAction *exportSelected() const { return m_exportSelected; }

    QAction *exportProject() const { return m_exportProject; }

    QAction *terraform() const { return m_terraform; }

    QAction *trash() const { return m_trash; }

private:
    QAction *m_duplicate;
    QAction *m_newFromClipboard;
    QAction *m_newFromFile;
    QAction *m_copyDefinition;
    bool m_hasStore;
    QAction *m_saveAsTemplate;
    QAction *m_templates;
    QAction *m_compare;
    QAction *m_importFiles;
    QAction *m_importFolder;
    QAction *m_exportSelected;
    QAction *m_exportProject;
    QAction *m_terraform;
    QAction *m_trash;
};

} // namespace Sluice
