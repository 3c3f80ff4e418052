// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

#include <QWidget>

class QComboBox;
class QListView;

namespace Sluice {

class Banner;
class FormPage;
class PipelineDocument;
class ProblemsPanel;
class SectionsModel;

// The form of a document: its sections below each other, a list of them at the left, the problems
// below. Same fields as in the wizard; they are made when the tab is first seen.
class DefinitionTab final : public QWidget
{
    Q_OBJECT

public:
    DefinitionTab(PipelineDocument *document, const FieldContext &context,
                  QWidget *parent = nullptr);

    // True when source and target have types that the form knows.
    bool knowsTypes() const;
    // Puts the focus into the field; false when the form does not show it.
    bool focusField(const QString &path);

    // Puts the focus into the first field.
    void focusForm();

    ProblemsPanel *problems() const { return m_problems; }

Q_SIGNALS:
    // The place can be edited as JSON only.
    void jsonRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ensureSections();
    void goToSection(int row);
    void followScroll();
    void fold();
    void showTypes();
    void goToPlace(const QString &path, bool inForm);

    PipelineDocument *m_document;
    FieldContext m_context;
    SectionsModel *m_sections;
    QListView *m_list;
    QComboBox *m_pick; // in the place of the list, in a narrow window
    QWidget *m_listRule;
    FormPage *m_page;
    Banner *m_unknown;
    ProblemsPanel *m_problems;
    QList<QWidget *> m_headings; // by row of the list
    bool m_isScrolling = false;
};

} // namespace Sluice
