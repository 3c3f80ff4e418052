// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;

namespace Sluice {

class FormModel;
class JsonView;
class ProblemLinks;
class RunnerChoices;

// The last page: what will be created in a few lines, what looks wrong, and the JSON that is sent.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(const FormModel *form, const RunnerChoices *runners, QWidget *parent = nullptr);

    // id: empty when none is chosen.
    void setProject(const QString &id, const QString &name);
    void refresh();
    // Where the keyboard begins on this page; null when nothing here wants an answer.
    QWidget *firstStop() const;

Q_SIGNALS:
    // A link to a field was followed.
    void fieldRequested(const QString &path);

private:
    void addFact(const QString &label, const char *name);
    // nothing: what stands there instead of an empty text.
    void setFact(const char *name, const QString &text, const QString &nothing);
    QString sourceText() const;
    QString targetText() const;

    const FormModel *m_form;
    const RunnerChoices *m_runners;
    QString m_projectName;
    ProblemLinks *m_links;
    QGridLayout *m_facts;
    JsonView *m_json;
};

} // namespace Sluice
