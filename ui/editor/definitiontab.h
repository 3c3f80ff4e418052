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

// The form of a document: its sections below each other, a list of them at the left, and the
// problems below. It has the same fields as the wizard. They are made when the tab is first seen.
class DefinitionTab final : public QWidget
{
    Q_OBJECT

public:
    DefinitionTab(PipelineDocument *document, const FieldContext &context,
                  QWidget *parent = nullptr);

    // True when source and target have types that the form knows.
    bool knowsTypes() const;
    // Gives the focus to the field; false when the form does not show it.
    bool focusField(const QString &path);

    // Gives the focus to the first field.
    void focusForm();

    ProblemsPanel *problems() const { return m_problems; }

Q_SIGNALS:
    // Only the JSON text can edit this place.
    void jsonRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ensureSections();
    void goToSection(int row);
    void followScroll();
    void showSection(int row);
    void fold();
    void showTypes();
    void goToPlace(const QString &path, bool inForm);

    PipelineDocument *m_document;
    FieldContext m_context;
    SectionsModel *m_sections;
    QListView *m_list;
    QWidget *m_pickLine;
    QComboBox *m_pick; // stands for the list in a narrow window
    QWidget *m_listRule;
    FormPage *m_page;
    Banner *m_unknown;
    ProblemsPanel *m_problems;
    QList<QWidget *> m_headings; // by row of the list
    bool m_isScrolling = false;
};

} // namespace Sluice
