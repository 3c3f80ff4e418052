// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

class FlowLayout;
class FormModel;
class LinkButton;
class NoteLine;

// The fields that are missing or look wrong to the client's checks, each as a link. It only warns:
// the server decides.
class ProblemLinks final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLinks(const FormModel *form, QWidget *parent = nullptr);

    // The project is no field of the form.
    void setProjectMissing(bool missing);
    void refresh();

Q_SIGNALS:
    void fieldRequested(const QString &path);

private:
    struct Link {
        QString path;
        QString text;
    };

    struct Problems {
        QList<Link> links;
        qsizetype missing = 0; // the number of links to missing fields
    };

    Problems problems() const;
    static QString countsOf(const Problems &problems);
    QString factOf(const Problems &problems) const;
    LinkButton *addLink();

    const FormModel *m_form;
    bool m_projectMissing = false;
    NoteLine *m_fact;
    FlowLayout *m_flow;
    QList<LinkButton *> m_links;
};

} // namespace Sluice
