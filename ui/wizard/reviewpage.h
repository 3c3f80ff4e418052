// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;

namespace Sluice {

class FindingLinks;
class FormModel;
class JsonView;
class PipelineModel;
class ProblemLinks;
class RunnerChoices;

// The last page: in a few lines what will be created, what is missing, looks wrong or may be a
// mistake, and the JSON that is sent.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    // pipelines: the definition is compared with them.
    ReviewPage(const FormModel *form, const RunnerChoices *runners, const PipelineModel *pipelines,
               QWidget *parent = nullptr);

    // account and id: empty when none is chosen.
    void setProject(const QString &account, const QString &id, const QString &name);
    void refresh();
    // The widget where the keyboard begins on this page; null when nothing needs an answer.
    QWidget *firstStop() const;

Q_SIGNALS:
    // The user followed a link to a field.
    void fieldRequested(const QString &path);

private:
    void addFact(const QString &label, const char *name);
    // nothing: shown instead of an empty text.
    void setFact(const char *name, const QString &text, const QString &nothing);
    QString sourceText() const;
    QString targetText() const;

    const FormModel *m_form;
    const RunnerChoices *m_runners;
    const PipelineModel *m_pipelines;
    QString m_account;
    QString m_projectName;
    ProblemLinks *m_links;
    FindingLinks *m_findings;
    QGridLayout *m_facts;
    JsonView *m_json;
};

} // namespace Sluice
