// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/diff.h"

#include <QWidget>

class QPushButton;

namespace Sluice {

class ChangesModel;
class Comparison;
class PipelineDocument;

// The changes that a save of the document would make, with a way back for each.
class ChangesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPage(PipelineDocument *document, QWidget *parent = nullptr);

    // By id.
    void setRunnerNames(const QHash<QString, QString> &names);

    // The number of changes on the page.
    int count() const;

private:
    void follow();
    void enable();
    void revert();

    PipelineDocument *m_document;
    ChangesModel *m_changes;
    Comparison *m_comparison;
    QPushButton *m_revert;
    QList<Change> m_shown;
};

} // namespace Sluice
