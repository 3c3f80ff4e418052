// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/templates/templatestore.h"
#include "ui/widgets/dialog.h"

class QListWidget;
class QPushButton;

namespace Sluice {

class EmptyState;
class JsonView;
class LocalStore;

// The templates by name, with their definitions: to begin a pipeline with, to rename and to delete.
class TemplatesDialog final : public Dialog
{
    Q_OBJECT

public:
    // The store outlives it.
    explicit TemplatesDialog(LocalStore *store, QWidget *parent = nullptr);

Q_SIGNALS:
    // A new pipeline is to begin with it. The list is closed then.
    void chosen(const Sluice::PipelineTemplate &chosen);

private:
    QLayout *makeButtons();
    void read();
    void showUnread(const StoreProblem &problem);
    void fill(const QList<PipelineTemplate> &templates);
    PipelineTemplate current() const; // empty id: none
    void choose();
    void begin();
    void rename();
    void askToRemove();

    LocalStore *m_store;
    QList<PipelineTemplate> m_templates;
    QListWidget *m_list;
    EmptyState *m_empty;
    JsonView *m_json;
    QPushButton *m_begin = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace Sluice
